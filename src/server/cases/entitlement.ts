import { canonicalJson } from '#core/policy/canonical.ts';
import { type BusinessDate, businessDateOf } from '#core/kernel/dates.ts';
import { yuan } from '#core/kernel/money.ts';
import type { Entitlement, FactMap } from '#core/process/facts.ts';
import { leftOut } from '#processes/claim/filing.ts';
import { CheckSheet, type ClaimData } from '#processes/claim/data.ts';
import { isClause } from '#processes/claim/clauses.ts';
import type { AnswerItem } from '#policy/zibo-2020/answer.ts';
import type { CaseFileInput, ClauseKey } from '#policy/zibo-2020/case-file.ts';
import type { Tx } from '#server/db/transaction.ts';
import { fieldName } from '#policy/zibo-2020/field-names.ts';
import { entriesOf } from '#policy/zibo-2020/fact-kinds/claim-entries.ts';
import { mattersBehind } from '#policy/zibo-2020/fact-kinds/case-facts.ts';
import { mattersHeldBefore } from '#server/stores/claims.ts';
import { type AgencyYear, agencyYearOf } from './case-file.ts';
import { claimItemsOf } from './claim-items.ts';
import { sha256 } from './log.ts';
import type { MoneyAsking } from './money-facts.ts';
import { type Rulings, versionOf } from './readings.ts';

type Asked = {
  readonly agency: string;
  readonly year: number;
  readonly clause: ClauseKey;
  readonly without: readonly { readonly kind: string; readonly matter: string }[];
  /** The claim itself: what it was granted is no earlier support of it. */
  readonly kase: string | null;
};

/** The readings in effect, looked up once for all facts of a step. */
type Ruled = { readonly rulings: () => Promise<Rulings> };

type Told = Partial<Pick<ClaimData, 'year' | 'clause' | 'checks' | 'entries'>>;

/** A year that a claim can be about. */
const isYear = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 2000 && value <= 2999;

const toldBy = (value: unknown): Told => (typeof value === 'object' && value !== null ? value : {});

/** What is claimed: by the case's data or by the words of its opening. */
function askedBy({ kase, organisation, words }: MoneyAsking): Asked | null {
  const { year, clause, checks = null, entries = [] } = toldBy(kase ? kase.data : words);
  const agency = kase ? kase.owner : organisation;
  if (agency === null || !isClause(clause) || !isYear(year)) return null;
  return { agency, year, clause, without: leftOut({ checks, entries }), kase: kase ? kase.id : null };
}

/** The zone that stands behind an item: where the agency sat on the last day of the facts, or sits now. */
function zoneOf({ memberships, zones }: AgencyYear, on: BusinessDate): Entitlement['zone'] {
  const stay = memberships.findLast(({ from, to }) => from <= on && (to === null || to >= on)) ?? memberships.at(-1);
  const zone = zones.find(({ id }) => id === stay?.zone);
  return zone ? { id: zone.id, name: zone.name } : null;
}

/** Payment waits for what the engine leaves open, and while the agency is on the list of abnormal operation (I-07, I-09). */
const isHeld = (item: AnswerItem, { listings }: AgencyYear, today: BusinessDate): boolean =>
  item.paymentHold === true || listings.some(({ from, to }) => from <= today && (to === null || today <= to));

/**
 * What the result turns on, without the day it was asked: equal knowledge, equal hash. That a payment is held is no part of it:
 * a rectification that begins or ends changes when it is paid, not what was decided (I-07).
 */
function hashOf(item: AnswerItem, file: CaseFileInput, names: readonly string[], readings: string): string {
  const { trace: _trace, paymentHold: _hold, ...plain } = item;
  const facts = file.facts.filter(({ id }) => names.includes(id));
  return sha256(canonicalJson({ item: plain, facts, readings })).toString('hex');
}

/** Facts a claim may rest on: neither left out by its check nor supported by an earlier claim of the same clause. */
async function rowsLeft(tx: Tx, { rows, prior }: AgencyYear, { agency, clause, kase, without }: Asked): Promise<AgencyYear['rows']> {
  const isFirst = prior.every((one) => one.clause !== clause);
  const held = isFirst ? [] : await mattersHeldBefore(tx, { agency, clause, except: kase });
  const gone = new Set([...without, ...held].map(({ kind, matter }) => `${kind}/${matter}`));
  return rows.filter((row) => !mattersBehind(row).some(({ kind, matter }) => gone.has(`${kind}/${matter}`)));
}

/** What the engine gives for one clause, on what is known now; null when nothing on record is about it. */
export async function entitlementFact(asking: MoneyAsking & Ruled): Promise<FactMap['entitlement']> {
  const asked = askedBy(asking);
  if (!asked) return null;
  const known = { now: asking.at, today: businessDateOf(asking.at) };
  const { agency, year, clause, without, kase } = asked;
  const rulings = await asking.rulings();
  const record = await agencyYearOf(asking.tx, { agency, year, rulings, except: kase }, known);
  const { file, items } = claimItemsOf(record, rulings, without);
  const found = items.find((one) => one.item.clause === clause);
  if (!found) return null;
  const { item, before, waits } = found;
  const entries = entriesOf(item, await rowsLeft(asking.tx, record, asked));
  const last =
    entries
      .map(({ validOn }) => validOn)
      .sort()
      .at(-1) ?? known.today;
  return {
    eligible: item.eligible,
    code: item.code,
    says: item.trace?.result ?? item.code,
    ceiling: yuan(item.ceilingYuan),
    paidAs: item.kind,
    isFixed: item.fixed === true,
    isHeld: isHeld(item, record, known.today),
    missing: (item.missing ?? []).map(fieldName),
    before,
    waits,
    entries,
    recipients: (item.recipients ?? []).map(({ person, ceilingYuan }) => ({ person, amount: yuan(ceilingYuan) })),
    zone: zoneOf(record, last as BusinessDate),
    unconfirmed: item.trace?.unconfirmed ?? [],
    hash: hashOf(
      item,
      file,
      entries.map(({ id }) => id),
      versionOf(rulings),
    ),
  };
}

/** What the engine will give once the check sheet at hand is kept; null where the words are no check sheet. */
export async function checkedEntitlementFact(asking: MoneyAsking & Ruled): Promise<FactMap['checkedEntitlement']> {
  const { kase, words } = asking;
  const sheet = CheckSheet.safeParse(words);
  if (kase === null || !sheet.success) return null;
  const data: Told = { ...toldBy(kase.data), checks: { ...sheet.data, by: '', on: '' } };
  return entitlementFact({ ...asking, kase: { ...kase, data } });
}
