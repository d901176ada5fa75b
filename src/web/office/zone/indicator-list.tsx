import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Meter } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import type { IndicatorLine, Scorecard, ZoneForms } from './queries.ts';
import { IndicatorReportDialog, IndicatorReports } from './report-dialogs.tsx';
import { words } from './words.ts';

type Props = { readonly card: Scorecard; readonly forms: ZoneForms };
type Doing = { readonly indicator: IndicatorLine; readonly what: 'report' | 'read' };

/** The indicators of a year: value, target, how far, and where the value comes from. */
export function IndicatorList({ card, forms }: Props) {
  const say = useSay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { indicators, zone, year } = card;
  const close = () => setDoing(null);
  return (
    <Card title={say(words.indicators)} aside={<span className="text-sm text-soft">{say(words.countOf(indicators.length))}</span>}>
      {indicators.length === 0 && <p className="text-soft">{say(words.noIndicators)}</p>}
      <ul className="divide-y divide-line">
        {indicators.map((indicator) => (
          <IndicatorRow
            key={indicator.no}
            indicator={indicator}
            onRead={() => setDoing({ indicator, what: 'read' })}
            onReport={forms.indicator === null ? null : () => setDoing({ indicator, what: 'report' })}
          />
        ))}
      </ul>
      {doing?.what === 'read' && <IndicatorReports zone={zone} indicator={doing.indicator} onClose={close} />}
      {doing?.what === 'report' && (
        <IndicatorReportDialog zone={zone} indicator={doing.indicator} year={year} input={forms.indicator} onClose={close} />
      )}
    </Card>
  );
}

type RowProps = { readonly indicator: IndicatorLine; readonly onRead: () => void; readonly onReport: (() => void) | null };

function IndicatorRow({ indicator, onRead, onReport }: RowProps) {
  const say = useSay();
  const { no, name, unit, target, actual, share, isCounted, from } = indicator;
  return (
    <li className="grid gap-x-6 gap-y-2 py-4 first:pt-0 md:grid-cols-[minmax(0,1fr)_11rem_6.5rem] md:items-start">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-semibold">
            {no} {name}
          </span>
          {isCounted && <Badge tone="quiet">{say(words.counted)}</Badge>}
        </p>
        <p className="text-sm text-soft">{from}</p>
      </div>
      <div>
        <p className="tabular-nums">
          <b>{actual === null ? say(words.unknown) : numberText(actual)}</b> / {numberText(target)}
          <span className="text-sm text-soft"> {unit}</span>
        </p>
        <Meter share={share} />
      </div>
      {!isCounted && (
        <p className="no-print flex flex-wrap gap-2 md:flex-col md:items-stretch">
          {onReport && (
            <Button size="small" aria-label={`${say(words.reportIndicator)} ${no}`} onClick={onReport}>
              {say(words.reportIndicator)}
            </Button>
          )}
          {actual !== null && (
            <Button size="small" kind="bare" aria-label={`${say(words.reports)} ${no}`} onClick={onRead}>
              {say(words.reports)}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}
