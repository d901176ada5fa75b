/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- `display: block` takes the roles of a table away, so they are written out */
import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { paths } from '../../paths.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Ranking, RankingRow } from './ranking.ts';
import type { Sensitivity } from './sensitivity.ts';
import { inspectionWords, words } from './words.ts';

const tones: Readonly<Record<string, Tone>> = { agrees: 'teal', partly: 'gold', not: 'red' };

/** Events that decide a row here; everything else is done in its file. */
const decisions = ['propose_selection', 'confirm_selection', 'confirm_rejection', 'send_back_selection'];

type Stretch = { readonly from: number; readonly to: number };

type Props = {
  readonly ranking: Ranking;
  readonly cases: ReadonlyMap<string, CaseView>;
  readonly firmness: ReadonlyMap<string, Sensitivity>;
  readonly onAct: (id: string, event: string) => void;
};

const two = (value: number | null) => (value === null ? '–' : value.toFixed(2));
const one = (value: number | null) => (value === null ? '–' : String(value));

function Firmness({ found }: { readonly found: Sensitivity | undefined }) {
  const say = useSay();
  if (!found) return null;
  const { byWeights, byExperts } = found;
  const isFirm = byWeights.best === byWeights.worst && byExperts.best === byExperts.worst;
  if (isFirm) return <Badge>{say(words.firm)}</Badge>;
  return (
    <span className="text-sm text-gold">
      {byWeights.best !== byWeights.worst && <span className="block">{say(words.byWeights(byWeights.best, byWeights.worst))}</span>}
      {byExperts.best !== byExperts.worst && <span className="block">{say(words.byExperts(byExperts.best, byExperts.worst))}</span>}
    </span>
  );
}

/** The stretch of points that all sheets of a call lie in, to the next ten. */
function stretchOf(rows: readonly RankingRow[]): Stretch {
  const points = rows.flatMap(({ lowest, highest }) => [lowest, highest]).filter((one) => one !== null);
  return { from: Math.floor((Math.min(...points) - 1) / 10) * 10, to: Math.ceil((Math.max(...points) + 1) / 10) * 10 };
}

/** Where the sheets lie between their lowest and highest total, on one scale for the whole call. */
function Spread({ row, stretch: { from, to } }: { readonly row: RankingRow; readonly stretch: Stretch }) {
  const { lowest, highest, score } = row;
  if (lowest === null || highest === null || score === null) return '–';
  const at = (points: number) => (100 * (points - from)) / (to - from);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-24 rounded bg-sand">
        <rect x={at(lowest)} y="1" width={Math.max(at(highest) - at(lowest), 1)} height="6" className="fill-teal/35" />
        <rect x={at(score) - 0.75} y="0" width="1.5" height="8" className="fill-teal" />
      </svg>
      <span className="text-sm text-soft">
        {one(lowest)}–{one(highest)}
      </span>
    </span>
  );
}

function Cell({ label, isNumber, children }: { readonly label: string; readonly isNumber?: boolean; readonly children: ReactNode }) {
  return (
    <td role="cell" data-label={label} className={`px-3 py-3.5 align-top ${isNumber ? 'text-right' : ''}`}>
      <div className="min-w-0">{children}</div>
    </td>
  );
}

/** What the reader may decide on a row here. */
function Acts({ kase, onAct }: { readonly kase: CaseView | undefined; readonly onAct: Props['onAct'] }) {
  if (!kase) return null;
  const actions = kase.actions.filter(({ event, refusals }) => decisions.includes(event) && refusals.length === 0);
  return (
    <span className="flex flex-wrap gap-2">
      {actions.map(({ event, title, manner }) => (
        <Button
          key={event}
          size="small"
          kind={manner === 'next' ? 'primary' : manner === 'grave' ? 'grave' : 'plain'}
          onClick={() => onAct(kase.id, event)}
        >
          {title}
        </Button>
      ))}
    </span>
  );
}

function Row({
  row,
  stretch,
  kase,
  found,
  onAct,
}: {
  readonly row: RankingRow;
  readonly stretch: Stretch;
  readonly kase: CaseView | undefined;
  readonly found: Sensitivity | undefined;
  readonly onAct: Props['onAct'];
}) {
  const say = useSay();
  const inspection = row.inspection ?? '';
  return (
    <tr role="row" className="border-b border-line last:border-0">
      <Cell label={say(words.rank)} isNumber>
        <b className="font-serif text-xl">{one(row.rank)}</b>
      </Cell>
      <th role="rowheader" scope="row" className="px-3 py-3.5 text-left align-top font-normal">
        <Link href={paths.case('application', row.case)} className="link inline-flex min-h-6 items-center font-semibold">
          {row.name}
        </Link>
        <span className="block text-sm text-soft">
          {row.number} {row.districtName}
        </span>
      </th>
      <Cell label={say(words.score)} isNumber>
        <b className="text-lg">{two(row.score)}</b>
      </Cell>
      <Cell label={say(words.planScore)} isNumber>
        {two(row.planScore)}
      </Cell>
      <Cell label={say(words.spread)}>
        <Spread row={row} stretch={stretch} />
      </Cell>
      <Cell label={say(words.inspection)}>
        <Badge tone={tones[inspection] ?? 'quiet'}>{say(inspectionWords[inspection] ?? words.none)}</Badge>
      </Cell>
      <Cell label={say(words.firmness)}>
        <Firmness found={found} />
      </Cell>
      <Cell label={say(words.state)}>
        {row.stateTitle}
        {row.isSelected !== null && (
          <span className="block text-sm text-soft">{say(row.isSelected ? words.proposed : words.notProposed)}</span>
        )}
      </Cell>
      <td role="cell" className="no-print px-3 py-3.5 align-top">
        <Acts kase={kase} onAct={onAct} />
      </td>
    </tr>
  );
}

/** The ranking with the line where the places end. */
export function RankingTable({ ranking, cases, firmness, onAct }: Props) {
  const say = useSay();
  const heads = [words.rank, words.name, words.score, words.planScore, words.spread, words.inspection, words.firmness, words.state];
  const stretch = stretchOf(ranking.rows);
  const numbers = new Set([words.rank, words.score, words.planScore]);
  return (
    <>
      <div className="overflow-x-auto rounded-xl border border-line bg-card">
        <table role="table" className="stack w-full border-collapse">
          <caption className="sr-only">{say(words.title)}</caption>
          <thead role="rowgroup">
            <tr role="row" className="border-b border-line">
              {heads.map((head) => (
                <th
                  key={head.en}
                  role="columnheader"
                  scope="col"
                  className={`px-3 py-2 text-sm font-semibold whitespace-nowrap text-soft ${numbers.has(head) ? 'text-right' : 'text-left'}`}
                >
                  {say(head)}
                </th>
              ))}
              <th role="columnheader" scope="col" className="no-print">
                <span className="sr-only">{say(words.act)}</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {ranking.rows.map((row, index) => (
              <Fragment key={row.case}>
                <Row row={row} stretch={stretch} kase={cases.get(row.case)} found={firmness.get(row.case)} onAct={onAct} />
                {index + 1 === ranking.places && index + 1 < ranking.rows.length && (
                  <tr role="row">
                    <td
                      role="cell"
                      colSpan={9}
                      className="border-y-2 border-gold bg-cream px-3 py-1 text-center text-sm font-semibold text-gold"
                    >
                      {say(words.line(ranking.places))}
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {firmness.size > 0 && <p className="mt-3 text-sm text-soft">{say(words.firmnessNote)}</p>}
    </>
  );
}
