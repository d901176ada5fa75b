import { randomUUID } from 'node:crypto';
import { type BusinessDate, businessDate, businessDateOf, endOfDay, type Instant } from '#core/kernel/dates.ts';
import { addWorkdays } from '#core/kernel/workdays.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { endCall, endNotice, insertCall, insertNotice, insertZone } from '#server/stores/published.ts';
import { takeInEnterprises } from '#server/stores/residence.ts';
import { insertReading } from '#server/stores/readings.ts';
import type { EffectContext, EffectResult } from './context.ts';

/** The last day of a notice. @throws Error where neither the state nor the notice says how long: a fault of the process. */
function lastDayOf({ kase, at, calendar }: EffectContext, { workdays }: EffectOf<'publish notice'>): BusinessDate {
  if (kase.deadline) return kase.deadline.day;
  if (workdays === undefined) throw new Error(`${kase.process} publishes a notice without an end in ${kase.state}`);
  return addWorkdays(calendar, businessDateOf(at), workdays).day;
}

/** Publishes a notice that runs as long as the case's state does, or as long as it says itself. */
export async function publishNotice(context: EffectContext, effect: EffectOf<'publish notice'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  const lastDay = lastDayOf(context, effect);
  await insertNotice(tx, {
    id: randomUUID(),
    kase: kase.id,
    kind: effect.notice,
    title: effect.title,
    body: effect.body,
    published_at: at,
    first_day: businessDateOf(at),
    last_day: lastDay,
    closes_at: kase.deadline?.at ?? endOfDay(lastDay),
  });
  return {};
}

export async function closeNotice({ tx, kase, at }: EffectContext): Promise<EffectResult> {
  await endNotice(tx, kase.id, at);
  return {};
}

/** Enters the zone into the register with its number and certificate; the enterprises of its application move in with the title. */
export async function registerZone({ tx, kase, at }: EffectContext, { zone }: EffectOf<'register zone'>): Promise<EffectResult> {
  if (!kase.owner) throw new Error(`case ${kase.id} has no owner to hold the title`);
  const id = randomUUID();
  await insertZone(tx, {
    id,
    kase: kase.id,
    name: zone.name,
    district: zone.district,
    site_kind: zone.siteKind,
    boundary: zone.boundary,
    industries: zone.industries,
    operator_name: zone.operator,
    operator: kase.owner,
    designated_on: zone.designatedOn,
    known_from: at,
  });
  await takeInEnterprises(tx, id, zone.enterprises, at);
  return {};
}

export async function openCall({ tx, kase, title }: EffectContext, { call }: EffectOf<'open call'>): Promise<EffectResult> {
  await insertCall(tx, {
    kase: kase.id,
    title,
    year: call.year,
    places: call.places,
    opens_at: call.opensAt as Instant,
    closes_at: call.closesAt as Instant,
  });
  return {};
}

export async function closeCall({ tx, kase, at }: EffectContext): Promise<EffectResult> {
  await endCall(tx, kase.id, at);
  return {};
}

/** Writes the next version of a reading of the plan; the ruling's case is its source. */
export async function setReading({ tx, kase, at }: EffectContext, effect: EffectOf<'set reading'>): Promise<EffectResult> {
  await insertReading(tx, {
    policy: kase.policy,
    key: effect.key,
    value: effect.value,
    source: effect.source,
    kase: kase.id,
    effectiveFrom: businessDate(effect.effectiveFrom),
    at,
  });
  return {};
}
