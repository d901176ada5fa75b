import type { Language } from '#core/kernel/words.ts';
import { chaptersOf, itemOf, rowsOf, section, without } from '../../case/plan/data.ts';
import type { Form } from '../../form-editor/draft.ts';
import type { Part } from '../../form-editor/form-kind.ts';
import { sectionPart } from '../../form-editor/sections.ts';
import { type Schema, titleOf, valueAt } from '../../ui/schema/schema.ts';
import { ChapterBody } from './chapter-body.tsx';

/** Whether a field stands in a chapter: its tasks by their own word, what is wrong with all tasks or with those of no chapter in the first. */
const holdsOf = (name: string, isFirst: boolean, form: Form) => (path: string) => {
  if (path === `withoutTasks.${name}`) return true;
  const [list, , row] = path.split('.');
  if (list !== 'tasks') return false;
  const chapter = row === undefined ? undefined : valueAt(form, ['tasks', 'rows', row, 'chapter']);
  return chapter === undefined ? isFirst || row === undefined : chapter === name;
};

function chapterPart(form: Form, schema: Schema, name: string, at: { readonly index: number; readonly title: string }): Part {
  const reason = schema.properties?.withoutTasks?.properties?.[name];
  const tasks = schema.properties?.tasks?.properties?.rows ?? {};
  return {
    name,
    title: at.title,
    schema: {
      type: 'object',
      properties: { tasks: { ...tasks, items: without(itemOf(schema, 'tasks'), 'chapter') }, ...(reason ? { reason } : {}) },
    },
    holds: holdsOf(name, at.index === 0, form),
    isBegun: rowsOf(form, 'tasks').some(({ chapter }) => chapter === name) || typeof section(form, 'withoutTasks')[name] === 'string',
    Body: ChapterBody,
  };
}

/** The plan as people read it: the seven chapters stand where the form has one table of tasks and one of reasons. */
export function planParts(schema: Schema, form: Form, language: Language): readonly Part[] {
  const part = (name: string) => {
    const own = schema.properties?.[name] ?? {};
    return sectionPart(form, name, own, titleOf(name, own, language));
  };
  const chapters = chaptersOf(schema).map(({ name, schema: field }, index) =>
    chapterPart(form, schema, name, { index, title: titleOf(name, field, language) }),
  );
  return [part('general'), ...chapters, part('indicators'), part('funding'), part('organisation'), part('risk')];
}
