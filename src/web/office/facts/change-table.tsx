import { useLanguage, useSay } from '../../ui/language.tsx';
import { kindOf, titleOf } from '../../ui/schema/schema.ts';
import { SchemaRows, SchemaValue } from '../../ui/schema/view.tsx';
import { Table } from '../../ui/table.tsx';
import type { Change } from './changes.ts';
import { words } from './words.ts';

function Value({ change: { name, field }, value }: { readonly change: Change; readonly value: unknown }) {
  return kindOf(name, field) === 'rows' ? (
    <SchemaRows name={name} schema={field} value={value} />
  ) : (
    <SchemaValue name={name} schema={field} value={value} />
  );
}

/** What differs, field by field, the old value beside the new one. */
export function ChangeTable({ changes, caption }: { readonly changes: readonly Change[]; readonly caption: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <div className="rounded-lg border border-line text-[0.9375rem]">
      <Table
        caption={caption}
        rows={changes}
        keyOf={({ name }) => name}
        columns={[
          { key: 'field', title: say(words.field), isHeading: true, cell: ({ name, field }) => titleOf(name, field, language) },
          {
            key: 'before',
            title: say(words.before),
            cell: (change) => (
              <span className="text-soft">
                <Value change={change} value={change.before} />
              </span>
            ),
          },
          { key: 'after', title: say(words.after), cell: (change) => <Value change={change} value={change.after} /> },
        ]}
      />
    </div>
  );
}
