import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { grounds } from '#processes/revocation/screens.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import { NoticeCard } from '../notice-card.tsx';
import { type Parts, partsOf } from './data.ts';
import { HeardCard } from './heard-card.tsx';
import { Papers } from './papers.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { SupportsCard } from './supports-card.tsx';
import { words } from './words.ts';

type Props = { readonly parts: Parts };
const prose = (text: string) => <span className="whitespace-pre-wrap">{text}</span>;

function DecisionCard({ parts }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { decision, ground } = parts;
  if (!decision) return null;
  const { isRevoked, documentNumber, decidedOn, effectiveFrom, remedies } = decision;
  const pairs: readonly Pair[] = [
    { key: 'no', label: say(words.documentNumber), value: documentNumber },
    ...(effectiveFrom
      ? [{ key: 'from', label: say(words.effectiveFrom), value: ground === 'deceit' ? say(words.never) : dayText(effectiveFrom, language) }]
      : []),
    { key: 'remedies', label: say(words.remedies), value: remedies, isWide: true },
  ];
  return (
    <Card
      title={say(words.decision)}
      aside={
        <span className="flex items-center gap-3 text-sm text-soft">
          <Badge tone={isRevoked ? 'red' : 'teal'}>{say(isRevoked ? words.revoked : words.kept)}</Badge>
          {say(words.decidedOn(dayText(decidedOn, language)))}
        </span>
      }
    >
      <Pairs pairs={pairs} />
    </Card>
  );
}

function GroundPairs({ parts }: Props) {
  const say = useSay();
  const { ground, basis, basisNumber, found, findings = [] } = parts;
  const process = ground === 'failed_rectification' ? 'rectification' : 'recognition';
  const pairs: readonly Pair[] = [
    ...(ground ? [{ key: 'ground', label: say(words.ground), value: say(grounds[ground]) }] : []),
    ...(basis && basisNumber
      ? [
          {
            key: 'basis',
            label: say(words.basis),
            value: (
              <Link href={paths.case(process, basis)} className="link inline-block min-h-6">
                {basisNumber}
              </Link>
            ),
          },
        ]
      : []),
    ...(found ? [{ key: 'found', label: say(words.found), value: prose(found), isWide: true }] : []),
    ...(findings.length > 0 ? [{ key: 'papers', label: say(words.evidence), value: <Papers papers={findings} />, isWide: true }] : []),
  ];
  return <Pairs pairs={pairs} />;
}

function NoticePart({ parts }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { notice } = parts;
  if (!notice) return null;
  const pairs: readonly Pair[] = [
    ...(notice.documentNumber ? [{ key: 'no', label: say(words.documentNumber), value: notice.documentNumber }] : []),
    {
      key: 'until',
      label: say(words.hearingUntil),
      value: <span className="font-semibold">{dayText(notice.hearingUntil, language)}</span>,
    },
    { key: 'facts', label: say(words.facts), value: prose(notice.facts), isWide: true },
    { key: 'grounds', label: say(words.grounds), value: prose(notice.grounds), isWide: true },
    ...(notice.evidence.length > 0
      ? [{ key: 'evidence', label: say(words.evidence), value: <Papers papers={notice.evidence} />, isWide: true }]
      : []),
  ];
  const issued = notice.issuedOn ? words.issuedOn(dayText(notice.issuedOn, language)) : words.draft;
  return (
    <Card title={say(words.notice)} aside={<span className="text-sm text-soft">{say(issued)}</span>}>
      <Pairs pairs={pairs} />
    </Card>
  );
}

/** Everything a revocation has gathered, the newest stage first. */
export function RevocationData({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const parts = partsOf(view);
  return (
    <>
      {parts.ended && (
        <Notice tone="warn">
          {say(words.ended)}：{parts.ended}
        </Notice>
      )}
      <DecisionCard parts={parts} />
      {parts.decision?.isRevoked && parts.ground === 'deceit' && <SupportsCard revocation={view.id} />}
      <NoticeCard view={view} />
      <ProposalCard parts={parts} />
      <HeardCard parts={parts} />
      <NoticePart parts={parts} />
      <Card title={say(words.ground)}>
        <GroundPairs parts={parts} />
      </Card>
    </>
  );
}
