import { lazy, type ReactNode, Suspense } from 'react';
import { Redirect, useSearchParams } from 'wouter';
import type { Session } from '#contract/session.ts';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Icon, Mark } from '../ui/icons.tsx';
import { useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useToast } from '../ui/toast.tsx';
import { LanguageSwitch } from '../shell/switch-language.tsx';
import { useTitle } from '../shell/use-title.ts';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { signedOf, useAdoptSession, useSession } from './session.tsx';
import { CodeStep, PasswordStep } from './sign-in-form.tsx';

const EnrolFactor = lazy(() => import('../office/account/enrol-factor.tsx').then(({ EnrolFactor: component }) => ({ default: component })));

type StepProps = { readonly onSession: (session: Session) => void };

function OfficeStep({ session, onSession }: StepProps & { readonly session: Session }) {
  const say = useSay();
  const tell = useToast();
  const choose = async (office: string) => {
    const result = await api.call('switchOffice', { body: { office } }, { isQuiet: true });
    if (result.ok) onSession(result.data);
    else tell(result.problem.title, 'bad');
  };
  if (session.offices.length === 0) return <Notice tone="warn">{say(words.noOffice)}</Notice>;
  return (
    <div className="grid gap-2">
      <p className="mb-2">{say(words.chooseOffice)}</p>
      {session.offices.map(({ id, roleTitle, organisationName }) => (
        <button
          key={id}
          type="button"
          onClick={() => void choose(id)}
          className="flex min-h-14 items-center justify-between gap-4 rounded-lg border border-line px-4 py-2 text-left hover:border-teal hover:bg-mist"
        >
          <span>
            <span className="block font-semibold">{roleTitle}</span>
            <span className="block text-sm text-soft">{organisationName}</span>
          </span>
          <Icon name="right" />
        </button>
      ))}
    </div>
  );
}

/** The step the session still lacks. */
function Step({ session, onSession }: StepProps & { readonly session: Session | null }) {
  if (!session) return <PasswordStep onSession={onSession} />;
  if (session.secondFactor === 'needed') return <CodeStep onSession={onSession} />;
  if (session.secondFactor === 'to_enrol')
    return (
      <Suspense fallback={<Skeleton />}>
        <EnrolFactor onSession={onSession} />
      </Suspense>
    );
  return <OfficeStep session={session} onSession={onSession} />;
}

/** Only places of our own application are gone back to. */
const safeNext = (next: string | null) => (next && /^\/app(\/|\?|$)/.test(next) ? next : paths.queue);

/** Sign-in: password, then the second factor where the office asks for one, then the office if there are several. */
export function LoginPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const session = useSession();
  const adopt = useAdoptSession();
  useTitle(say(words.signInTitle));
  if (signedOf(session.data)) return <Redirect to={safeNext(search.get('next'))} replace />;
  const current = session.data ?? null;
  const signOut = async () => {
    await api.call('signOut', {}, { isQuiet: true });
    await adopt(null);
  };
  return (
    <Frame>
      <h1 className="font-serif text-2xl font-bold">{say(current?.secondFactor === 'needed' ? words.codeTitle : words.signInTitle)}</h1>
      <p className="mt-1 mb-7 text-soft">{current ? `${current.person.name}` : say(words.signInLead)}</p>
      {session.isPending ? <Skeleton lines={3} /> : <Step session={current} onSession={(next) => void adopt(next)} />}
      {current && (
        <Button kind="bare" size="small" className="mt-4 -ml-3" onClick={() => void signOut()}>
          {say(words.signOut)}
        </Button>
      )}
      {current?.isDemo && <p className="mt-6 text-sm text-soft">{say(words.demoAccountsHint)}</p>}
    </Frame>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(22rem,5fr)_7fr]">
      <header className="flex flex-col justify-between bg-[#0a4242] px-6 py-6 text-[#f7f4ec] sm:px-10 lg:py-10">
        <a href="/" className="flex items-center gap-3 text-inherit no-underline">
          <Mark size={40} />
          <span className="font-serif text-2xl font-bold tracking-[0.1em]">{say(words.brand)}</span>
        </a>
        <p className="mt-6 hidden font-serif whitespace-pre-line text-[1.75rem] leading-snug font-bold lg:block">{say(words.brandLines)}</p>
        <a href="/" className="mt-3 text-sm text-[#a9d3cc] underline-offset-4 hover:underline lg:mt-0">
          {say(words.publicPages)}
        </a>
      </header>
      <main className="relative grid content-center px-6 py-12 sm:px-10">
        <div className="absolute top-4 right-4">
          <LanguageSwitch />
        </div>
        <div className="mx-auto w-full max-w-md">{children}</div>
      </main>
    </div>
  );
}
