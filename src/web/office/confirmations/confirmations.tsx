import type { FactView } from '#contract/facts.ts';
import { Badge } from '../../ui/badge.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { words } from './words.ts';

/** Who answered what about a fact and when, newest first: the newest of each side holds. */
export function Confirmations({ fact }: { readonly fact: Pick<FactView, 'confirmations'> }) {
  const say = useSay();
  const language = useLanguage();
  if (fact.confirmations.length === 0) return <p className="text-soft">{say(words.noWord)}</p>;
  const newestFirst = [...fact.confirmations].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ul className="grid gap-3">
      {newestFirst.map(({ organisationName, personName, isConfirmed, remark, at }) => (
        <li key={`${organisationName}/${at}`}>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={isConfirmed ? 'teal' : 'red'}>{say(isConfirmed ? words.saysYes : words.saysNo)}</Badge>
            <span>{say(words.who(personName, organisationName))}</span>
            <time dateTime={at} className="text-sm text-soft">
              {momentText(at, language)}
            </time>
          </p>
          {remark !== '' && <p className="mt-1 whitespace-pre-wrap">{remark}</p>}
        </li>
      ))}
    </ul>
  );
}
