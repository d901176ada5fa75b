import type { CaseView } from '#contract/cases.ts';
import { type Grade, grades, vetoReasons } from '#processes/recognition/screens.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import { doneBy } from '../done-by.ts';
import { partsOf, type Proposal } from './data.ts';
import { consequences, words } from './words.ts';

const tones: Readonly<Record<Grade, Tone>> = { excellent: 'good', qualified: 'teal', unqualified: 'red' };

/** A grade as a mark. */
export function GradeMark({ grade }: { readonly grade: string }) {
  const say = useSay();
  const known = grade as Grade;
  return <Badge tone={tones[known] ?? 'quiet'}>{grades[known] ? say(grades[known]) : grade}</Badge>;
}

/** What a veto is called. */
const vetoName = (veto: string) => vetoReasons[veto as keyof typeof vetoReasons];

function Vetoes({ vetoes }: Pick<Proposal, 'vetoes'>) {
  const say = useSay();
  return (
    <span className="flex flex-wrap gap-2">
      {vetoes.map((veto) => (
        <Badge key={veto} tone="red">
          {vetoName(veto) ? say(vetoName(veto)) : veto}
        </Badge>
      ))}
    </span>
  );
}

/** Another grade than the computed one, or a veto: said first, with its reason. */
function Deviation({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay();
  const { grade, computed, reason, vetoes } = proposal;
  if (grade === computed && vetoes.length === 0 && reason === '') return null;
  return (
    <div className="mb-4">
      <Notice tone={grade === computed && vetoes.length === 0 ? 'info' : 'warn'}>
        {grade !== computed && (
          <p className="font-semibold">
            {say(words.deviates)}：{say(grades[computed])} → {say(grades[grade])}
          </p>
        )}
        <p className="whitespace-pre-wrap">
          <span className="text-sm text-soft">{say(words.why)} </span>
          {reason}
        </p>
      </Notice>
    </div>
  );
}

/** The grade as it was proposed and decided, what was computed, and what follows. */
export function GradeCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { proposal } = partsOf(view);
  if (!proposal) return null;
  const { grade, computed, vetoes } = proposal;
  const isDecided = view.state === 'decided';
  const people: readonly Pair[] = (
    [
      ['propose_grade', words.proposedBy],
      ['approve_grade', words.approvedBy],
      ['decide', words.decidedBy],
    ] as const
  ).flatMap(([event, label]) => {
    const name = doneBy(view, event);
    return name ? [{ key: event, label: say(label), value: name }] : [];
  });
  return (
    <Card
      id="grade"
      title={say(words.grade)}
      aside={
        <span className="flex items-center gap-2">
          {!isDecided && <span className="text-sm text-soft">{say(words.proposed)}</span>}
          <GradeMark grade={grade} />
        </span>
      }
    >
      <Deviation proposal={proposal} />
      <Pairs
        pairs={[
          { key: 'computed', label: say(words.computed), value: <GradeMark grade={computed} /> },
          ...(vetoes.length > 0 ? [{ key: 'vetoes', label: say(words.vetoed), value: <Vetoes vetoes={vetoes} /> }] : []),
          ...(consequences[grade] ? [{ key: 'then', label: say(words.consequence), value: say(consequences[grade]), isWide: true }] : []),
          ...people,
        ]}
      />
      {isDecided && grade !== 'excellent' && <p className="mt-4 text-sm text-soft">{say(words.remedies)}</p>}
    </Card>
  );
}
