import { randomUUID } from 'node:crypto';
import type { FactView } from '#contract/facts.ts';
import type { FactKindName } from '#policy/zibo-2020/fact-kinds/index.ts';
import { sampleForms } from '#policy/zibo-2020/fact-kinds/samples.ts';
import { type Caller, good } from './caller.ts';
import { inventedCode, listedEnterprise } from './form.ts';
import type { World } from './world.ts';

/** The credit code the test bank is given: the world has it without one. */
export const bankCode = inventedCode(700);

/** Gives the test bank its credit code and moves the clock to a day on which every sample form is possible. */
export async function readyForFacts(world: World): Promise<void> {
  await world.owner.query(`update organisation set credit_code = $2 where id = $1`, [world.orgs.bank.id, bankCode]);
  world.setNow('2021-06-01T01:00:00.000Z');
}

const parties: Partial<Record<FactKindName, object>> = {
  pledge_loan: { enterpriseName: listedEnterprise.name, enterpriseCode: listedEnterprise.creditCode, bankCode },
  custody_contract: { rightsHolderName: listedEnterprise.name, rightsHolderCode: listedEnterprise.creditCode },
  litigation: { clientName: listedEnterprise.name, clientCode: listedEnterprise.creditCode },
  campaign_result: { enterpriseName: listedEnterprise.name, enterpriseCode: listedEnterprise.creditCode },
  invention_grant: { owner: listedEnterprise.name },
};

/** A good form of a kind whose other side is the world's enterprise and bank. */
export const formOf = (kind: FactKindName, more: object = {}) => ({ ...sampleForms[kind], ...parties[kind], ...more }) as never;

/** Tries to put a fact on record. */
export const tryAdd = (caller: Caller, kind: FactKindName, more: object = {}, agency?: string) =>
  caller.call('addFact', { body: { kind, data: formOf(kind, more), ...(agency === undefined ? {} : { agency }) } });

/** Puts a fact on record and gives its id. */
export const add = async (...[caller, kind, more, agency]: Parameters<typeof tryAdd>): Promise<string> =>
  good(await tryAdd(caller, kind, more, agency)).id;

/** Says yes (or no) to a fact. */
export const answer = (caller: Caller, id: string, isConfirmed = true) =>
  caller.call('confirmFact', { params: { id }, body: { isConfirmed, remark: isConfirmed ? '' : '与事实不符' } });

export const read = async (caller: Caller, id: string): Promise<FactView & { history: readonly FactView[] }> =>
  good(await caller.call('readFact', { params: { id } }));

/** Uploads a paper of its own and gives its hash. */
export async function paperOf(caller: Caller, name: string): Promise<string> {
  const bytes = new TextEncoder().encode(`%PDF-1.4\n% ${name} ${randomUUID()}\n%%EOF\n`);
  return good(await caller.call('uploadFile', { file: { name: `${name}.pdf`, bytes } })).hash;
}
