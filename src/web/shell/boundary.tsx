import { Component, type ReactNode } from 'react';
import { ProblemError } from '../api/query.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/language.tsx';
import { words } from '../words.ts';

type Props = { readonly children: ReactNode };
type State = { readonly error: Error | null };

/** Catches a fault while drawing; what is outside it goes on. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children;
  }
}

function Broken({ error }: { readonly error: Error }) {
  const say = useSay();
  const id = error instanceof ProblemError ? error.problem.requestId : '';
  return (
    <main role="alert" className="mx-auto max-w-xl px-5 py-20">
      <h1 className="font-serif text-2xl font-bold">{say(words.broken)}</h1>
      <p className="mt-3 text-soft">{say(words.brokenWhy)}</p>
      <p className="mt-3 font-mono text-sm wrap-anywhere text-soft">{id ? say(words.requestId(id)) : error.message}</p>
      <Button kind="primary" className="mt-6" onClick={() => location.reload()}>
        {say(words.reload)}
      </Button>
    </main>
  );
}
