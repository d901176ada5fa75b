import { centreApproverBut } from '#core/people/offices.ts';

/** Issues the notice of the intended revocation; never who drafted it. */
export const issuer = centreApproverBut('draft_notice');
/** Decides; never who drafted the notice, held the hearing or made the proposal. */
export const decider = centreApproverBut('open', 'draft_notice', 'record_hearing', 'propose');
