import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { PayableView } from '#contract/payments.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { casesQuery, dataOf } from '../../api/query.ts';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Amount } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { yuanText } from '../../ui/money.ts';
import { paths } from '../../paths.ts';
import { blockedBy } from './payable.ts';
import { PayablesList } from './payables-list.tsx';
import { words } from './words.ts';

const readers = new Set(['finance', 'centre_officer', 'centre_approver', 'auditor']);

const payablesQuery = { queryKey: ['payables'], queryFn: () => dataOf(api.call('listPayables')) };

/** What is owed, how much of it can be paid now, and what holds back the rest. */
function Standing({ rows, totalFen }: { readonly rows: readonly PayableView[]; readonly totalFen: number }) {
  const say = useSay();
  const ready = rows.filter(({ blocked }) => blocked === null);
  return (
    <section className="mb-5 flex flex-wrap gap-x-10 gap-y-3 rounded-xl bg-mist px-5 py-5 sm:px-7">
      <p>
        <span className="block text-sm text-soft">{say(words.owed)}</span>
        <Amount fen={totalFen} isBig />
      </p>
      <ul className="grid content-end text-sm">
        <li>{say(words.ready(ready.length))}</li>
        {blockedBy(rows).map(({ why, count, fen }) => (
          <li key={why} className="text-gold">
            {say(words.blocked(count, why, yuanText(fen, true)))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Batches that somebody still has to check, release or answer. */
function Batches() {
  const say = useSay();
  const batches = useInfiniteQuery(casesQuery('payment', { limit: 20 }));
  const live = (batches.data?.pages.flatMap(({ rows }) => rows) ?? []).filter(({ isFinal }) => !isFinal);
  return (
    <section aria-label={say(words.live)} className="mb-6">
      <h2 className="mb-2 flex flex-wrap items-center gap-x-3 font-serif text-lg font-bold">
        <span className="mr-auto">{say(words.live)}</span>
        <Link href={paths.cases('payment')} className={`${buttonClass('bare', 'small')} font-sans`}>
          {say(words.allBatches)}
        </Link>
      </h2>
      {batches.data && live.length === 0 && <p className="text-soft">{say(words.noBatches)}</p>}
      {live.length > 0 && (
        <ul className="rounded-xl border border-line bg-card">
          {live.map(({ id, number, summary, stateTitle }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-b border-line px-5 py-3 last:border-0">
              <Link href={paths.case('payment', id)} className="link mr-auto font-semibold">
                {number} {summary}
              </Link>
              <Badge>{stateTitle}</Badge>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** `/app/payments`: what is owed, and batches for the bank. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const isReader = readers.has(office.role);
  const payables = useQuery({ ...payablesQuery, enabled: isReader });
  useTitle(say(words.title));
  if (!isReader) return <NotFound />;
  return (
    <>
      <header className="mb-5">
        <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
      </header>
      <Batches />
      <Answer query={payables} lines={8}>
        {({ rows, totalFen }) =>
          rows.length === 0 ? (
            <Empty title={say(words.none)}>{say(words.noneNext)}</Empty>
          ) : (
            <>
              <Standing rows={rows} totalFen={totalFen} />
              <PayablesList rows={rows} canChoose={office.role === 'finance'} />
            </>
          )
        }
      </Answer>
    </>
  );
}
