import { type SyntheticEvent, useEffect, useState } from 'react';
import type { ListQuery } from '#contract/client.ts';
import { useSigned } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { labelOf } from '../ui/schema/schema.ts';
import { districtsOf, type ProcessInfo } from './process-info.ts';
import { words } from '../words.ts';
import { caseWords } from './words.ts';

type Props = {
  readonly info: ProcessInfo;
  readonly query: ListQuery;
  readonly onChange: (name: string, value: string) => void;
  readonly onClear: () => void;
};

type SelectProps = {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onValue: (value: string) => void;
};

function FilterSelect({ label, all, value, options, onValue }: SelectProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      className="control w-auto max-w-full flex-1 sm:flex-none"
    >
      <option value="">{all}</option>
      {options.map(([key, title]) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </select>
  );
}

function SearchField({ typed, onTyped }: { readonly typed: string; readonly onTyped: (typed: string) => void }) {
  const say = useSay();
  return (
    <span className="relative w-full sm:w-72">
      <span className="pointer-events-none absolute top-2.5 left-3 text-soft">
        <Icon name="search" />
      </span>
      <input
        type="search"
        aria-label={say(caseWords.search)}
        placeholder={say(caseWords.search)}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
        className="control pl-10"
      />
    </span>
  );
}

/** Filters of a list. They live in the address, so a view can be kept and sent on. */
export function Filters({ info, query, onChange, onClear }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  const [typed, setTyped] = useState(query.q ?? '');
  const districts = office.district ? undefined : districtsOf(info);
  const asked = query.q ?? '';
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    setTyped(asked);
  }
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = setTimeout(() => onChange('q', typed.trim()), 400);
    return () => clearTimeout(timer);
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onChange('q', typed.trim());
  };
  return (
    <search>
      <form aria-label={say(caseWords.filter)} onSubmit={submit} className="no-print mb-4 flex flex-wrap items-center gap-2.5">
        <SearchField typed={typed} onTyped={setTyped} />
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
