import type { Tree } from '../../ui/schema/schema.ts';
import type { ContextProps, EventScreen } from '../event-screen.ts';
import { partsOf } from './data.ts';
import { HeardCard } from './heard-card.tsx';
import { ProposalCard } from './proposal-card.tsx';

const HeardContext = ({ view }: ContextProps) => <HeardCard parts={partsOf(view)} />;

/** What was proposed and what the building unit said to it. */
function DecisionContext({ view }: ContextProps) {
  const parts = partsOf(view);
  return (
    <>
      <ProposalCard parts={parts} />
      <HeardCard parts={parts} />
    </>
  );
}

/** The notice as it was drafted before, or what was found. */
const noticeStart: EventScreen['useStart'] = (view) => {
  const { notice, found = '', findings = [] } = partsOf(view);
  if (!notice) return found === '' ? undefined : ({ facts: found, evidence: findings } as Tree);
  const { facts, grounds, hearingUntil, evidence } = notice;
  return { facts, grounds, hearingUntil, evidence } as Tree;
};

const decision: EventScreen = { Context: DecisionContext, isWide: true };

/** Dialogs of a revocation that need more than their fields. */
export const revocationScreens: Readonly<Record<string, EventScreen>> = {
  draft_notice: { useStart: noticeStart, isWide: true },
  propose: { Context: HeardContext, isWide: true },
  publish: decision,
  revoke: decision,
  keep_title: decision,
};
