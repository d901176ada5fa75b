import { randomUUID } from 'node:crypto';
import { fen } from '#core/kernel/money.ts';
import * as entries from '#core/ledger/entries.ts';
import { Model } from './ledger-model.ts';
import type { AskingOffice } from './ledger-offices.ts';
import { ask, type LedgerDatabase } from './ledger-real.ts';

/** The line of the budget that the story plays on. */
export const line = { year: 2020, item: '9.4' } as const;
const approver = 'centre_approver';
const ten = fen(10_00);

/** Money on the line, some of it reserved and granted, a voucher out, one presented and a batch under way. */
export const story = [
  [approver, entries.appropriate(line, fen(100_00))],
  ['centre_officer', entries.reserve(line, fen(80_00))],
  [
    approver,
    entries.grantCash(line, fen(30_00), [
      { payee: 'p1', amount: ten },
      { payee: 'p2', amount: fen(20_00) },
    ]),
  ],
  [approver, entries.issueVoucher(line, fen(30_00), 'v1')],
  ['agency', entries.presentVoucher('v1', 'u1', fen(20_00))],
  ['finance', entries.payOut('b1', [{ payee: 'p2', amount: fen(20_00) }])],
  ['finance', entries.confirmPaid('b1', ten)],
  [approver, entries.demandBack(line, 'o1', fen(5_00))],
] as const satisfies readonly (readonly [AskingOffice, entries.Entry])[];

/** Posts the story for one case, in the database and in a model. */
export async function tellStory(real: LedgerDatabase): Promise<Model> {
  const model = new Model();
  const [kase] = real.kases;
  for (const [office, entry] of story) {
    const id = randomUUID();
    const outcome = await ask(real, { id, entry, kase, office });
    if (outcome !== 'posted') throw new Error(`${entry.kind}: ${outcome}`);
    model.add({ id, entry, kase, reverses: null });
  }
  return model;
}
