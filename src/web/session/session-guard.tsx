import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Session } from '#contract/session.ts';
import { api, onSessionLost } from '../api/client.ts';
import { sessionQuery } from '../api/query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { lacksFactor } from './session.tsx';
import { CodeStep, PasswordStep } from './sign-in-form.tsx';

type Pending = {
  readonly username: string;
  readonly person: string;
  readonly office: string | undefined;
  readonly step: 'password' | 'code';
};

/** A new session starts in the person's usual office; the page goes on in the one it was opened in. */
async function inSameOffice(session: Session, office: string | undefined): Promise<Session> {
  if (session.office?.id === office || !session.offices.some(({ id }) => id === office)) return session;
  const switched = await api.call('switchOffice', { body: { office: office ?? '' } }, { isQuiet: true });
  return switched.ok ? switched.data : session;
}

/**
 * Asks for the password in place when the session ran out, then lets the waiting requests go on.
 * The pages below stay as they are, so nothing typed is lost.
 */
export function SessionGuard({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const [pending, setPending] = useState<Pending | null>(null);
  const settle = useRef<(isBack: boolean) => void>(undefined);
  useEffect(() => {
    onSessionLost(() => {
      const before = queries.getQueryData(sessionQuery.queryKey);
      if (!before) return Promise.resolve(false);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      settle.current = resolve;
      setPending({ username: before.person.username, person: before.person.id, office: before.office?.id, step: 'password' });
      return promise;
    });
    return () => onSessionLost(null);
  }, [queries]);
  const proceed = async (answered: Session) => {
    if (!pending) return;
    if (answered.secondFactor === 'needed') return setPending({ ...pending, step: 'code' });
    const session = await inSameOffice(answered, pending.office);
    if (session.person.id !== pending.person || session.office?.id !== pending.office || lacksFactor(session)) {
      tell(say(words.otherPerson), 'bad');
      return location.assign(paths.queue);
    }
    queries.setQueryData(sessionQuery.queryKey, session);
    setPending(null);
    settle.current?.(true);
  };
  const giveUp = () => {
    setPending(null);
    settle.current?.(false);
  };
  return (
    <>
      {children}
      {pending && (
        <Dialog title={say(pending.step === 'code' ? words.codeTitle : words.sessionOver)} width="narrow" onClose={giveUp}>
          <div className="grid gap-5">
            <Notice>{say(words.sessionOverWhy)}</Notice>
            {pending.step === 'code' ? (
              <CodeStep onSession={(session) => void proceed(session)} />
            ) : (
              <PasswordStep username={pending.username} onSession={(session) => void proceed(session)} />
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
