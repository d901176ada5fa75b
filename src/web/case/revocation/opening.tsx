import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { dataOf, zonesQuery } from '../../api/query.ts';
import { useSay } from '../../ui/language.tsx';
import type { Choices } from '../../ui/schema/form-context.tsx';
import { titleOpeningWords as words } from './words.ts';

const casesIn = (process: 'rectification' | 'recognition', state: string) => ({
  queryKey: ['cases', process, { state }, 'of-title'],
  queryFn: () => dataOf(api.list(process, { state })),
});

/** Zones that hold their title, and the cases that a rectification or a revocation may rest on. */
export function useTitleChoices(process: string): Readonly<Record<string, Choices>> {
  const say = useSay();
  const zones = useQuery(zonesQuery);
  const failed = useQuery({ ...casesIn('rectification', 'failed'), enabled: process === 'revocation' });
  const decided = useQuery(casesIn('recognition', 'decided'));
  const held = (zones.data ?? []).filter(({ status }) => status !== 'revoked');
  const optionsOf = (rows: readonly { readonly id: string; readonly number: string; readonly summary: string }[] = []) =>
    rows.map(({ id, number, summary }) => ({ value: id, label: `${number} ${summary}` }));
  const recognitions = optionsOf(decided.data?.rows);
  return {
    zone: { options: held.map(({ id, number, name }) => ({ value: id, label: `${name}（${number}）` })), none: <p>{say(words.noZone)}</p> },
    recognition: { options: recognitions, none: <p className="text-soft">{say(words.noYear)}</p> },
    basis: { options: [...optionsOf(failed.data?.rows), ...recognitions], none: <p className="text-soft">{say(words.noBasis)}</p> },
  };
}
