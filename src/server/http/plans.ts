import type { NamedEndpoints } from '#contract/index.ts';
import { yearOf } from '#core/kernel/dates.ts';
import { planChangesOf } from '#server/cases/plan-changes.ts';
import { differenceView, noPlan, scorecardView, thresholdsOn } from '#server/cases/plan-view.ts';
import { scorecardOf } from '#server/cases/plan-scorecard.ts';
import { reading } from '#server/db/transaction.ts';
import { findZonePlan, planVersions } from '#server/stores/plans.ts';
import { seenZone } from '#server/stores/zone-records.ts';
import { type Call, type Handler, readerOf, scopeFor, stop } from './call.ts';

type Named = NamedEndpoints;

export const readZonePlanHandler: Handler<Named['readZonePlan']> = async (given) => {
  const call = given as Call;
  const { id } = given.params;
  const found = await reading(call.house.pool, scopeFor(call), async (tx) => {
    const zone = await seenZone(tx, id);
    return zone && { zone, plan: await findZonePlan(tx, id, null), versions: await planVersions(tx, id) };
  });
  if (!found) return stop(call, 'not_found');
  return {
    zone: id,
    name: found.zone.name,
    content: (found.plan?.content ?? null) as never,
    otherCase: found.plan?.other_case ?? null,
    versions: found.versions.map((row) => ({
      version: row.version,
      case: row.kase,
      number: row.number,
      isEditorial: row.is_editorial,
      countsFrom: row.counts_from,
      documentNumber: row.document_number,
      consentedOn: row.consented_on,
    })),
  };
};

export const comparePlansHandler: Handler<Named['comparePlans']> = async (given) => {
  const call = given as Call;
  const { from, to } = given.query;
  const { id } = given.params;
  const versions = await reading(call.house.pool, scopeFor(call), async (tx) => ((await seenZone(tx, id)) ? planVersions(tx, id) : []));
  const contentOf = (version: number) => versions.find((row) => row.version === version)?.content;
  const [before, after] = [from === 0 ? null : contentOf(from), contentOf(to)];
  if (before === undefined || after === undefined) return stop(call, 'not_found');
  return { from, to, changes: differenceView(before, after, call.language) };
};

export const readScorecardHandler: Handler<Named['readScorecard']> = async (given) => {
  const call = given as Call;
  const today = call.house.clock.today();
  const year = given.query.year ?? yearOf(today);
  const { id } = given.params;
  const found = await reading(call.house.pool, scopeFor(call), async (tx) => {
    const zone = await seenZone(tx, id);
    return zone && { zone, card: await scorecardOf(tx, id, year, today), thresholds: await thresholdsOn(tx, today) };
  });
  if (!found) return stop(call, 'not_found');
  const { zone, card, thresholds } = found;
  if (!card) return stop(call, 'not_found', noPlan);
  return { zone: id, name: zone.name, ...scorecardView(card, { year, today, thresholds, language: call.language }) };
};

export const readPlanChangesHandler: Handler<Named['readPlanChanges']> = async (given) => {
  const call = given as Call;
  const found = await reading(call.house.pool, scopeFor(call), (tx) => planChangesOf(tx, given.params.id, readerOf(call)));
  return found ?? stop(call, 'not_found');
};
