import { computedGrade, type Grade, type Scores, type Thresholds } from '#processes/recognition/screens.tsx';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { SchemaForm } from '../../ui/schema/form.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import type { CaseView } from '#contract/cases.ts';
import type { BodyProps } from '../event-screen.ts';
import { partsOf } from './data.ts';
import { GradeMark } from './grade-card.tsx';
import { ThresholdLine } from './score-card.tsx';
import { following, reasonWanted, vetoesIn } from './proposal.ts';
import { useThresholds } from './thresholds.ts';
import { dialogWords, words } from './words.ts';

/** The grade the officer's vetoes lead to now; undefined until scores and thresholds are known. */
function useComputing(view: CaseView): ((vetoes: readonly string[]) => Grade) | undefined {
  const parts = partsOf(view);
  const thresholds = useThresholds(parts);
  return parts.scores && thresholds ? (vetoes) => computing(parts.scores as Scores, thresholds, vetoes) : undefined;
}

const computing = ({ total }: Scores, thresholds: Thresholds, vetoes: readonly string[]) => computedGrade(total, vetoes, thresholds);

/** The computed grade is filled in for the officer. */
export function useComputedGrade(view: CaseView): Tree | undefined {
  const compute = useComputing(view);
  return compute ? { grade: compute([]), vetoes: [], reason: '' } : undefined;
}

/** What is computed from the score and the vetoes, said anew at every change. */
function Computed({ view, grade, hasVeto }: { readonly view: CaseView; readonly grade: Grade; readonly hasVeto: boolean }) {
  const say = useSay();
  const parts = partsOf(view);
  return (
    <div aria-live="polite" className="rounded-lg bg-sand px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{say(dialogWords.byScore(numberText(parts.scores?.total ?? 0)))}</span>
        <span className="text-soft">{say(words.computed)}</span> <GradeMark grade={grade} />
      </p>
      {hasVeto ? <p className="text-sm">{say(dialogWords.byVeto)}</p> : <ThresholdLine parts={parts} />}
    </div>
  );
}

/** The grade proposed: what is computed moves with the vetoes, and a reason is asked for as soon as one is needed. */
export function ProposeForm({ view, value, onChange, ...rest }: BodyProps) {
  const say = useSay();
  const compute = useComputing(view);
  const computed = compute?.(vetoesIn(value));
  const wanted = reasonWanted(computed, value);
  return (
    <div className="grid grid-cols-1 gap-5">
      {computed && <Computed view={view} grade={computed} hasVeto={vetoesIn(value).length > 0} />}
      <SchemaForm
        {...rest}
        value={value}
        onChange={(next) => onChange(compute ? following(compute, value, next) : next)}
        notes={wanted === 'free' ? noNotes : { reason: <p className="mt-1 text-sm font-semibold text-gold">{say(reasonWords[wanted])}</p> }}
      />
    </div>
  );
}

const reasonWords = { deviation: dialogWords.reasonNeeded, veto: dialogWords.reasonForVeto } as const;
const noNotes = {} as const;
