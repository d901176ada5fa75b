import { useState } from 'react';
import { Link } from 'wouter';
import type { VoucherView } from '#contract/money.ts';
import { api } from '../../api/client.ts';
import { useSigned } from '../../session/session.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Bar } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useToast } from '../../ui/toast.tsx';
import { paths } from '../../paths.ts';
import { daysBetween, isEnding } from './voucher.ts';
import { stateWords, words } from './words.ts';

export const stateTones: Readonly<Record<VoucherView['state'], Tone>> = {
  issued: 'good',
  used: 'quiet',
  expired: 'quiet',
  cancelled: 'red',
};

/** The code, large enough to read out, and as a picture to scan. */
function CodeDialog({ voucher, onClose }: { readonly voucher: VoucherView & { readonly code: string }; readonly onClose: () => void }) {
  const say = useSay();
  const tell = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(voucher.code);
      tell(say(words.copied));
    } catch {
      // The browser forbids it; the code can be selected and copied by hand.
    }
  };
  return (
    <Dialog title={`${say(words.code)} ${voucher.number}`} onClose={onClose} width="narrow">
      <div className="grid justify-items-center gap-4 text-center">
        <img
          src={api.href('readVoucherQr', { params: { id: voucher.id } })}
          alt={say(words.qr)}
          width={224}
          height={224}
          className="rounded-lg bg-[#fff] p-2"
        />
        <p className="font-mono text-xl font-bold tracking-wide wrap-anywhere select-all">{voucher.code}</p>
        <Button size="small" onClick={() => void copy()}>
          {say(words.copy)}
        </Button>
        <p className="text-sm text-soft">{say(words.codeWhy)}</p>
      </div>
    </Dialog>
  );
}

function Uses({ voucher }: { readonly voucher: VoucherView }) {
  const say = useSay();
  const language = useLanguage();
  if (voucher.uses.length === 0) return <p className="mt-3 text-sm text-soft">{say(words.noUses)}</p>;
  return (
    <details className="mt-3">
      <summary className="w-fit text-sm text-teal">
        {say(words.uses)}（{voucher.uses.length}）
      </summary>
      <ul className="mt-2 grid gap-2 border-l-2 border-line pl-4">
        {voucher.uses.map((use) => (
          <li key={use.case} className="flex flex-wrap items-baseline gap-x-4">
            <span className="mr-auto">{use.providerName || say(words.someProvider)}</span>
            <Amount fen={use.amountFen} />
            <span className="w-full text-sm text-soft">
              {[momentText(use.presentedAt, language), use.number, use.stateTitle].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Days({ voucher }: { readonly voucher: VoucherView }) {
  const say = useSay();
  const language = useLanguage();
  const { today } = useSigned();
  return (
    <p className="text-sm text-soft">
      {say(words.issuedOn)} {dayText(voucher.issuedOn, language)} · {say(words.validTo)}{' '}
      <time dateTime={voucher.validTo}>{dayText(voucher.validTo, language)}</time>
      {isEnding(voucher, today) && (
        <span className="ml-2">
          <Badge tone="gold">{say(words.daysLeft(Math.max(0, daysBetween(today, voucher.validTo))))}</Badge>
        </span>
      )}
    </p>
  );
}

/** A voucher in the holder's wallet: what for, what is left, until when, and its code on request. */
export function VoucherCard({ voucher }: { readonly voucher: VoucherView }) {
  const say = useSay();
  const [isShown, setIsShown] = useState(false);
  const { number, code, clauseTitle, year, valueFen, balanceFen, state } = voucher;
  return (
    <li className="rounded-xl border border-line bg-card px-5 py-5 sm:px-7">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2">
        <div className="mr-auto min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <b className="font-serif text-lg">{clauseTitle}</b>
            <Badge tone={stateTones[state]}>{say(stateWords[state])}</Badge>
          </p>
          <p className="text-sm text-soft">
            {number} · {year} ·{' '}
            <Link href={paths.case('claim', voucher.case)} className="link">
              {say(words.decision)}
            </Link>
          </p>
          <Days voucher={voucher} />
        </div>
        {code !== null && state === 'issued' && (
          <Button kind="primary" onClick={() => setIsShown(true)}>
            {say(words.show)}
          </Button>
        )}
      </div>
      <div className="mt-4">
        <Bar
          label={say(words.balanceOf(number))}
          parts={[
            {
              key: 'used',
              label: say(words.used),
              amount: valueFen - balanceFen,
              look: 'done',
              says: <Amount fen={valueFen - balanceFen} isShort />,
            },
            { key: 'left', label: say(words.left), amount: balanceFen, look: 'free', says: <Amount fen={balanceFen} isShort /> },
          ]}
        />
      </div>
      <Uses voucher={voucher} />
      <p className="mt-2 text-[0.8125rem] text-soft">{say(words.issuer)}</p>
      {isShown && code !== null && <CodeDialog voucher={{ ...voucher, code }} onClose={() => setIsShown(false)} />}
    </li>
  );
}
