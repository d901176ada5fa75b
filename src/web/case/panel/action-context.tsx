import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { Parties } from './parties.tsx';

/** What an expert must read before declaring. */
export function actionContext(view: CaseView, event: string): ReactNode {
  const { parties } = view.data as { readonly parties?: readonly string[] };
  return (event === 'declare_clear' || event === 'recuse') && parties?.length ? <Parties names={parties} /> : undefined;
}
