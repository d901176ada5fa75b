import { centreApproverBut } from '#core/people/offices.ts';

/** The centre's approver; never the person who checked. */
export const centreApprover = centreApproverBut('centre_check');
