import { useQuery } from '@tanstack/react-query';
import { zonesQuery } from '../../api/query.ts';
import { useSigned } from '../../session/session.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Choices } from '../../ui/schema/form-context.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import { planWords } from './words.ts';

/** The zones whose plan the unit may make or change: its own with their title; the one there is stands chosen. */
export function useOwnZones(): { readonly choices: Readonly<Record<string, Choices>>; readonly start: Tree } {
  const say = useSay();
  const { office } = useSigned();
  const zones = useQuery(zonesQuery);
  const own = (zones.data ?? []).filter(({ operatorName, status }) => operatorName === office.organisationName && status !== 'revoked');
  const options = own.map(({ id, name }) => ({ value: id, label: name }));
  return {
    choices: { zone: { options, none: say(zones.data ? planWords.noOwnZone : planWords.loading) } },
    start: own.length === 1 ? { zone: own[0]?.id } : {},
  };
}
