import { randomUUID } from 'node:crypto';
import { good, type Reply } from './caller.ts';
import type { Moved } from '#contract/cases.ts';
import { appropriated, declaration, opened, sheet } from './claims.ts';
import { add, answer } from './facts.ts';
import { listedEnterprise } from './form.ts';
import { Kase, pastDeadline } from './story.ts';
import type { Username, World } from './world.ts';

/** A custody contract with its papers and the client's word, and the centre's recognition by two persons: what a voucher rests on. */
export async function custody(world: World, contractNo = 'TG-2021-1', who: Username = 'agency'): Promise<void> {
  const paper = await world.paper(who);
  const contract = await add(await world.as(who), 'custody_contract', { contractNo, contractFile: paper, serviceLogFile: paper });
  good(await answer(await world.as('enterprise'), contract));
  const decisionFile = await world.paper('officer');
  const recognition = await add(await world.as('officer'), 'custody_recognition', { decisionFile }, world.post(who)[0].id);
  good(await answer(await world.as('approver2'), recognition));
}

export type Voucher = {
  readonly id: string;
  readonly code: string;
  readonly number: string;
  readonly kase: Kase;
  readonly valueFen: number;
};

export async function voucherOf(kase: Kase, who: Username = 'agency'): Promise<Voucher> {
  const { rows } = good(await (await kase.world.as(who)).call('listVouchers'));
  const row = rows.find((one) => one.case === kase.id);
  if (!row) throw new Error(`${kase.number} has no voucher`);
  return { id: row.id, code: row.code ?? '', number: row.number, kase, valueFen: row.valueFen };
}

/** A claim for a voucher whose notice is over: only its issue is left. The clock must stand after the recognition (1 June 2021). */
export async function ripeForVoucher(world: World, who: Username = 'agency'): Promise<Kase> {
  await custody(world, `TG-${who}`, who);
  const kase = await opened(world, '9.2', who);
  await kase.do(who, 'file', declaration([]));
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  await kase.do('approver', 'approve');
  await pastDeadline(kase);
  return kase;
}

/** A voucher from the facts to its code, on the same condition. */
export async function issuedVoucher(world: World, who: Username = 'agency'): Promise<Voucher> {
  const kase = await ripeForVoucher(world, who);
  await kase.do('approver', 'issue_voucher');
  return voucherOf(kase, who);
}

/** Money for vouchers, enough for all of them. */
export const moneyForVouchers = (world: World, yuan = 1_000_000): Promise<Kase> => appropriated(world, '9.2', yuan);

export type Presenting = { readonly who?: Username; readonly payee: string; readonly amountFen: number } & Readonly<
  Record<string, unknown>
>;

/** Tries to hand in part of a voucher for a service to the world's enterprise. */
export async function tryPresent(world: World, code: string, { who = 'agency2', ...more }: Presenting): Promise<Reply<Moved>> {
  const paper = await world.paper(who);
  const usual = {
    code,
    clientCode: listedEnterprise.creditCode,
    service: 'search_analysis',
    contractNumber: 'HT-2021-1',
    invoiceNumber: randomUUID(), // one invoice is redeemed up to its total: a test that presents it again says so
    invoiceFen: 100_000_000_00,
    contractFile: paper,
    invoiceFile: paper,
    proofFile: paper,
  };
  return (await world.as(who)).open('redemption', { ...usual, ...more });
}

export const presented = async (...[world, code, more]: Parameters<typeof tryPresent>): Promise<Kase> =>
  new Kase(world, good(await tryPresent(world, code, more)));

/** What is left on a voucher, as its holder sees it. */
export async function balanceOf({ kase, id }: Voucher, who: Username = 'agency'): Promise<number> {
  const { rows } = good(await (await kase.world.as(who)).call('listVouchers'));
  return rows.find((one) => one.id === id)?.balanceFen ?? -1;
}
