import { useCallback, useRef, useState } from 'react';
import { isOutcomeUnknown, newKey, type Result } from '#contract/client.ts';
import type { Problem } from '#contract/problems.ts';

/**
 * Runs one user intention. The key stays the same while it is unknown whether the server acted, so that a retry can not
 * happen twice; after a definite answer the next try is a new intention.
 */
export function useCommand<Data>() {
  const key = useRef<string>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = useCallback(async (send: (key: string) => Promise<Result<Data>>): Promise<Result<Data>> => {
    key.current ??= newKey();
    setIsBusy(true);
    const result = await send(key.current);
    setIsBusy(false);
    if (result.ok || !isOutcomeUnknown(result.problem)) key.current = undefined;
    setProblem(result.ok ? null : result.problem);
    return result;
  }, []);
  const clear = useCallback(() => setProblem(null), []);
  return { run, isBusy, problem, clear };
}
