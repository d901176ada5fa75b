import { useSearchParams } from 'wouter';
import { useSigned } from '../../session/session.tsx';

const firstYear = 2020;

/** The year asked about; it lives in the address. */
export function useYear() {
  const { today } = useSigned();
  const [search, setSearch] = useSearchParams();
  const current = Number(today.slice(0, 4));
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= firstYear && asked <= current ? asked : current;
  const years = Array.from({ length: current - firstYear + 1 }, (_, index) => current - index);
  return { year, years, choose: (next: string) => setSearch((now) => (now.set('year', next), now)) };
}
