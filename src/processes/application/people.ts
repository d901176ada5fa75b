import { centreApproverBut } from '#core/people/offices.ts';

/** The centre's approver; never the person who proposed. */
export const centreApprover = centreApproverBut('propose_selection');
