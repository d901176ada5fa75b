import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { dataOf, ProblemError, processesQuery } from '../../api/query.ts';
import { OpenForm } from '../../case/open-dialog.tsx';
import { usePayeeChoice } from '../../case/use-choices.tsx';
import { Amount } from '../../ui/amount.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { fenOfTyped, yuanText } from '../../ui/money.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import { codeOf, isAskable } from './voucher.ts';
import { words } from './words.ts';

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const lookupQuery = (code: string) => ({
  queryKey: ['voucher', code],
  queryFn: () => dataOf(api.call('lookUpVoucher', { query: { code } })),
  enabled: isAskable(code),
  retry: false,
});

/** Whose voucher it is and what is left on it, as soon as the code is there. */
function Found({ code }: { readonly code: string }) {
  const say = useSay();
  const language = useLanguage();
  const found = useQuery(lookupQuery(code));
  if (!isAskable(code)) return <p className="mt-1.5 text-sm text-soft">{say(words.typeFirst)}</p>;
  if (found.error) return <LookupProblem error={found.error} />;
  if (!found.data) return <p className="mt-1.5 text-sm text-soft">{say(words.looking)}</p>;
  const { number, holderName, balanceFen, validTo, isEnded } = found.data;
  return (
    <output className="mt-2 block rounded-lg bg-mist px-4 py-3">
      <p className="font-semibold">{holderName}</p>
      <p className="text-sm text-soft">
        {number} · {say(words.validTo)} {dayText(validTo, language)}
      </p>
      <p>
        <span className="text-sm text-soft">{say(words.left)} </span>
        <b>
          <Amount fen={balanceFen} />
        </b>
      </p>
      {isEnded && <p className="mt-2 font-semibold text-red">{say(words.ended)}</p>}
    </output>
  );
}

function LookupProblem({ error }: { readonly error: Error }) {
  const say = useSay();
  if (!(error instanceof ProblemError)) throw error;
  return (
    <div className="mt-2">
      {error.problem.status === 404 ? <Notice tone="warn">{say(words.notFound)}</Notice> : <ProblemView problem={error.problem} />}
    </div>
  );
}

/** What the amount leaves on the voucher; the server refuses what is too much. */
function Remaining({ code, amount }: { readonly code: string; readonly amount: unknown }) {
  const say = useSay();
  const { data } = useQuery(lookupQuery(code));
  const fen = typeof amount === 'string' ? fenOfTyped(amount) : amount;
  if (!data || typeof fen !== 'number') return null;
  const left = data.balanceFen - fen;
  return (
    <p className={`mt-1 text-sm ${left < 0 ? 'font-semibold text-red' : 'text-soft'}`}>
      {say(left < 0 ? words.tooMuch(yuanText(data.balanceFen)) : words.after(yuanText(left)))}
    </p>
  );
}

const notesOf = ({ code, amountFen }: Tree): Readonly<Record<string, ReactNode>> => ({
  code: <Found code={textOf(code).trim()} />,
  amountFen: <Remaining code={textOf(code).trim()} amount={amountFen} />,
});

/** A scanner may type the whole link into the field. */
const adapt = (value: Tree): Tree => ({ ...value, code: codeOf(textOf(value.code)) });

/** Presents another agency's voucher for a service: the code first, then what it pays for. */
export function Present({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const processes = useQuery(processesQuery);
  const payee = usePayeeChoice({ isEnabled: true });
  const info = processes.data?.find(({ name }) => name === 'redemption');
  if (!info) return null;
  return (
    <OpenForm
      info={info}
      onClose={onClose}
      start={code === '' ? {} : { code }}
      keepAs={code === '' ? 'redemption' : `redemption/${code}`}
      choices={{ payee }}
      notes={notesOf}
      adapt={adapt}
    />
  );
}
