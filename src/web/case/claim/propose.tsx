import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '#contract/cases.ts';
import { useSigned } from '../../session/session.tsx';
import { useSay } from '../../ui/language.tsx';
import { shareText } from '../../ui/money.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import type { ContextProps } from '../event-screen.ts';
import { ChainSteps, useChain } from './amount-chain.tsx';
import { partsOf, type Spread } from './data.ts';
import { discretionQuery } from './queries.ts';
import { Remedies } from './outcome.tsx';
import { proposeWords, words } from './words.ts';

const compares = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** How claims of the same clause and year were decided: as it was kept with the proposal, before that as it is. */
function useSpread(view: CaseView): { readonly isKnown: boolean; readonly spread: Spread | undefined } {
  const { office } = useSigned();
  const { clause, year, proposal } = partsOf(view);
  const kept = proposal?.similar ?? undefined;
  const isAsked = compares.has(office.role) && year !== undefined;
  const { data } = useQuery({ ...discretionQuery(year), enabled: isAsked && !kept });
  const now = data?.groups.find((one) => one.clause === clause && one.year === year);
  return { isKnown: isAsked && (kept ?? data) !== undefined, spread: kept ?? now };
}

/** The same in words, for those who propose, decide and audit. */
function Similar({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { isKnown, spread: group } = useSpread(view);
  if (!isKnown) return null;
  return (
    <p className="mt-4 border-t border-line pt-3 text-sm">
      <span className="text-soft">{say(proposeWords.similar)} </span>
      {group && group.count > 0
        ? say(proposeWords.similarText(group.count, shareText(group.lowest), shareText(group.median), shareText(group.highest)))
        : say(proposeWords.similarNone)}
    </p>
  );
}

/** The way of the amount, before it is decided. */
export function DecideContext({ view }: ContextProps) {
  const chain = useChain(partsOf(view));
  return (
    <div className="rounded-lg border border-line px-4 py-4">
      <ChainSteps view={view} chain={chain} />
      <Similar view={view} />
    </div>
  );
}

/** The computed amount, filled in for the officer once it is known. */
export function useComputed(view: CaseView): Tree | undefined {
  const { computedFen } = useChain(partsOf(view));
  return computedFen === null ? undefined : { yuan: Math.floor(computedFen / 100), reason: '' };
}

/** The same for the officer, who finds the computed amount filled in. */
export function ProposeContext(props: ContextProps) {
  const say = useSay();
  const { isFixed } = useChain(partsOf(props.view));
  return (
    <>
      <DecideContext {...props} />
      <Notice>{say(isFixed ? proposeWords.fixed : proposeWords.filled)}</Notice>
    </>
  );
}

/** What the system adds to a refusal. */
export function RefuseContext() {
  const say = useSay();
  return (
    <div className="grid gap-2">
      <p className="text-sm text-soft">{say(words.remediesAdded)}</p>
      <Remedies />
    </div>
  );
}
