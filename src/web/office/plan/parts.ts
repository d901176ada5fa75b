import type { Language } from '#core/kernel/words.ts';
import { type Chapter, chaptersOf, itemOf, rowsOf, section } from '../../case/plan/data.ts';
import type { Form } from '../../form-editor/draft.ts';
import type { Part } from '../../form-editor/form-kind.ts';
import { sectionPart } from '../../form-editor/sections.ts';
import type { Table } from '../../form-editor/tables.ts';
import { type Schema, titleOf, type Tree, valueAt, without } from '../../ui/schema/schema.ts';
import { ChapterBody } from './chapter-body.tsx';
import { nextNumber } from './numbers.ts';
import { words } from './words.ts';

/** Whether a field stands in a chapter: its tasks by their own word, what is wrong with all tasks or with those of no chapter in the first. */
const holdsOf = (name: string, isFirst: boolean, form: Form) => (path: string) => {
  if (path === `withoutTasks.${name}`) return true;
  const [list, , row] = path.split('.');
  if (list !== 'tasks') return false;
  const chapter = row === undefined ? undefined : valueAt(form, ['tasks', 'rows', row, 'chapter']);
  return chapter === undefined ? isFirst || row === undefined : chapter === name;
};

/** The tasks of a chapter among all tasks; a new one gets the next number of the chapter. */
function chapterTasks(
  schema: Schema,
  { name, at, language }: { readonly name: string; readonly at: number; readonly language: Language },
): Table {
  const isOwn = (row: unknown) => (row as Tree | null)?.chapter === name;
  return {
    path: 'tasks.rows',
    schema: { ...schema.properties?.tasks?.properties?.rows, items: without(itemOf(schema, 'tasks'), 'chapter') },
    part: {
      holds: isOwn,
      add: words.addTask[language],
      start: (rows) => ({ chapter: name, no: nextNumber(rows as readonly Tree[], rows.filter(isOwn) as readonly Tree[], at) }),
    },
  };
}

function chapterPart(
  form: Form,
  { name, schema: reason }: Chapter,
  isFirst: boolean,
  told: { readonly schema: Schema; readonly language: Language },
): Part {
  const at = Number(/(\d+)$/.exec(reason.clause ?? '')?.[1] ?? 0);
  const tasks = chapterTasks(told.schema, { name, at, language: told.language });
  return {
    name,
    title: titleOf(name, reason, told.language),
    schema: { type: 'object', properties: { tasks: tasks.schema, reason } },
    holds: holdsOf(name, isFirst, form),
    isBegun: rowsOf(form, 'tasks').some(({ chapter }) => chapter === name) || typeof section(form, 'withoutTasks')[name] === 'string',
    tables: [tasks],
    Body: ChapterBody,
  };
}

/** The plan as people read it: the seven chapters stand where the form has one table of tasks and one of reasons. */
export function planParts(schema: Schema, form: Form, language: Language): readonly Part[] {
  const part = (name: string) => {
    const own = schema.properties?.[name] ?? {};
    return sectionPart(form, name, own, titleOf(name, own, language));
  };
  const chapters = chaptersOf(schema).map((chapter, index) => chapterPart(form, chapter, index === 0, { schema, language }));
  return [part('general'), ...chapters, part('indicators'), part('funding'), part('organisation'), part('risk')];
}
