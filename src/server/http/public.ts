import type { NamedEndpoints } from '#contract/index.ts';
import { businessDateOf, endOfDay, type Instant } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { addWorkdays } from '#core/kernel/workdays.ts';
import { firstBreak, eventHash, chainStart } from '#core/proof/chain.ts';
import { callFact } from '#server/cases/facts.ts';
import { sha256 } from '#server/cases/log.ts';
import { zoneView } from '#server/cases/words.ts';
import { inTx, reading, systemScope, type Tx } from '#server/db/transaction.ts';
import { chainOfReceipt, findReceipt } from '#server/stores/events.ts';
import { newestEventAt, saveDemoOffset } from '#server/stores/demo.ts';
import { listCalls, listZones } from '#server/stores/published.ts';
import { type Call, type Handler, publicScope, stop } from './call.ts';

type Named = NamedEndpoints;

export const listCallsHandler: Handler<Named['listCalls']> = async (call) => {
  const at = call.house.clock.now();
  const rows = await reading(call.house.pool, publicScope, listCalls);
  return rows.map((row) => callFact(row, at));
};

export const listZonesHandler: Handler<Named['listZones']> = async (call) => {
  const rows = await reading(call.house.pool, publicScope, listZones);
  return rows.map((row) => zoneView(row, call.language));
};

/** The case's whole chain up to now must hold, and the receipt's event must still have the receipt's hash. */
export async function receiptStands(tx: Tx, code: string) {
  const found = await findReceipt(tx, code);
  if (!found) return undefined;
  const chain = await chainOfReceipt(tx, code);
  const broken = firstBreak(
    chain.map((entry) => ({ ...entry, prev: entry.seq === 1 ? chainStart : entry.prev })),
    ({ prev, body }) => eventHash(sha256, prev, body),
  );
  return { ...found, isGenuine: broken === null && found.hash.equals(found.event_hash), hashHex: found.event_hash.toString('hex') };
}

export const checkReceiptHandler: Handler<Named['checkReceipt']> = async (call) => {
  const found = await reading(call.house.pool, systemScope, (tx) => receiptStands(tx, call.params.code));
  if (!found) return stop(call as Call, 'not_found', both('没有这个回执编号，请核对后重试', 'There is no such receipt'));
  const says = found.isGenuine
    ? both(
        `${found.number}在该时刻已收到，是本案第${found.seq}条记录（共${found.total}条），此后未被改动`,
        `${found.number} was received then: entry ${found.seq} of ${found.total}, unchanged since`,
      )
    : both('记录与回执不符，请立即联系市中心', 'The record does not match the receipt; tell the centre at once');
  return {
    isGenuine: found.isGenuine,
    number: found.number,
    title: found.title,
    at: found.at,
    hash: found.hashHex,
    says: says[call.language],
  };
};

/** Where the demonstration clock shall stand: so many workdays on, mid-morning, or a named moment. */
function target(call: Call, body: { readonly workdays: number } | { readonly to: string }): Instant {
  if ('to' in body) return new Date(body.to).toISOString() as Instant;
  const { day } = addWorkdays(call.house.calendar, businessDateOf(call.house.clock.now()), body.workdays);
  return new Date(Date.parse(endOfDay(day)) - 14.5 * 3_600_000).toISOString() as Instant;
}

/** Moves the demonstration clock; never before something that has happened. */
export const moveClockHandler: Handler<Named['moveClock']> = async (given) => {
  const call = given as Call;
  const { clock, pool } = call.house;
  const to = target(call, given.body);
  const offset = Date.parse(to) - clock.machine().getTime();
  const newest = await inTx(pool, systemScope, async (tx) => {
    const newestAt = await newestEventAt(tx);
    if (newestAt !== null && to < newestAt) return newestAt;
    await saveDemoOffset(tx, offset);
    return null;
  });
  if (newest !== null)
    return stop(
      call,
      'malformed',
      both(`时钟不能拨到已发生的事情（${newest}）之前`, `The clock can not go before ${newest}, when something happened`),
    );
  clock.setOffsetMs(offset);
  call.house.wakeJobs();
  return { now: clock.now(), today: clock.today() };
};
