import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { partWeights, type Scores } from '#processes/recognition/screens.tsx';
import { useSigned } from '../../session/session.tsx';
import { Card } from '../../ui/card.tsx';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { shareText } from '../../ui/money.ts';
import { paths } from '../../paths.ts';
import { Sheets } from '../panel/sheets.tsx';
import { countedPoints, indicatorRows, meanShare, type RecognitionParts, taskRows } from './data.ts';
import { useThresholds } from './thresholds.ts';
import { groupWords, words } from './words.ts';

const readsReadings = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** How part one came about: half the tasks, half the indicators. */
function OneWhy({ parts, points }: { readonly parts: RecognitionParts; readonly points: number }) {
  const say = useSay();
  const [tasks, indicators] = [taskRows(parts), indicatorRows(parts)];
  const halves = [
    [words.tasks, tasks, meanShare(tasks)],
    [words.indicators, indicators, meanShare(indicators)],
  ] as const;
  const known = halves.flatMap(([, , share]) => (share === null ? [] : [share]));
  const mean = Math.round(known.reduce((sum, share) => sum + share, 0) / Math.max(1, known.length));
  return (
    <>
      <ul className="list-disc pl-5">
        {halves.map(([title, rows, share]) =>
          share === null ? null : <li key={title.en}>{say(words.half(say(title), rows.length, shareText(share)))}</li>,
        )}
      </ul>
      <p>{say((known.length > 1 ? words.halves : words.whole)(shareText(mean), numberText(points)))}</p>
      <p className="text-soft">{say(words.shares)}</p>
      <p>
        <a href="#part-carriedOut" className="link inline-block min-h-6">
          {say(words.toRows)}
        </a>
      </p>
    </>
  );
}

/** How a part of the experts came about; single sheets are the centre's. */
function ExpertsWhy({
  parts,
  part,
  points,
}: {
  readonly parts: RecognitionParts;
  readonly part: 'two' | 'three';
  readonly points: number;
}) {
  const say = useSay();
  const { sheets } = parts;
  if (!sheets) return <p>{say(words.meanHidden)}</p>;
  return <p>{say(words.mean(countedPoints(sheets, part).map(numberText).join('、'), numberText(points)))}</p>;
}

type PartProps = { readonly part: keyof typeof partWeights; readonly points: number; readonly children: ReactNode };

/** One part: its points of the most there are, as a number and as a bar, and how it came about one click away. */
function Part({ part, points, children }: PartProps) {
  const say = useSay();
  const most = partWeights[part];
  return (
    <li className="border-t border-line py-3 first:border-0 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="mr-auto font-semibold">{say(words.part[part])}</span>
        <span className="whitespace-nowrap">
          <b className="font-serif text-xl">{points.toFixed(2)}</b> <span className="text-sm text-soft">{say(words.outOf(most))}</span>
        </span>
      </p>
      <span aria-hidden="true" className="mt-1.5 block h-2 overflow-hidden rounded-full bg-sand">
        <span className="block h-full bg-teal" style={{ width: `${(points / most) * 100}%` }} />
      </span>
      <details className="mt-1.5">
        <summary className="text-sm text-soft">
          {say(part === 'one' ? words.byRecord : words.byExperts)} · {say(words.how)}
        </summary>
        <div className="mt-2 grid gap-1.5 rounded-lg bg-sand px-4 py-3 text-[0.9375rem]">{children}</div>
      </details>
    </li>
  );
}

/** The lowest scores of the better grades, with the way to the readings for those who may go there. */
export function ThresholdLine({ parts }: { readonly parts: RecognitionParts }) {
  const say = useSay();
  const { office } = useSigned();
  const thresholds = useThresholds(parts);
  if (!thresholds) return null;
  return (
    <p className="text-sm text-soft">
      {say(words.thresholds(thresholds.excellent, thresholds.qualified))}
      {' · '}
      {readsReadings.has(office.role) ? (
        <Link href={`${paths.readings}#excellentScoreMinimum`} className="link">
          {say(words.thresholdsFrom)}
        </Link>
      ) : (
        say(words.thresholdsFrom)
      )}
    </p>
  );
}

/** The score by its parts. */
export function ScoreCard({ parts, scores }: { readonly parts: RecognitionParts; readonly scores: Scores }) {
  const say = useSay();
  return (
    <Card id="scores" title={say(words.scores)}>
      <div className="mb-5 flex flex-wrap items-end gap-x-8 gap-y-2">
        <p>
          <span className="block text-sm text-soft">{say(words.total)}</span>
          <span className="font-serif text-[2.5rem] leading-none font-bold text-teal">{scores.total.toFixed(2)}</span>
        </p>
        <ThresholdLine parts={parts} />
      </div>
      <ul>
        <Part part="one" points={scores.one}>
          <OneWhy parts={parts} points={scores.one} />
        </Part>
        {(['two', 'three'] as const).map((part) => (
          <Part key={part} part={part} points={scores[part]}>
            <ExpertsWhy parts={parts} part={part} points={scores[part]} />
          </Part>
        ))}
      </ul>
      {parts.sheets && parts.sheets.length > 0 && (
        <details className="mt-2 border-t border-line pt-4">
          <summary className="text-sm text-soft">{say(words.sheets)}</summary>
          <div className="mt-3">
            <Sheets caption={say(words.sheets)} sheets={parts.sheets} groups={groupWords} />
          </div>
        </details>
      )}
    </Card>
  );
}
