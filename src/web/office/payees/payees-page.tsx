import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PayeeView } from '#contract/money.ts';
import { Answer } from '../../api/answer.tsx';
import { payeesQuery } from '../../case/use-choices.tsx';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { momentText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type PayeeStanding, withStanding } from './payee.ts';
import { AddPayee, ChangePayee } from './payee-dialogs.tsx';
import { words } from './words.ts';

const tones: Readonly<Record<PayeeStanding, Tone>> = { usable: 'good', waiting: 'gold', replaced: 'gold', ended: 'quiet' };

type Standing = PayeeView & { readonly standing: PayeeStanding };

function StandingBadge({ payee }: { readonly payee: Standing }) {
  const say = useSay();
  const language = useLanguage();
  const { standing, activeFrom, endedAt } = payee;
  const says = {
    usable: words.usable,
    waiting: words.waiting(momentText(activeFrom, language)),
    replaced: words.replaced,
    ended: words.ended(endedAt === null ? '' : momentText(endedAt, language)),
  }[standing];
  return <Badge tone={tones[standing]}>{say(says)}</Badge>;
}

function PayeeRow({ payee, onChange }: { readonly payee: Standing; readonly onChange: (() => void) | null }) {
  const say = useSay();
  const { name, bank, tail, isPerson } = payee;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line px-5 py-4 last:border-0 sm:px-7">
      <div className="mr-auto min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <b>{name}</b>
          {isPerson && <Badge tone="quiet">{say(words.person)}</Badge>}
          <StandingBadge payee={payee} />
        </p>
        <p className="text-soft">
          {bank} <span className="font-mono">{say(words.masked(tail))}</span>
        </p>
      </div>
      {onChange && (
        <Button size="small" onClick={onChange}>
          {say(words.change)}
        </Button>
      )}
    </li>
  );
}

function Payees({ rows, onChange }: { readonly rows: readonly PayeeView[]; readonly onChange: (payee: PayeeView) => void }) {
  const say = useSay();
  const all = withStanding(rows);
  const live = all.filter(({ standing }) => standing !== 'ended');
  const ended = all.filter(({ standing }) => standing === 'ended');
  return (
    <>
      {live.length === 0 ? (
        <Empty title={say(words.none)}>{say(words.noneNext)}</Empty>
      ) : (
        <ul className="rounded-xl border border-line bg-card">
          {live.map((payee) => (
            <PayeeRow key={payee.id} payee={payee} onChange={payee.standing === 'usable' ? () => onChange(payee) : null} />
          ))}
        </ul>
      )}
      {live.some(({ standing }) => standing === 'waiting') && <p className="mt-3 max-w-prose text-sm text-soft">{say(words.wait)}</p>}
      {ended.length > 0 && (
        <details className="mt-5">
          <summary className="w-fit text-sm text-soft">{say(words.history(ended.length))}</summary>
          <ul className="mt-2 rounded-xl border border-line bg-card">
            {ended.map((payee) => (
              <PayeeRow key={payee.id} payee={payee} onChange={null} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** `/app/payees`: the agency's accounts, masked; added at once, changed only with the second factor. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const isAgency = office.role === 'agency';
  const payees = useQuery({ ...payeesQuery, enabled: isAgency });
  const [isAdding, setIsAdding] = useState(false);
  const [changing, setChanging] = useState<PayeeView | null>(null);
  useTitle(say(words.title));
  if (!isAgency) return <NotFound />;
  return (
    <>
      <header className="mb-5">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <Button kind="primary" onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {say(words.add)}
          </Button>
        </div>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
      </header>
      <Answer query={payees} lines={4}>
        {({ rows }) => <Payees rows={rows} onChange={setChanging} />}
      </Answer>
      {isAdding && <AddPayee onClose={() => setIsAdding(false)} />}
      {changing && <ChangePayee payee={changing} onClose={() => setChanging(null)} />}
    </>
  );
}
