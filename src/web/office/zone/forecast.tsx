import { Badge, ClauseMark, type Tone } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Scorecard } from './queries.ts';
import { words } from './words.ts';

/** How a grade looks wherever it is shown. */
export const gradeTones: Readonly<Record<string, Tone>> = { excellent: 'good', qualified: 'teal', unqualified: 'red' };

/** The grade a zone is heading for, from what, and how that is computed. */
export function Forecast({ card }: { readonly card: Scorecard }) {
  const say = useSay();
  const { forecast, version, countsFrom } = card;
  return (
    <section aria-label={say(words.forecast)} className="rounded-xl bg-mist px-5 py-5 sm:px-7">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-semibold">{say(words.forecast)}</span>
        {forecast ? (
          <>
            <Badge tone={gradeTones[forecast.grade] ?? 'quiet'}>{forecast.gradeTitle}</Badge>
            <span className="font-serif text-2xl font-bold">{say(words.points(forecast.total))}</span>
            <span className="text-soft">{say(words.partOne(forecast.partOne))}</span>
          </>
        ) : (
          <span className="text-soft">{say(words.forecastNone)}</span>
        )}
      </p>
      {forecast && (
        <>
          <p className="mt-2">{forecast.says}</p>
          <details className="mt-2">
            <summary className="link w-fit min-h-6 text-sm">{say(words.forecastHow)}</summary>
            <p className="mt-1 max-w-prose text-sm text-soft">{say(words.forecastRule)}</p>
          </details>
        </>
      )}
      <p className="mt-2 text-sm text-soft">
        {say(words.byVersion(version, countsFrom))} · <ClauseMark clause="14.2a" />
      </p>
    </section>
  );
}

/** More than these are one click away, so that tasks and numbers stay in reach on a phone. */
const firstWarnings = 6;

function WarningList({ warnings }: { readonly warnings: Scorecard['warnings'] }) {
  return (
    <ul className="grid gap-1">
      {warnings.map(({ code, about, says }) => (
        <li key={`${code}/${about}/${says}`}>{says}</li>
      ))}
    </ul>
  );
}

/** What gives cause for concern, the gravest first. */
export function Warnings({ warnings }: { readonly warnings: Scorecard['warnings'] }) {
  const say = useSay();
  if (warnings.length === 0) return null;
  return (
    <section aria-label={say(words.warnings(warnings.length))} className="rounded-xl border-l-4 border-gold bg-cream px-5 py-4">
      <h2 className="mb-2 flex items-center gap-2 font-serif font-bold">
        <span className="text-gold">
          <Icon name="warn" />
        </span>
        {say(words.warnings(warnings.length))}
      </h2>
      <WarningList warnings={warnings.slice(0, firstWarnings)} />
      {warnings.length > firstWarnings && (
        <details className="mt-1">
          <summary className="min-h-8 w-fit py-1 text-teal">{say(words.moreWarnings(warnings.length - firstWarnings))}</summary>
          <WarningList warnings={warnings.slice(firstWarnings)} />
        </details>
      )}
    </section>
  );
}
