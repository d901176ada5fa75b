import type { EventScreen } from '../event-screen.ts';
import type { Tree } from '../../ui/schema/schema.ts';
import { CheckForm } from './check-form.tsx';
import { partsOf } from './data.ts';
import { DecideContext, ProposeContext, RefuseContext, useComputed } from './propose.tsx';
import { RecoveryContext } from './recovery-card.tsx';
import { CorrectionForm, RecoveryForm } from './recovery-forms.tsx';
import { carriedOver } from './sheet.ts';

const declared: EventScreen = {
  useStart: (view) => {
    const { declaration } = partsOf(view);
    // The declaration of truth is made anew each time.
    return declaration
      ? { ...declaration, isTrue: undefined }
      : { payees: [], otherSupport: undefined, otherSupportDetails: '', isTrue: undefined };
  },
};

/** Dialogs of a claim that need more than their fields. */
export const claimScreens: Readonly<Record<string, EventScreen>> = {
  file: declared,
  refile: declared,
  check: {
    Body: CheckForm,
    isWide: true,
    useStart: (view) => {
      const { checks, entries = [] } = partsOf(view);
      return carriedOver(checks, entries) as unknown as Tree;
    },
  },
  propose: { Context: ProposeContext, useStart: useComputed },
  approve: { Context: DecideContext },
  determine_payment: { Context: DecideContext },
  issue_voucher: { Context: DecideContext },
  propose_refusal: { Context: RefuseContext },
  confirm_refusal: { Context: RefuseContext },
  propose_recovery: { Body: RecoveryForm, isWide: true, useStart: () => ({ falseMatters: [], barMonths: null, barReason: '' }) },
  order_recovery: { Context: RecoveryContext, isWide: true },
  correct_finding: { Body: CorrectionForm, isWide: true, useStart: () => ({ restored: [], liftsBar: false }) },
};
