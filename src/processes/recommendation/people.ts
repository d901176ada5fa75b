import { centreApproverBut } from '#core/people/offices.ts';

/** The centre's approver; never the person who opened or proposed the recommendation. */
export const centreApprover = centreApproverBut('open', 'propose');
