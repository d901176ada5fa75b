import { good, type Reply } from './caller.ts';
import type { BankAnswerView, PayableView } from '#contract/payments.ts';
import { checkBooks } from '../../tools/books.ts';
import { year } from './claims.ts';
import { Kase } from './story.ts';
import type { World } from './world.ts';

/** Everything that is owed and in no batch, as the maker sees it. */
export const payables = async (world: World): Promise<readonly PayableView[]> =>
  good(await (await world.as('finance')).call('listPayables')).rows;

export async function batch(world: World, ids: readonly string[]): Promise<Kase> {
  return new Kase(world, good(await (await world.as('finance')).open('payment', { payables: ids })));
}

/** The control totals as an honest checker counts them. */
export async function totals(kase: Kase): Promise<{ count: number; totalFen: number }> {
  const { lines } = (await kase.stored()).data as { lines: readonly { amountFen: number }[] };
  return { count: lines.length, totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0) };
}

/** A batch made, checked and released by three persons. */
export async function releasedBatch(world: World, ids: readonly string[]): Promise<Kase> {
  const kase = await batch(world, ids);
  await kase.do('finance2', 'check', await totals(kase));
  await kase.do('finance3', 'release');
  return kase;
}

/** The answer of a bank that refuses the first so many lines. */
export async function answerText(kase: Kase, refuse = 0): Promise<string> {
  const reply = await (await kase.world.as('finance')).call('makeDemoAnswer', { params: { id: kase.id }, query: { refuse } });
  return reply.text;
}

export const upload = async (kase: Kase, text: string): Promise<Reply<BankAnswerView>> =>
  (await kase.world.as('finance')).call('uploadBankAnswer', {
    params: { id: kase.id },
    file: { name: '回单.csv', bytes: new Uint8Array(Buffer.from(text)) },
  });

/** Books the bank's answer and lets the clock tell the claims. */
export async function settled(kase: Kase, refuse = 0): Promise<void> {
  const { id } = good(await upload(kase, await answerText(kase, refuse)));
  await kase.do('finance', 'record_answer', { answer: id });
  await kase.world.jobs();
}

/** A budget line in whole yuan: appropriated, available, reserved, spent. */
export async function lineOf(world: World, item: string): Promise<readonly number[]> {
  const { lines } = good(await (await world.as('officer')).call('readBudget', { query: { year } }));
  const { appropriatedFen = 0, availableFen = 0, reservedFen = 0, spentFen = 0 } = lines.find((one) => one.item === item) ?? {};
  return [appropriatedFen, availableFen, reservedFen, spentFen].map((amount) => amount / 100);
}

/** Everything wrong with the books, in words; nothing when they balance. */
export const bookFaults = async (world: World): Promise<readonly string[]> =>
  (await checkBooks(world.owner)).flatMap(({ faults }) => faults);

/** Lines whose ledger reserves something else than the live claims on them say together. */
export async function reservationFaults(world: World): Promise<readonly string[]> {
  const { rows } = await world.owner.query<{ fault: string }>(
    `select a.key || ': ' || a.balance || ' <> ' || coalesce(c.sum, 0) as fault from ledger_account a
       left join (select 'reserved/' || year || '/' || item as key, sum(reserved) as sum from commitment where state = 'live' group by 1) c on c.key = a.key
     where a.kind = 'reserved' and a.balance <> coalesce(c.sum, 0)`,
  );
  return rows.map(({ fault }) => fault);
}
