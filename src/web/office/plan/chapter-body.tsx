import { rowsOf, section } from '../../case/plan/data.ts';
import { planWords } from '../../case/plan/words.ts';
import type { Form } from '../../form-editor/draft.ts';
import type { Part } from '../../form-editor/form-kind.ts';
import { useSay } from '../../ui/language.tsx';
import { SchemaField, SchemaFields } from '../../ui/schema/field.tsx';
import { RowsControl } from '../../ui/schema/rows.tsx';

/** A chapter of the plan: its tasks among all tasks, or the reason why it has none. */
export function ChapterBody({ part, form }: { readonly part: Part; readonly form: Form }) {
  const say = useSay();
  const {
    name,
    schema,
    tables: [tasks],
  } = part;
  const { reason } = schema.properties ?? {};
  const all = rowsOf(form, 'tasks');
  const hasTasks = all.some(({ chapter }) => chapter === name);
  const given = section(form, 'withoutTasks')[name];
  return (
    <div className="grid gap-6">
      <div className="min-w-0">
        <p className="mb-1 font-semibold">{say(planWords.groups.tasks)}</p>
        {tasks && <RowsControl name="rows" {...tasks} value={all} Fields={SchemaFields} />}
      </div>
      {(!hasTasks || typeof given === 'string') && (
        <SchemaField name={name} path={`withoutTasks.${name}`} schema={reason ?? {}} value={given} isOptional={hasTasks} />
      )}
    </div>
  );
}
