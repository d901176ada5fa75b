import { useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { type Schema, titleOf } from '../ui/schema/schema.ts';
import { columnsIn, type Pasted, rowsFromText, type Unread } from './paste.ts';
import { words } from './words.ts';

type Props = {
  readonly title: string;
  readonly item: Schema;
  /** How many rows are there already. */
  readonly count: number;
  readonly onAdd: (rows: Pasted['rows']) => void;
  readonly onReplace: (rows: Pasted['rows']) => void;
  readonly onClose: () => void;
};

/** Takes rows copied in a spreadsheet, says what it understood, and adds them or puts them in place of what is there. */
export function PasteDialog({ title, item, count, onAdd, onReplace, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const { rows, unread } = rowsFromText(text, item, language);
  const footer = (
    <>
      <Button kind="bare" onClick={onClose}>
        {say(words.cancel)}
      </Button>
      {count > 0 && (
        <Button kind="grave" disabled={rows.length === 0} onClick={() => onReplace(rows)}>
          {say(words.pasteReplace)}
        </Button>
      )}
      <Button kind="primary" disabled={rows.length === 0} onClick={() => onAdd(rows)}>
        {say(words.pasteAppend(rows.length))}
      </Button>
    </>
  );
  return (
    <Dialog title={say(words.pasteTitle(title))} width="wide" onClose={onClose} footer={footer}>
      <p className="text-soft">{say(words.pasteLead)}</p>
      <p className="mb-4 text-sm">
        {columnsIn(item)
          .map(([name, field]) => titleOf(name, field, language))
          .join(' ｜ ')}
      </p>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {say(words.pasteBox)}
      </label>
      <textarea
        id={id}
        rows={9}
        value={text}
        onChange={(event) => setText(event.target.value)}
        wrap="off"
        spellCheck={false}
        className="control font-mono text-sm"
      />
      <output className="mt-2 block min-h-6">
        {rows.length > 0 && say(words.pasteFound(rows.length))}
        {unread.length > 0 && <span className="text-gold">{say(words.pasteUnread(unread.length))}</span>}
        <UnreadCells cells={unread} />
      </output>
    </Dialog>
  );
}

const mostNamed = 8;

/** Which cells stay empty, so that they can be mended in the spreadsheet before the rows are taken. */
function UnreadCells({ cells }: { readonly cells: readonly Unread[] }) {
  const say = useSay();
  return (
    <span className="mt-1 block text-sm text-soft">
      {cells.slice(0, mostNamed).map((cell) => (
        <span key={`${cell.row}/${cell.title}`} className="block wrap-anywhere">
          {say(words.pasteUnreadCell(cell))}
        </span>
      ))}
    </span>
  );
}
