import { type ClipboardEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import type { FormSetting } from '../ui/schema/form-context.tsx';
import { titleOf } from '../ui/schema/schema.ts';
import { useToast } from '../ui/toast.tsx';
import { type Form, fieldValue } from './draft.ts';
import { columnsIn, rowsFromText } from './paste.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { ownRows, type Table, withRowsAdded, withRowsFilled, withRowsReplaced } from './tables.ts';
import { words } from './words.ts';

type Props = { readonly tables: readonly Table[]; readonly form: Form; readonly setting: FormSetting };
type Place = { readonly table: Table; readonly row: number; readonly column: number };

const listIn = (form: Form, { path }: Table): readonly unknown[] => (fieldValue(form, path) ?? []) as readonly unknown[];

/** Where in a table the cursor stands: row of the whole list, and column. */
function placeOf(tables: readonly Table[], target: EventTarget): Place | undefined {
  const path = (target as Element).closest<HTMLElement>('[data-path]')?.dataset.path ?? '';
  const table = tables.find((one) => path.startsWith(`${one.path}.`));
  const [row, name] = path.slice((table?.path.length ?? 0) + 1).split('.');
  if (!table || !row || !name) return undefined;
  return { table, row: Number(row), column: columnsIn(table.schema.items ?? {}).findIndex(([one]) => one === name) };
}

/** Rows copied in a spreadsheet and pasted into a cell fill this row and those below it. */
export function usePaste({ tables, form, setting }: Props) {
  const language = useLanguage();
  const say = useSay();
  const tell = useToast();
  return (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const place = text.includes('\t') ? placeOf(tables, event.target) : undefined;
    if (!place || place.column < 0 || !setting.isEditable(place.table.path)) return;
    event.preventDefault();
    const { table, row, column } = place;
    const { rows, unread } = rowsFromText(text, table.schema.items ?? {}, language, column);
    setting.set(table.path, withRowsFilled(table, listIn(form, table), row, rows));
    tell(say(words.pasted(rows.length)) + (unread.length > 0 ? say(words.pasteUnread(unread.length)) : ''));
  };
}

/** Under the fields: pasting whole tables. */
export function PasteTables({ tables, form, setting }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const editable = tables.filter(({ path }) => setting.isEditable(path));
  const opened = editable.find(({ path }) => path === open);
  const title = ({ path, schema }: Table) => titleOf(path, schema, language);
  const put = (table: Table, rows: readonly unknown[]) => {
    setting.set(table.path, rows);
    setting.leave('');
    setOpen(null);
  };
  return (
    <>
      {editable.length > 0 && (
        <p className="mt-3 flex flex-wrap gap-2">
          {editable.map((table) => (
            <Button key={table.path} size="small" kind="bare" onClick={() => setOpen(table.path)}>
              <Icon name="download" size={16} />
              {say(words.paste)}：{title(table)}
            </Button>
          ))}
        </p>
      )}
      {opened && (
        <PasteDialog
          title={title(opened)}
          item={opened.schema.items ?? {}}
          count={ownRows(opened, listIn(form, opened)).length}
          onAdd={(rows) => put(opened, withRowsAdded(opened, listIn(form, opened), rows))}
          onReplace={(rows) => put(opened, withRowsReplaced(opened, listIn(form, opened), rows))}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
