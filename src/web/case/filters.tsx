import type { ListQuery } from '#contract/client.ts';
import { useSigned } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { labelOf } from '../ui/schema/schema.ts';
import { FilterSelect, SearchField } from './filter-fields.tsx';
import { districtsOf, type ProcessInfo } from './process-info.ts';
import { words } from '../words.ts';
import { caseWords } from './words.ts';

type Props = {
  readonly info: ProcessInfo;
  readonly query: ListQuery;
  readonly onChange: (name: string, value: string) => void;
  readonly onClear: () => void;
};

/** Filters of a list. They live in the address, so a view can be kept and sent on. */
export function Filters({ info, query, onChange, onClear }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  const districts = office.district ? undefined : districtsOf(info);
  return (
    <search>
      <form
        aria-label={say(caseWords.filter)}
        onSubmit={(event) => event.preventDefault()}
        className="no-print mb-4 flex flex-wrap items-center gap-2.5"
      >
        <SearchField asked={query.q ?? ''} onAsk={(text) => onChange('q', text)} />
        <FilterSelect
          label={say(words.state)}
          all={say(caseWords.allStates)}
          value={query.state ?? ''}
          options={info.states.map(({ name, title }) => [name, title] as const)}
          onValue={(value) => onChange('state', value)}
        />
        {districts && (
          <FilterSelect
            label={say(caseWords.district)}
            all={say(caseWords.allDistricts)}
            value={query.district ?? ''}
            options={(districts.enum ?? []).map((code) => [String(code), labelOf(districts, code, language)] as const)}
            onValue={(value) => onChange('district', value)}
          />
        )}
        {Object.keys(query).length > 0 && (
          <Button kind="bare" onClick={onClear}>
            {say(caseWords.clear)}
          </Button>
        )}
      </form>
    </search>
  );
}
