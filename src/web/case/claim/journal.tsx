import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Words } from '#core/kernel/words.ts';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { Answer } from '../../api/answer.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { yuanText } from '../../ui/money.ts';
import { uiWords } from '../../ui/words.ts';
import { paths } from '../../paths.ts';
import { movedIn } from './data.ts';
import { journalQuery } from './queries.ts';
import { journalWords, words } from './words.ts';

type JournalEntry = AnswerOf<NamedEndpoints['readJournal']>['entries'][number];

function EntryLine({ entry }: { readonly entry: JournalEntry }) {
  const say = useSay();
  const language = useLanguage();
  const amount = (fen: number) => `${yuanText(fen, true)}${language === 'en' ? ' ' : ''}${say(uiWords.yuan)}`;
  const told = journalWords[entry.kind];
  return (
    <li className="border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
      <p>{told ? say(told(amount(movedIn(entry.postings)))) : entry.title}</p>
      <p className="text-sm text-soft">
        <time dateTime={entry.at}>{momentText(entry.at, language)}</time> · {entry.officeTitle} · #{entry.seq}
      </p>
      <details className="mt-1">
        <summary className="w-fit text-sm text-soft">{say(words.postings)}</summary>
        <ul className="mt-1 grid gap-0.5 border-l-2 border-line pl-3 text-sm">
          {entry.postings.map(({ account, title, side, amountFen }) => (
            <li key={`${side}/${account}`} className="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] gap-x-2">
              <span className="text-soft">{say(side === 'debit' ? words.debit : words.credit)}</span>
              <span className="wrap-anywhere">{title}</span>
              <span>{yuanText(amountFen)}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

type Sum = AnswerOf<NamedEndpoints['readJournal']>['sums'][number];

/** How a sum stands, in a word with its tone. */
function standingOf({ isCancelled, paidAt, batch }: Sum): readonly [Tone, Words] {
  if (isCancelled) return ['red', words.sumCancelled];
  if (paidAt !== null) return ['good', words.sumPaid];
  return ['gold', batch ? words.sumInBatch : words.sumOwed];
}

/** When it arrived, how the bank names it, and the batch it went in. */
function SumTrace({ sum: { paidAt, bankReference, batch } }: { readonly sum: Sum }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-soft">
      {paidAt !== null && <time dateTime={paidAt}>{momentText(paidAt, language)}</time>}
      {bankReference !== null && (
        <span>
          {say(words.bankReference)} <code className="font-mono">{bankReference}</code>
        </span>
      )}
      {batch && (
        <Link href={paths.case('payment', batch.id)} className="link">
          {batch.number}
        </Link>
      )}
    </p>
  );
}

function SumLine({ sum }: { readonly sum: Sum }) {
  const say = useSay();
  const [tone, standing] = standingOf(sum);
  return (
    <li className="border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="mr-auto">
          {sum.payeeName} <span className="text-sm text-soft">{say(words.tail(sum.tail))}</span>
        </span>
        <span className={sum.isCancelled ? 'text-soft line-through' : 'font-semibold'}>
          <Amount fen={sum.amountFen} />
        </span>
        <Badge tone={tone}>{say(standing)}</Badge>
      </p>
      <SumTrace sum={sum} />
    </li>
  );
}

/** What was decided to be paid, to whom, and how the bank names it; nothing where nothing is owed yet. */
export function SumsCard({ id }: { readonly id: string }) {
  const say = useSay();
  const { data } = useQuery(journalQuery(id));
  if (!data || data.sums.length === 0) return null;
  return (
    <Card id="sums" title={say(words.sums)}>
      <ul>
        {data.sums.map((sum) => (
          <SumLine key={sum.id} sum={sum} />
        ))}
      </ul>
    </Card>
  );
}

/** The ledger entries of a case in plain words, with their postings unfolded on request. */
export function JournalCard({ id }: { readonly id: string }) {
  const say = useSay();
  const journal = useQuery(journalQuery(id));
  return (
    <Card id="journal" title={say(words.journal)}>
      <p className="mb-3 text-sm text-soft">{say(words.journalWhy)}</p>
      <Answer query={journal} lines={3}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="text-soft">{say(words.noJournal)}</p>
          ) : (
            <ol>
              {entries
                .toSorted((a, b) => b.seq - a.seq)
                .map((entry) => (
                  <EntryLine key={entry.id} entry={entry} />
                ))}
            </ol>
          )
        }
      </Answer>
    </Card>
  );
}
