import { useId } from 'react';
import { useSearchParams } from 'wouter';
import { useSigned } from '../session/session.tsx';
import { useSay } from '../ui/language.tsx';
import { officeWords } from './words.ts';

const firstYear = 2020;

/** The year a page is about; it lives in the address. */
export function useYear() {
  const { today } = useSigned();
  const [search, setSearch] = useSearchParams();
  const current = Number(today.slice(0, 4));
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= firstYear && asked <= current ? asked : current;
  const years = Array.from({ length: current - firstYear + 1 }, (_, index) => current - index);
  const choose = (next: string) => setSearch((now) => (now.set('year', next), now), { replace: true });
  return { year, years, choose };
}

/** Chooses the year of a page. */
export function YearPicker() {
  const say = useSay();
  const id = useId();
  const { year, years, choose } = useYear();
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-sm text-soft">
        {say(officeWords.year)}
      </label>
      <select id={id} value={year} onChange={(event) => choose(event.target.value)} className="control w-auto min-w-24">
        {years.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </span>
  );
}
