import { good } from './caller.ts';
import { listedEnterprise } from './form.ts';
import { Kase, pastDeadline } from './story.ts';
import type { Username, World } from './world.ts';

export const year = 2021;

/** A won case with all its papers, as the agency records it. */
export async function won(world: World, caseNo: string, more: object = {}, who: Username = 'agency'): Promise<string> {
  const paper = await world.paper(who);
  const data = {
    caseNo,
    clientName: listedEnterprise.name,
    clientCode: listedEnterprise.creditCode,
    effectiveDate: '2021-02-10',
    isPatentCase: true,
    isForeignRelated: true,
    hasMajorInfluence: false,
    outcome: 'won',
    isFinal: true,
    agencyFeeYuan: 32_000,
    judgmentFile: paper,
    effectFile: paper,
    mandateFile: paper,
    invoiceFile: paper,
    ...more,
  };
  return good(await (await world.as(who)).call('addFact', { body: { kind: 'litigation', data } as never })).id;
}

/** An account of the agency into which it is paid. */
export async function payee(world: World, who: Username = 'agency', more: object = {}): Promise<string> {
  const body = { name: '某某知识产权代理有限公司', bank: '齐商银行张店支行', account: '6222000011112222', isPerson: false, ...more };
  return good(await (await world.as(who)).call('addPayee', { body })).id;
}

/** Money on a line, put there by two persons. */
export async function appropriated(world: World, item: string, yuan: number, more: object = {}): Promise<Kase> {
  const input = { year, item, direction: 'add', yuan, documentNumber: '淄财〔2021〕1号', reason: '年度预算安排', ...more };
  const kase = new Kase(world, good(await (await world.as('officer')).open('appropriation', input)));
  await kase.do('approver', 'put_in_force');
  return kase;
}

export const declaration = (payees: readonly string[]) => ({ payees, otherSupport: 'none', otherSupportDetails: '', isTrue: true });

export async function opened(world: World, clause: string, who: Username = 'agency'): Promise<Kase> {
  return new Kase(world, good(await (await world.as(who)).open('claim', { year, clause })));
}

export async function filed(world: World, clause: string, payees: readonly string[], who: Username = 'agency'): Promise<Kase> {
  const kase = await opened(world, clause, who);
  await kase.do(who, 'file', declaration(payees));
  return kase;
}

type Entry = { readonly id: string };

/** A check sheet that finds every fact as given. */
export async function sheet(kase: Kase, verdict: 'met' | 'not' | 'unclear' = 'met') {
  const view = good(await (await kase.world.as('officer')).read('claim', kase.id));
  const entries = (view.data as unknown as { entries: readonly Entry[] }).entries;
  return { entries: entries.map(({ id }) => ({ id, verdict, remark: verdict === 'met' ? '' : '与原件不符' })), excluded: [], remark: '' };
}

export async function proposed(kase: Kase, yuan: number, reason = ''): Promise<void> {
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose', { yuan, reason });
}

export async function determined(kase: Kase, event: 'determine_payment' | 'issue_voucher' = 'determine_payment'): Promise<void> {
  await kase.do('approver', 'approve');
  await pastDeadline(kase);
  await kase.do('approver', event);
}
