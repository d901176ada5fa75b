import { type BusinessDate, businessDate, type Instant } from '#core/kernel/dates.ts';
import type { Actor } from '#core/people/actor.ts';
import type { CallFact, FactMap, FactName, Facts } from '#core/process/facts.ts';
import type { Tx } from '#server/db/transaction.ts';
import { countUnder, countUpheld, rankedCases } from '#server/stores/cases.ts';
import { expertPool, openSheets } from '#server/stores/experts.ts';
import { findOrganisation } from '#server/stores/people.ts';
import { type CallRow, findCall, findNotice } from '#server/stores/published.ts';
import { districtBonusFact } from './bonus.ts';
import { checkedEntitlementFact, entitlementFact } from './entitlement.ts';
import * as money from './money-facts.ts';
import { planEffectFact, planProgressFact, zonePlanFact } from './plan-facts.ts';
import { type Rulings, rulingsOn, settingsUnder } from './readings.ts';
import { recognitionZoneFact } from './recognition-facts.ts';
import { dossierFact, recommendationZoneFact } from './recommendation-facts.ts';
import { licenceFact, residenceFact } from './residence-facts.ts';
import * as title from './title-facts.ts';
import { yearRecordFact } from './year-record.ts';

/** What gathering facts may look at. `subject` is the call or notice the case is about. */
export type Asking = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Instant;
  readonly today: BusinessDate;
  readonly policy: string;
  readonly kase: { readonly id: string; readonly owner: string | null; readonly data: unknown } | null;
  /** The words of the opening or event; nothing when a case is only read. */
  readonly words: unknown;
  readonly subject: string | null;
};

/** Facts that rest on the readings of the plan, or on the plan of the zone, share one look at them. */
type Gathering = Asking &
  money.MoneyAsking & {
    readonly rulings: () => Promise<Rulings>;
    readonly settings: () => Promise<ReturnType<typeof settingsUnder>>;
    readonly zonePlan: () => Promise<FactMap['zonePlan']>;
  };

const isId = (text: string | null): text is string => text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A call as a fact: open from its first moment to its last, unless ended before. */
export const callFact = (row: CallRow, at: Instant): CallFact => ({
  id: row.kase,
  title: row.title,
  year: row.year,
  places: row.places,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  isOpen: row.ended_at === null && row.opens_at <= at && at < row.closes_at,
});

/** First and last day of the plan as decided readings have it, and whether `today` lies within. */
async function policyWindow({ today, settings }: Gathering): Promise<FactMap['policy']> {
  const { values } = await settings();
  const [from, to] = [businessDate(values.policyFrom), businessDate(values.policyTo)];
  return { from, to, isInForce: from <= today && today <= to };
}

type Gatherers = { readonly [Name in FactName]: (asking: Gathering) => Promise<FactMap[Name]> };

const ended = ['withdrawn', 'county_rejected', 'not_selected'];

/** One way to learn each fact a process may ask for. */
const gatherers: Gatherers = {
  policy: policyWindow,
  readings: async ({ settings }) => (await settings()).values,
  call: async ({ tx, subject, at }) => {
    const row = isId(subject) ? await findCall(tx, subject) : undefined;
    return row ? callFact(row, at) : null;
  },
  notice: async ({ tx, subject, at }) => {
    const row = isId(subject) ? await findNotice(tx, subject) : undefined;
    if (!row) return null;
    const isOpen = row.ended_at === null && row.published_at <= at && at < row.closes_at;
    return { id: row.id, kase: row.kase, title: row.title, subject: row.body[0]?.text ?? row.title, isOpen };
  },
  experts: ({ tx }) => expertPool(tx),
  sheets: ({ tx, kase }) => openSheets(tx, kase?.id ?? ''),
  ranking: async ({ tx, subject }) => {
    const rows = isId(subject) ? await rankedCases(tx, subject) : [];
    return rows.map(({ data, ...row }) => {
      const result = data.result as { score: number; planScore: number };
      return { case: row.case, name: row.name, state: row.state, score: result.score, planScore: result.planScore };
    });
  },
  openObjections: ({ tx, kase }) =>
    countUnder(tx, { process: 'objection', parent: kase?.id ?? '', notIn: ['answered'], except: kase?.id ?? '' }),
  upheldObjections: ({ tx, kase }) => countUpheld(tx, kase?.id ?? ''),
  applicationsInCall: ({ tx, kase, subject }) =>
    isId(subject)
      ? countUnder(tx, {
          process: 'application',
          parent: subject,
          owner: kase?.owner ?? null,
          notIn: ['draft', ...ended],
          except: kase?.id ?? '',
        })
      : Promise.resolve(0),
  entitlement: entitlementFact,
  checkedEntitlement: checkedEntitlementFact,
  disputes: money.disputesFact,
  ownClaims: money.ownClaimsFact,
  bar: money.barFact,
  budgetLine: money.budgetLineFact,
  commitment: money.commitmentFact,
  similar: money.similarFact,
  payees: money.payeesFact,
  payments: money.paymentsFact,
  payables: money.payablesFact,
  handledBefore: money.handledBeforeFact,
  bankAnswer: money.bankAnswerFact,
  voucher: money.voucherFact,
  invoice: money.invoiceFact,
  client: money.clientFact,
  recognitionZone: recognitionZoneFact,
  recommendationZone: recommendationZoneFact,
  dossier: dossierFact,
  districtBonus: districtBonusFact,
  planProgress: planProgressFact,
  yearRecord: yearRecordFact,
  zonePlan: ({ zonePlan }) => zonePlan(),
  planEffect: planEffectFact,
  titleZone: title.titleZoneFact,
  gradedYear: title.gradedYearFact,
  rectification: title.rectificationFact,
  zoneSupport: title.zoneSupportFact,
  residence: residenceFact,
  licence: licenceFact,
  titleRevokedOn: title.titleRevokedOnFact,
  organisation: async ({ tx, actor }) => {
    const row = actor.organisation ? await findOrganisation(tx, actor.organisation) : undefined;
    return { name: row?.name ?? actor.organisationName, creditCode: row?.credit_code ?? '', district: row?.district ?? null };
  },
};

/** Gathers the facts asked for, all in one breath. */
export async function gather(names: readonly FactName[], asking: Asking): Promise<Facts> {
  let rulings: ReturnType<typeof rulingsOn> | undefined;
  let plan: Promise<FactMap['zonePlan']> | undefined;
  const readings = () => (rulings ??= rulingsOn(asking.tx, asking.today, asking.at));
  const gathering: Gathering = {
    ...asking,
    organisation: asking.actor.organisation,
    rulings: readings,
    settings: async () => settingsUnder(await readings()),
    zonePlan: () => (plan ??= zonePlanFact(asking)),
  };
  const found = await Promise.all(names.map(async (name) => [name, await gatherers[name](gathering)] as const));
  return Object.fromEntries(found) as Facts;
}
