import { centreApproverBut } from '#core/people/offices.ts';

/** The centre's approver: never who drafted the notice, proposed the extension or rechecked. */
export const issuer = centreApproverBut('draft_notice');
export const extender = centreApproverBut('propose_extension');
export const decider = centreApproverBut('record_recheck', 'count_as_failed');
