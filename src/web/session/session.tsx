import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback } from 'react';
import type { Session } from '#contract/session.ts';
import { sessionQuery } from '../api/query.ts';

/** The session while an office is chosen and nothing is missing: what every page inside the shell can rely on. */
export type Signed = Session & { readonly office: NonNullable<Session['office']> };

const SignedContext = createContext<Signed | null>(null);

export const SignedProvider = SignedContext.Provider;

/** The session of the signed-in user. @throws Error outside the shell. */
export function useSigned(): Signed {
  const session = use(SignedContext);
  if (!session) throw new Error('a page outside the shell asked who is signed in');
  return session;
}

/** The session as the server last told it; null when nobody is signed in. */
export const useSession = () => useQuery(sessionQuery);

/** Puts a session the server just answered in place; other data is read anew when the person or office changed. */
export function useAdoptSession() {
  const queries = useQueryClient();
  return useCallback(
    async (session: Session | null) => {
      const before = queries.getQueryData(sessionQuery.queryKey);
      queries.setQueryData(sessionQuery.queryKey, session);
      const isSame = before?.person.id === session?.person.id && before?.office?.id === session?.office?.id;
      const others = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'session' };
      if (session === null) queries.removeQueries(others);
      else if (isSame) await queries.invalidateQueries(others);
      else await queries.resetQueries(others); // what is on the screen is asked for again in the new office
    },
    [queries],
  );
}

/** Whether the user still has to give or set up a second factor. */
export const lacksFactor = ({ secondFactor }: Session): boolean => secondFactor === 'needed' || secondFactor === 'to_enrol';

/** The session ready for work, or null. */
export const signedOf = (session: Session | null | undefined): Signed | null =>
  session?.office && !lacksFactor(session) ? { ...session, office: session.office } : null;
