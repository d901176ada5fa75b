import { type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import type { FactMap } from '#core/process/facts.ts';
import { contentOf, type PlanContent } from '#processes/plan/content.ts';
import type { Tx } from '#server/db/transaction.ts';
import { findZonePlan } from '#server/stores/plans.ts';
import { partOneOf, reportedOf, scorecardOf } from './plan-scorecard.ts';

type Asking = {
  readonly tx: Tx;
  readonly today: BusinessDate;
  readonly kase: { readonly id: string; readonly data: unknown } | null;
  readonly words: unknown;
};

type Told = { readonly zone?: unknown; readonly year?: unknown; readonly form?: unknown; readonly base?: unknown };

const toldOf = ({ kase, words }: Pick<Asking, 'kase' | 'words'>): Told => {
  const told = kase ? kase.data : words;
  return typeof told === 'object' && told !== null ? told : {};
};

/** The zone that a case names, or the words of its opening. */
export function zoneNamed(asking: Pick<Asking, 'kase' | 'words'>): string | null {
  const { zone } = toldOf(asking);
  return typeof zone === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(zone) ? zone : null;
}

/** The year a case or its opening names; the present one where it names none. */
function yearNamed(asking: Asking): number {
  const { year } = toldOf(asking);
  return typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2999 ? year : yearOf(asking.today);
}

/** The zone whose plan is to be made or changed, with what stands and what is under way. */
export async function zonePlanFact(asking: Asking): Promise<FactMap['zonePlan']> {
  const zone = zoneNamed(asking);
  const row = zone === null ? undefined : await findZonePlan(asking.tx, zone, asking.kase?.id ?? null);
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    district: row.district,
    operator: row.operator,
    isRevoked: row.status === 'revoked',
    current: row.version === null ? null : { version: row.version, content: row.content, consentedOn: row.consented_on as BusinessDate },
    spentNumbers: { tasks: row.spent_tasks, indicators: row.spent_indicators },
    otherCase: row.other_case,
    reviewedYear: row.reviewed_year,
    application: row.application,
  };
}

/** The plan that a year is measured against, with what is on record of it; a task that a consented change dropped is in it no more. */
export async function planProgressFact(asking: Asking): Promise<FactMap['planProgress']> {
  const zone = zoneNamed(asking);
  const card = zone === null ? null : await scorecardOf(asking.tx, zone, yearNamed(asking), asking.today);
  if (!card) return null;
  return {
    version: { number: card.version, consentedOn: card.consentedOn },
    tasks: card.tasks.map(({ no, title, state, note }) => ({ no, title, state, note })),
    indicators: card.indicators.map(({ no, name, unit, target, actual, from }) => ({ no, name, unit, target, actual, source: from.zh })),
  };
}

/** Part one of the present year with the plan in force and with the plan of the draft. */
export async function planEffectFact(
  asking: Asking & { readonly zonePlan: () => Promise<FactMap['zonePlan']> },
): Promise<FactMap['planEffect']> {
  const plan = await asking.zonePlan();
  if (!plan?.current) return null;
  const next = contentOf(toldOf(asking).form);
  if (!next) return null;
  const year = yearOf(asking.today);
  const reported = await reportedOf(asking.tx, plan.id, year, asking.today);
  return { year, before: partOneOf(plan.current.content as PlanContent, year, reported), after: partOneOf(next, year, reported) };
}
