import type { Moved } from '#contract/cases.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { momentText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Pairs } from '../ui/pairs.tsx';
import { uiWords } from '../ui/words.ts';
import { paths } from '../paths.ts';
import { caseWords } from './words.ts';

/** The receipt of a filing: number, time, code, fingerprint, and where anybody can check it. */
export function ReceiptDialog({
  moved,
  onClose,
}: {
  readonly moved: Moved & { readonly receipt: NonNullable<Moved['receipt']> };
  readonly onClose: () => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const { receipt, number, at } = moved;
  return (
    <Dialog
      title={say(caseWords.receiptIssued)}
      onClose={onClose}
      footer={
        <>
          <a href={paths.verify(receipt.code)} target="_blank" rel="noreferrer" className={buttonClass('plain')}>
            {say(caseWords.verify)}
          </a>
          <Button kind="primary" onClick={onClose}>
            {say(caseWords.ok)}
          </Button>
        </>
      }
    >
      <p className="mb-6 rounded-lg bg-mist px-4 py-4 text-center font-mono text-xl font-bold whitespace-nowrap sm:text-2xl tracking-wide text-teal">
        {receipt.code}
      </p>
      <Pairs
        pairs={[
          { key: 'number', label: say(caseWords.number), value: number },
          { key: 'at', label: say(caseWords.receiptTime), value: `${momentText(at, language)} ${say(uiWords.beijing)}` },
          {
            key: 'hash',
            label: say(caseWords.receiptHash),
            value: <code className="font-mono text-sm wrap-anywhere">{receipt.hash}</code>,
            isWide: true,
          },
        ]}
      />
    </Dialog>
  );
}
