import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { type Count, tallyOf } from './fact.ts';
import { type FactFilter, useKinds } from './query.ts';
import { useAddress } from './use-address.ts';
import { words } from './words.ts';

type Props = { readonly filter: FactFilter; readonly counts: readonly Count[] };

/** Kind and year with how many there are of each, and whether ended versions come along. */
export function FactFilters({ filter, counts }: Props) {
  const say = useSay();
  const { change } = useAddress();
  const { kinds = [] } = useKinds();
  const { years, of } = tallyOf(counts);
  const { kind = null, year = null } = filter;
  const shown = kinds.filter(({ name }) => of(null, name) > 0 || name === kind);
  const allYears = year === null || years.includes(year) ? years : [year, ...years];
  return (
    <search>
      <form
        aria-label={say(words.filter)}
        onSubmit={(event) => event.preventDefault()}
        className="no-print mb-4 flex flex-wrap items-center gap-2.5"
      >
        <select
          aria-label={say(words.kind)}
          value={kind ?? ''}
          onChange={(event) => change({ kind: event.target.value })}
          className="control w-auto max-w-full flex-1 sm:flex-none"
        >
          <option value="">{say(words.allKinds(of(year, null)))}</option>
          {shown.map(({ name, title }) => (
            <option key={name} value={name}>
              {say(words.counted(title, of(year, name)))}
            </option>
          ))}
        </select>
        <select
          aria-label={say(words.year)}
          value={year ?? ''}
          onChange={(event) => change({ year: event.target.value })}
          className="control w-auto max-w-full flex-1 sm:flex-none"
        >
          <option value="">{say(words.allYears(of(null, kind)))}</option>
          {allYears.map((one) => (
            <option key={one} value={one}>
              {say(words.counted(String(one), of(one, kind)))}
            </option>
          ))}
        </select>
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            checked={filter.history === '1'}
            onChange={(event) => change({ history: event.target.checked ? '1' : null })}
            className="size-4.5 accent-teal"
          />
          {say(words.withHistory)}
        </label>
        {(kind !== null || year !== null || filter.history) && (
          <Button kind="bare" onClick={() => change({ kind: null, year: null, history: null })}>
            {say(words.clear)}
          </Button>
        )}
      </form>
    </search>
  );
}
