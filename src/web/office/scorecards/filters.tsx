import { useQuery } from '@tanstack/react-query';
import { zonesQuery } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { FilterSelect, SearchField } from '../../case/filter-fields.tsx';
import { useSay } from '../../ui/language.tsx';
import { useAddress } from '../use-address.ts';
import type { ScorecardQuery } from './queries.ts';
import { words } from './words.ts';

type Props = { readonly filter: Omit<ScorecardQuery, 'year'>; readonly isCity: boolean };

/** Districts that have a zone. */
function useDistricts(): readonly (readonly [string, string])[] {
  const zones = useQuery(zonesQuery);
  return [...new Map((zones.data ?? []).map(({ district, districtName }) => [district, districtName])).entries()];
}

/** Which zones are shown; the export takes the same. */
export function Filters({ filter, isCity }: Props) {
  const say = useSay();
  const { change } = useAddress();
  const districts = useDistricts();
  return (
    <search>
      <form
        aria-label={say(words.filter)}
        onSubmit={(event) => event.preventDefault()}
        className="no-print mb-4 flex flex-wrap items-center gap-2.5"
      >
        <SearchField label={say(words.search)} asked={filter.q ?? ''} onAsk={(q) => change({ q })} />
        {isCity && (
          <FilterSelect
            label={say(words.district)}
            all={say(words.allDistricts)}
            value={filter.district ?? ''}
            options={districts}
            onValue={(district) => change({ district })}
          />
        )}
        <FilterSelect
          label={say(words.forecast)}
          all={say(words.allForecasts)}
          value={filter.forecast ?? ''}
          options={Object.entries(words.forecasts).map(([grade, title]) => [grade, say(title)] as const)}
          onValue={(forecast) => change({ forecast })}
        />
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            checked={filter.warned === '1'}
            onChange={(event) => change({ warned: event.target.checked ? '1' : null })}
            className="size-4.5 accent-teal"
          />
          {say(words.warned)}
        </label>
        {Object.keys(filter).length > 0 && (
          <Button kind="bare" onClick={() => change({ q: null, district: null, forecast: null, warned: null })}>
            {say(words.clear)}
          </Button>
        )}
      </form>
    </search>
  );
}
