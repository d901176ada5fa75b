import { useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { type Schema, titleOf } from '../ui/schema/schema.ts';
import { columnsIn, rowsFromText } from './paste.ts';
import { words } from './words.ts';

type Props = {
  readonly title: string;
  readonly item: Schema;
  /** Rows that are there already. */
  readonly rows: readonly unknown[];
  readonly onRows: (rows: readonly unknown[]) => void;
  readonly onClose: () => void;
};

/** Takes rows copied in a spreadsheet, says what it understood, and adds them or puts them in place of what is there. */
export function PasteDialog({ title, item, rows, onRows, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const pasted = rowsFromText(text, item, language);
  const count = pasted.rows.length;
  const footer = (
    <>
      <Button kind="bare" onClick={onClose}>
        {say(words.cancel)}
      </Button>
      {rows.length > 0 && (
        <Button kind="grave" disabled={count === 0} onClick={() => onRows(pasted.rows)}>
          {say(words.pasteReplace)}
        </Button>
      )}
      <Button kind="primary" disabled={count === 0} onClick={() => onRows([...rows, ...pasted.rows])}>
        {say(words.pasteAppend(count))}
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
        {count > 0 && say(words.pasteFound(count))}
        {pasted.unread > 0 && <span className="text-gold">{say(words.pasteUnread(pasted.unread))}</span>}
      </output>
    </Dialog>
  );
}
