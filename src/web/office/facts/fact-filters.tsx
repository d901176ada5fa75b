import { Button } from '../../ui/button.tsx';
import { FilterSelect } from '../../case/filter-fields.tsx';
import { useSay } from '../../ui/language.tsx';
import { type Count, tallyOf } from './fact.ts';
import { type FactFilter, useKinds } from './query.ts';
import { useAddress } from '../use-address.ts';
import { words } from './words.ts';

type Props = { readonly filter: FactFilter; readonly counts: readonly Count[] };

/** The choices of both lists with how many facts each would show; what is chosen stays a choice even where there is none. */
function useOptions({ filter, counts }: Props) {
  const say = useSay();
  const { kind = null, year = null }: { readonly kind?: string | null; readonly year?: number | null } = filter;
  const { kinds = [] } = useKinds();
  const { years, of } = tallyOf(counts);
  const shown = kinds.filter(({ name }) => of(null, name) > 0 || name === kind);
  const allYears = year === null || years.includes(year) ? years : [year, ...years];
  return {
    allKinds: say(words.allKinds(of(year, null))),
    kinds: shown.map(({ name, title }) => [name, say(words.counted(title, of(year, name)))] as const),
    allYears: say(words.allYears(of(null, kind))),
    years: allYears.map((one) => [String(one), say(words.counted(String(one), of(one, kind)))] as const),
  };
}

/** Kind and year with how many there are of each, and whether ended versions come along. */
export function FactFilters(props: Props) {
  const say = useSay();
  const { change } = useAddress();
  const options = useOptions(props);
  const { kind, year, history } = props.filter;
  return (
    <search>
      <form
        aria-label={say(words.filter)}
        onSubmit={(event) => event.preventDefault()}
        className="no-print mb-4 flex flex-wrap items-center gap-2.5"
      >
        <FilterSelect
          label={say(words.kind)}
          all={options.allKinds}
          value={kind ?? ''}
          options={options.kinds}
          onValue={(next) => change({ kind: next })}
        />
        <FilterSelect
          label={say(words.year)}
          all={options.allYears}
          value={String(year ?? '')}
          options={options.years}
          onValue={(next) => change({ year: next })}
        />
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            checked={history === '1'}
            onChange={(event) => change({ history: event.target.checked ? '1' : null })}
            className="size-4.5 accent-teal"
          />
          {say(words.withHistory)}
        </label>
        {(kind ?? year ?? history) !== undefined && (
          <Button kind="bare" onClick={() => change({ kind: null, year: null, history: null })}>
            {say(words.clear)}
          </Button>
        )}
      </form>
    </search>
  );
}
