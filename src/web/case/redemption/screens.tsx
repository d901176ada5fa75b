import type { ContextProps, EventScreen } from '../event-screen.ts';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RedemptionFacts } from './facts.tsx';
import { words } from './words.ts';

function Facts({ view }: ContextProps) {
  return (
    <div className="rounded-lg border border-line px-4 py-4">
      <RedemptionFacts view={view} />
    </div>
  );
}

function Confirming(props: ContextProps) {
  const say = useSay();
  return (
    <>
      <Notice>{say(words.confirmLead)}</Notice>
      <Facts {...props} />
    </>
  );
}

function Settling(props: ContextProps) {
  const say = useSay();
  return (
    <>
      <Notice>{say(words.settleLead)}</Notice>
      <Facts {...props} />
    </>
  );
}

/** Dialogs of a redemption: whoever answers sees what is answered. */
export const redemptionScreens: Readonly<Record<string, EventScreen>> = {
  confirm: { Context: Confirming },
  settle: { Context: Settling },
  deny: { Context: Facts },
};
