import { randomUUID } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { confirmerOf, factView } from '#server/cases/fact-view.ts';
import { audit } from '#server/cases/log.ts';
import { reading } from '#server/db/transaction.ts';
import { findFact, insertConfirmation, listFactsToConfirm } from '#server/stores/facts.ts';
import { type Call, type Handler, scopeFor } from './call.ts';
import { runCommand } from './command.ts';
import { cursorAfter, readCursor } from './cursor.ts';

type Named = NamedEndpoints;

const pageSize = 100;

export const listFactsToConfirmHandler: Handler<Named['listFactsToConfirm']> = async (given) => {
  const call = given as Call;
  const [at = '', id = ''] = readCursor(call, given.query.after, 2) ?? [];
  const after = id === '' ? null : { at, id };
  const isAnswered = given.query.answered === '1';
  const rows = await reading(call.house.pool, scopeFor(call), (tx) => listFactsToConfirm(tx, { isAnswered, after, limit: pageSize + 1 }));
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page.map(factView), next: rows.length > pageSize && last ? cursorAfter(last.known_from, last.id) : null };
};

const gone = refused({ kind: 'not_found', code: 'not_found', clause: '9', says: both('没有找到，或无权查看', 'Not found') });
const ownEntry = refused({
  kind: 'forbidden',
  code: 'own_entry',
  clause: '9',
  says: both('本人登记的事实须由另一人确认', 'What you entered yourself is confirmed by somebody else'),
});
const needsRemark = refused({
  kind: 'input',
  code: 'invalid_input',
  clause: '9',
  field: 'remark',
  says: both('不予确认的，请写明理由', 'Say why you do not confirm it'),
});

/** An answer of the other side or the centre. It is never changed: a later one goes before it. */
export const confirmFactHandler: Handler<Named['confirmFact']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { params, actor } = call;
    const { isConfirmed, remark } = call.body;
    const row = await findFact(tx, params.id);
    if (!row || row.known_to !== null || confirmerOf(row.kind) !== actor.role) return gone;
    if (actor.role === 'centre_approver' && row.entered_by === actor.person) return ownEntry;
    if (!isConfirmed && remark === '') return needsRemark;
    const added = await insertConfirmation(tx, {
      id: randomUUID(),
      fact: row.id,
      person: actor.person ?? '',
      personName: actor.name,
      isConfirmed,
      remark,
      at,
    });
    if (added === 0) return gone;
    audit(tx, 'fact.confirm', row.agency, { id: row.id, kind: row.kind, matter: row.matter, isConfirmed, remark });
    return { status: 204, answer: undefined };
  });
