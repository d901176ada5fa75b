import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { Answer } from '../../api/answer.tsx';
import { Card } from '../../ui/card.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { yuanText } from '../../ui/money.ts';
import { uiWords } from '../../ui/words.ts';
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
