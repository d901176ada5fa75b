import { randomUUID } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { PayeeView } from '#contract/money.ts';
import { readCreditCode } from '#core/kernel/credit-code.ts';
import { instant, type Instant } from '#core/kernel/dates.ts';
import { refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { audit } from '#server/cases/log.ts';
import { inTx, reading, systemScope, type Tx } from '#server/db/transaction.ts';
import { addToOutbox } from '#server/stores/messages.ts';
import { findPayee, insertPayee, listPayees, type PayeeRow } from '#server/stores/payments.ts';
import { findOrganisation } from '#server/stores/people.ts';
import { insertRelatedParty, listRelatedParties } from '#server/stores/vouchers.ts';
import { type Call, type Handler, refuse, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';
import { codeFits } from './session.ts';

type Named = NamedEndpoints;

/** How long a changed account, or one added beside another, waits before anything is paid into it. */
const waitingHours = 72;

const agencyOf = (call: Call): string => call.actor.organisation ?? stop(call, 'not_allowed');

const payeeView = (row: PayeeRow, at: Instant): PayeeView => ({
  id: row.id,
  name: row.name,
  bank: row.bank,
  tail: row.tail,
  isPerson: row.is_person,
  activeFrom: row.active_from,
  isWaiting: row.active_from > at,
  replaces: row.replaces,
  endedAt: row.ended_at,
});

export const listPayeesHandler: Handler<Named['listPayees']> = async (given) => {
  const call = given as Call;
  const at = call.house.clock.now();
  const rows = await reading(call.house.pool, scopeFor(call), (tx) => listPayees(tx, agencyOf(call)));
  return { rows: rows.map((row) => payeeView(row, at)) };
};

async function enter(
  tx: Tx,
  call: Call,
  row: Pick<PayeeRow, 'name' | 'bank' | 'is_person' | 'active_from' | 'replaces'> & { readonly account: string; readonly at: Instant },
) {
  const id = randomUUID();
  const { account, ...open } = row;
  const [tail, sealed] = [account.slice(-4), call.house.vault.seal(`payee_account/${id}`, account)];
  insertPayee(tx, { id, organisation: agencyOf(call), by: call.actor.person ?? '', tail, sealed, ...open });
  const { name, bank, replaces } = row;
  audit(tx, replaces ? 'payee.change' : 'payee.add', agencyOf(call), { id, name, bank, tail, replaces });
  const entered = await findPayee(tx, id);
  return { status: 201, answer: entered && payeeView(entered, row.at) };
}

const afterWaiting = (at: Instant): Instant => instant(new Date(Date.parse(at) + waitingHours * 3_600_000).toISOString());

/** Tells everybody of the agency that money may go somewhere else from now on. */
function warn(tx: Tx, call: Call, at: Instant, [zh, en]: readonly [string, string]): void {
  const says = both(
    `${zh}，${waitingHours}小时后生效。如非本单位办理，请立即联系市中心`,
    `${en} and takes effect in ${waitingHours} hours. If this was not you, call the centre at once`,
  );
  addToOutbox(tx, null, { recipient: { to: 'organisation', id: agencyOf(call) }, ...says, process: null }, at);
}

/** The first account of an agency can be used at once; whoever adds another beside it waits, and everybody of the agency is told. */
export const addPayeeHandler: Handler<Named['addPayee']> = (given) =>
  runCommand(given as Call<Endpoint>, async (tx, at) => {
    const call = given as Call;
    const { name, bank, account, isPerson } = given.body;
    const isFirst = (await listPayees(tx, agencyOf(call))).length === 0;
    if (!isFirst) warn(tx, call, at, [`新登记收款账户：${name}（尾号${account.slice(-4)}）`, 'A payee was added']);
    return enter(tx, call, { name, bank, account, is_person: isPerson, active_from: isFirst ? at : afterWaiting(at), replaces: null, at });
  });

const gone = refused({ kind: 'not_found', code: 'not_found', clause: 'operational', says: both('没有找到，或无权查看', 'Not found') });

/** A change needs the second factor of the one who asks for it, and is told to everybody of the agency at once. */
export const changePayeeHandler: Handler<Named['changePayee']> = async (given) => {
  const call = given as Call;
  const fits = await inTx(call.house.pool, systemScope, (tx) => codeFits(tx, call, given.body.code, 'confirmed'));
  if (fits !== 'fits') return stop(call, fits === 'wrong' ? 'wrong_second_factor' : 'too_many_tries');
  return runCommand(given as Call<Endpoint>, async (tx, at) => {
    const before = await findPayee(tx, given.params.id);
    const rows = await listPayees(tx, agencyOf(call));
    if (!before || !rows.some(({ id }) => id === before.id)) return gone;
    if (rows.some(({ replaces }) => replaces === before.id)) {
      return refused({
        kind: 'conflict',
        code: 'payee_replaced',
        clause: 'operational',
        says: both('这个账户已经变更过，请在最新账户上变更', 'It was replaced already'),
      });
    }
    const { name, bank, account } = given.body;
    warn(tx, call, at, [
      `收款账户变更：${before.name}（尾号${before.tail}）改为${name}（尾号${account.slice(-4)}）`,
      'A payee was changed',
    ]);
    const row = { name, bank, account, is_person: before.is_person, active_from: afterWaiting(at), replaces: before.id, at };
    return enter(tx, call, row);
  });
};

export const listRelatedPartiesHandler: Handler<Named['listRelatedParties']> = async (given) => {
  const call = given as Call;
  const rows = await reading(call.house.pool, scopeFor(call), listRelatedParties);
  return {
    rows: rows.map((row) => ({
      organisation: row.organisation,
      organisationName: row.organisation_name ?? '',
      creditCode: row.credit_code,
      name: row.name,
      kind: row.kind,
    })),
  };
};

const noOrganisation = refused({
  kind: 'input',
  code: 'invalid_input',
  clause: '9.2c',
  field: 'organisation',
  says: both('请选择是哪一家机构的关联方', 'Choose whose related party it is'),
});

export const addRelatedPartyHandler: Handler<Named['addRelatedParty']> = async (given) => {
  const call = given as Call;
  const code = readCreditCode(given.body.creditCode);
  if (!code.ok) {
    return refuse(
      call,
      refused({ kind: 'input', code: 'invalid_input', clause: '9.2c', field: 'creditCode', says: both(code.says, code.says) }),
    );
  }
  return runCommand(given as Call<Endpoint>, async (tx, at) => {
    const { name, kind, organisation } = given.body;
    const whose = call.actor.role === 'agency' ? agencyOf(call) : organisation;
    if (whose === undefined || !(await findOrganisation(tx, whose))) return noOrganisation;
    const id = randomUUID();
    await insertRelatedParty(tx, { id, organisation: whose, creditCode: code.value, name, kind, by: call.actor.person ?? '', at });
    audit(tx, 'related_party.add', whose, { id, creditCode: code.value, name, kind });
    return { status: 201, answer: { id } };
  });
};
