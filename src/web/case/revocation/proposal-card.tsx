import { outcomes } from '#processes/revocation/screens.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import type { Parts } from './data.ts';
import { words } from './words.ts';

const prose = (text: string) => <span className="whitespace-pre-wrap">{text}</span>;

/** What is proposed, why, and what was answered to the building unit. */
export function ProposalCard({ parts }: { readonly parts: Parts }) {
  const say = useSay();
  const language = useLanguage();
  const { proposal, reopened = [] } = parts;
  if (!proposal && reopened.length === 0) return null;
  const pairs: readonly Pair[] = [
    ...(proposal ? [{ key: 'why', label: say(words.reasons), value: prose(proposal.reasons), isWide: true }] : []),
    ...(proposal?.answer ? [{ key: 'answer', label: say(words.answer), value: prose(proposal.answer), isWide: true }] : []),
    ...reopened.map(({ reason, on }) => ({
      key: `${on}/${reason}`,
      label: say(words.reopened),
      value: `${dayText(on, language)}：${reason}`,
      isWide: true,
    })),
  ];
  return (
    <Card
      title={say(words.proposal)}
      aside={proposal && <Badge tone={proposal.outcome === 'revoke' ? 'red' : 'teal'}>{say(outcomes[proposal.outcome])}</Badge>}
    >
      <Pairs pairs={pairs} />
    </Card>
  );
}
