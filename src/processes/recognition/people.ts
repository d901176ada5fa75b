import { centreApproverBut } from '#core/people/offices.ts';

/** The centre's approver; never the person who proposed the grade. */
export const centreApprover = centreApproverBut('propose_grade');
