import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';

/** The bank's answers to a batch, newest first. */
export const answersQuery = (id: string) => ({
  queryKey: ['bank-answers', id],
  queryFn: () => dataOf(api.call('listBankAnswers', { params: { id } })),
});
