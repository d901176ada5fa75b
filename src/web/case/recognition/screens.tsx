import { grades } from '#processes/recognition/screens.tsx';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import type { ContextProps, EventScreen } from '../event-screen.ts';
import { partsOf } from './data.ts';
import { GradeMark } from './grade-card.tsx';
import { OpinionForm } from './opinion-form.tsx';
import { ProposeForm, useComputedGrade } from './propose-form.tsx';
import { opinionSchema } from './schemas.ts';
import { consequences, words } from './words.ts';

/** The opinion that is to be signed. */
function OpinionContext({ view }: ContextProps) {
  const say = useSay();
  const { opinion, progress } = partsOf(view);
  if (!opinion) return null;
  const titles = new Map([
    ...(progress?.tasks ?? []).map(({ no, title }) => [no, title] as const),
    ...(progress?.indicators ?? []).map(({ no, name }) => [no, name] as const),
  ]);
  const doubted = opinion.doubted.map(({ no, says }) => `${no} ${titles.get(no) ?? ''}：${says}`);
  return (
    <div className="grid gap-3 rounded-lg border border-line px-4 py-4">
      <SchemaView schema={opinionSchema} value={opinion} />
      {doubted.length > 0 && (
        <ul aria-label={say(words.doubted)} className="list-disc border-t border-line pt-3 pl-5">
          {doubted.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The grade that is to be approved or decided, with what was computed and what follows. */
function GradeContext({ view }: ContextProps) {
  const say = useSay();
  const { proposal, scores } = partsOf(view);
  if (!proposal) return null;
  const { grade, computed, reason } = proposal;
  const pairs: readonly Pair[] = [
    { key: 'grade', label: say(words.grade), value: <GradeMark grade={grade} /> },
    {
      key: 'computed',
      label: say(words.computed),
      value: (
        <>
          {say(grades[computed])}
          {scores && ` · ${say(words.total)} ${numberText(scores.total)}`}
        </>
      ),
    },
    ...(reason
      ? [{ key: 'reason', label: say(words.why), value: <span className="whitespace-pre-wrap">{reason}</span>, isWide: true }]
      : []),
    ...(consequences[grade] ? [{ key: 'then', label: say(words.consequence), value: say(consequences[grade]), isWide: true }] : []),
  ];
  return (
    <div className="rounded-lg border border-line px-4 py-4">
      <Pairs pairs={pairs} />
    </div>
  );
}

const lastOpinion: EventScreen['useStart'] = (view) => {
  const { opinion } = partsOf(view);
  if (!opinion) return undefined;
  const { finding, doubted, opinion: says, says: reasons } = opinion;
  return { finding, doubted, opinion: says, says: reasons } as Tree;
};

/** Dialogs of a recognition that need more than their fields. */
export const recognitionScreens: Readonly<Record<string, EventScreen>> = {
  county_check: { Body: OpinionForm, isWide: true, useStart: lastOpinion },
  county_sign: { Context: OpinionContext },
  county_return: { Context: OpinionContext },
  propose_grade: { Body: ProposeForm, useStart: useComputedGrade },
  approve_grade: { Context: GradeContext },
  decide: { Context: GradeContext },
};
