import { useEffect, useState } from 'react';
import { Icon } from '../ui/icons.tsx';
import { useSay } from '../ui/language.tsx';
import { caseWords } from './words.ts';

type SelectProps = {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onValue: (value: string) => void;
};

/** A filter that is one of a list. */
export function FilterSelect({ label, all, value, options, onValue }: SelectProps) {
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

type SearchProps = {
  readonly asked: string;
  readonly onAsk: (text: string) => void;
  /** What is searched; cases by number, name or unit where it is absent. */
  readonly label?: string;
};

/** Words to search for; they are asked for once the typing pauses. */
export function SearchField({ asked, onAsk, label }: SearchProps) {
  const say = useSay();
  const title = label ?? say(caseWords.search);
  const [typed, setTyped] = useState(asked);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    setTyped(asked);
  }
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = setTimeout(() => onAsk(typed.trim()), 400);
    return () => clearTimeout(timer);
  });
  return (
    <span className="relative w-full sm:w-72">
      <span className="pointer-events-none absolute top-2.5 left-3 text-soft">
        <Icon name="search" />
      </span>
      <input
        type="search"
        aria-label={title}
        placeholder={title}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), onAsk(typed.trim()))}
        className="control pl-10"
      />
    </span>
  );
}
