import { results } from '#processes/rectification/screens.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import type { Parts } from './data.ts';
import { words } from './words.ts';

const prose = (text: string) => <span className="whitespace-pre-wrap">{text}</span>;

/** The recheck with its result, proposed or decided. */
export function ResultCard({ parts }: { readonly parts: Parts }) {
  const say = useSay();
  const language = useLanguage();
  const { recheck, decision } = parts;
  if (!recheck) return null;
  const { result, reason, team, seenOn, isCountedAsFailed } = recheck;
  const pairs: readonly Pair[] = [
    ...(seenOn ? [{ key: 'on', label: say(words.seenOn), value: dayText(seenOn, language) }] : []),
    ...(team.length > 0 ? [{ key: 'team', label: say(words.team), value: team.join('、') }] : []),
    ...(decision ? [{ key: 'no', label: say(words.documentNumber), value: decision.documentNumber }] : []),
    { key: 'why', label: say(words.reason), value: prose(reason), isWide: true },
  ];
  return (
    <Card
      title={say(words.result)}
      aside={
        <span className="flex items-center gap-3 text-sm text-soft">
          <Badge tone={result === 'qualified' ? 'teal' : 'red'}>{say(results[result])}</Badge>
          {say(decision ? words.decidedOn(dayText(decision.decidedOn, language)) : words.proposedOnly)}
        </span>
      }
    >
      {isCountedAsFailed && (
        <div className="mb-4">
          <Notice tone="warn">{say(words.countedAsFailed)}</Notice>
        </div>
      )}
      <Pairs pairs={pairs} />
    </Card>
  );
}
