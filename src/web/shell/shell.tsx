import { type ReactNode, useEffect, useRef } from 'react';
import { Redirect, useLocation } from 'wouter';
import { ErrorView } from '../api/problem-view.tsx';
import { signedOf, SignedProvider, useSession } from '../session/session.tsx';
import { useSay } from '../ui/language.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { Boundary } from './boundary.tsx';
import { DemoBar } from './demo-bar.tsx';
import { Navigation } from './navigation.tsx';
import { TopBar } from './top-bar.tsx';

/** After moving to another page the focus goes to its content, so that keyboards and screen readers follow. */
function useFocusOnMove(location: string) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    first.current = false;
  }, [location]);
  return main;
}

/** The frame of every page for people who are signed in: top bar, navigation, content. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const [location] = useLocation();
  const session = useSession();
  const main = useFocusOnMove(location);
  if (session.isPending) return <Waiting />;
  if (session.error && !session.data) return <Waiting error={session.error} onRetry={() => void session.refetch()} />;
  const signed = signedOf(session.data);
  if (!signed) return <Redirect to={`${paths.login}?next=${encodeURIComponent(location + window.location.search)}`} replace />;
  return (
    <SignedProvider value={signed}>
      <a href="#main" className="sr-only z-40 rounded-md bg-card px-4 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        {say(words.skip)}
      </a>
      {signed.isDemo && <DemoBar />}
      <TopBar />
      <Navigation />
      <main id="main" ref={main} tabIndex={-1} className="mx-auto w-full max-w-[78rem] px-4 pt-6 pb-24 outline-none sm:px-6 sm:pt-8">
        <Boundary key={location}>{children}</Boundary>
      </main>
    </SignedProvider>
  );
}

function Waiting({ error, onRetry }: { readonly error?: Error; readonly onRetry?: () => void }) {
  return (
    <div className="mx-auto max-w-[78rem] px-4 pt-24 sm:px-6">
      {error ? <ErrorView error={error} {...(onRetry ? { onRetry } : {})} /> : <Skeleton lines={6} />}
    </div>
  );
}
