import { rowsOf, section } from '../../case/plan/data.ts';
import { planWords } from '../../case/plan/words.ts';
import type { Form } from '../../form-editor/draft.ts';
import type { Part } from '../../form-editor/form-kind.ts';
import { useSay } from '../../ui/language.tsx';
import { SchemaField, SchemaFields } from '../../ui/schema/field.tsx';
import { RowsControl } from '../../ui/schema/rows.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import { nextNumber } from './numbers.ts';
import { words } from './words.ts';

/** A chapter of the plan: its tasks among all tasks, or the reason why it has none. */
export function ChapterBody({ part, form }: { readonly part: Part; readonly form: Form }) {
  const say = useSay();
  const { name, schema } = part;
  const { tasks, reason } = schema.properties ?? {};
  const at = Number(/(\d+)$/.exec(reason?.clause ?? '')?.[1] ?? 0);
  const all = rowsOf(form, 'tasks');
  const own = all.filter((task) => task.chapter === name);
  const given = section(form, 'withoutTasks')[name];
  const rowsPart = {
    holds: (row: unknown) => (row as Tree | null)?.chapter === name,
    add: say(words.addTask),
    start: (): Tree => ({ chapter: name, no: nextNumber(all, own, at) }),
  };
  return (
    <div className="grid gap-6">
      <div className="min-w-0">
        <p className="mb-1 font-semibold">{say(planWords.groups.tasks)}</p>
        <RowsControl name="rows" path="tasks.rows" schema={tasks ?? {}} value={all} Fields={SchemaFields} part={rowsPart} />
      </div>
      {(own.length === 0 || typeof given === 'string') && (
        <SchemaField name={name} path={`withoutTasks.${name}`} schema={reason ?? {}} value={given} isOptional={own.length > 0} />
      )}
    </div>
  );
}
