import { Button } from '../ui/button.tsx';
import { ClauseMark } from '../ui/badge.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSay } from '../ui/language.tsx';
import type { Problem } from '#contract/problems.ts';
import { words } from '../words.ts';
import { ProblemError } from './query.ts';

/** A refusal or fault in the page: its reasons with their clauses, the request's id, and the way on. */
export function ProblemView({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }) {
  const say = useSay();
  return (
    <Notice tone="bad">
      <ul className="grid gap-0.5">
        {problem.refusals.map(({ says, clause, code }) => (
          <li key={`${code}/${says}`}>
            {says} {clause !== 'operational' && <ClauseMark clause={clause} />}
          </li>
        ))}
      </ul>
      {problem.status >= 500 && problem.requestId && (
        <p className="mt-1 font-mono text-[0.8125rem] text-soft">{say(words.requestId(problem.requestId))}</p>
      )}
      {onRetry && (
        <div className="mt-2">
          <Button size="small" onClick={onRetry}>
            {say(words.retry)}
          </Button>
        </div>
      )}
    </Notice>
  );
}

/** A query's error: a problem of the API, or a fault of ours that the boundary should show. */
export function ErrorView({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  if (!(error instanceof ProblemError)) throw error;
  return <ProblemView problem={error.problem} {...(onRetry ? { onRetry } : {})} />;
}
