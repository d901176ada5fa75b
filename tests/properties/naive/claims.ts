/* oxlint-disable complexity, max-lines-per-function -- the naive reading is one literal list of ifs on purpose: nothing shared, nothing clever */
import { composePatentNumber } from '#core/kernel/patent-number.ts';
import { type Agency, type Case, defaults, type Fact } from './facts.ts';

/** One fact as one agency presents it: what it would get alone, or why it gets nothing. Whole yuan. */
export type Claim = {
  readonly clause: string;
  readonly agency: string;
  readonly fact: Fact;
  readonly day: string;
  /** Refusal code, or '' when every condition is met. */
  refusal: string;
  /** How many conditions were passed before the refusal; for choosing the most telling code. */
  depth: number;
  yuan: number;
  full: number;
  /** Payment waits for a recheck of the zone or for a finding. */
  readonly isHeld: boolean;
  /** Matters it claims. */
  readonly matters: readonly string[];
  /** Patent numbers behind a campaign result. */
  readonly numbers?: ReadonlySet<string>;
};

export type Book = {
  readonly c: Case;
  readonly s: Readonly<Record<string, unknown>>;
  readonly from: string;
  readonly to: string;
};

export const open = (c: Case): Book => {
  const s = { ...defaults, ...c.overrides };
  return s['yearBasis'] === 'calendar'
    ? { c, s, from: `${c.year}-01-01`, to: `${c.year}-12-31` }
    : { c, s, from: `${c.year}-08-25`, to: `${c.year + 1}-08-24` };
};

export const partners = (fact: Fact): readonly { id: string; sharePercent?: number }[] =>
  fact.agencies ?? [{ id: String(fact.agency), sharePercent: 100 }];

export function share(whole: number, fact: Fact, agency: string): number {
  const all = partners(fact);
  const floor = (percent: number) => Math.floor((whole * Math.round(percent * 100)) / 10000);
  if (all[0]?.id === agency) return whole - all.slice(1).reduce((sum, one) => sum + floor(one.sharePercent ?? 0), 0);
  return floor(all.find((one) => one.id === agency)?.sharePercent ?? 0);
}

const within = (p: { from: string; to: string | null }, day: string) => day >= p.from && (p.to === null || day <= p.to);

export function statusOn(c: Case, zone: string | undefined, day: string): string {
  const history = c.zones.find((one) => one.id === zone)?.statusHistory ?? [];
  const past = history.filter((entry) => entry.from <= day);
  const last = past.reduce((max, entry) => (entry.from > max ? entry.from : max), '');
  return past.filter((entry) => entry.from === last).at(-1)?.status ?? 'none';
}

/** First failing rule of the gate with its depth, or null. */
export function gate(b: Book, agency: Agency, day: string, gateDay = day): [string, number] | null {
  if (day < b.from || day > b.to) return ['OUTSIDE_YEAR', 0];
  if (gateDay < String(b.s['policyFrom']) || gateDay > String(b.s['policyTo'])) return ['POLICY_NOT_IN_FORCE', 1];
  if (!agency.patentQualification.some((p) => within(p, gateDay))) return ['NOT_QUALIFIED_AGENCY', 2];
  const here = agency.zoneMembership.filter((p) => within(p, gateDay));
  if (here.length === 0) return ['NOT_IN_ZONE', 3];
  const problems = here.map(({ zone }) => titleProblem(b, zone, gateDay));
  return problems.includes(null) ? null : (problems[0] ?? null);
}

function titleProblem(b: Book, zone: string, day: string): [string, number] | null {
  const days = b.s['zoneRule'] === 'fact_date' ? [day] : [day, b.c.asOf];
  for (const one of days) {
    const status = statusOn(b.c, zone, one);
    if (status === 'revoked') return ['ZONE_REVOKED', 5];
    if (status === 'rectifying' && b.s['rectification'] === 'suspended') return ['ZONE_RECTIFYING', 6];
    if (status !== 'designated' && status !== 'rectifying') return ['ZONE_NOT_DESIGNATED', 4];
  }
  return null;
}

/** Whether the zone that carries the claim is being rechecked when the year is determined. */
export function isRechecked(b: Book, agency: Agency, gateDay: string): boolean {
  const here = agency.zoneMembership.filter((p) => within(p, gateDay));
  const carrier = here.find(({ zone }) => titleProblem(b, zone, gateDay) === null) ?? here[0];
  return statusOn(b.c, carrier?.zone, gateDay > b.c.asOf ? gateDay : b.c.asOf) === 'rectifying';
}

export const natural = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

const firstNo = (tests: readonly [boolean, string][]): [string, number] | null => {
  const at = tests.findIndex(([holds]) => !holds);
  return at < 0 ? null : [tests[at]?.[1] ?? '', 10 + at];
};

/** Claims of the clauses that stand on single facts. */
export function singleClaims(b: Book): Claim[] {
  const claims: Claim[] = [];
  for (const agency of b.c.agencies) {
    for (const fact of b.c.facts.filter((one) => partners(one).some(({ id }) => id === agency.id))) {
      const made = claimOf(b, agency, fact);
      if (made) claims.push(made);
    }
  }
  return claims;
}

function claimOf(b: Book, agency: Agency, f: Fact): Claim | null {
  const make: Make = (clause, day, no, yuan, gateDay = day) => {
    const sum = no ? 0 : share(yuan, f, agency.id);
    const isHeld = isRechecked(b, agency, gateDay);
    const matters = f.matter ? [f.matter] : [];
    const [refusal, depth] = no ?? ['', 99];
    return { clause, agency: agency.id, fact: f, day, refusal, depth, yuan: sum, full: sum, isHeld, matters };
  };
  const day = (field: string) => String(f[field]);
  switch (f.type) {
    case 'pledge_loan':
      return make(
        '9.1.loan',
        day('disbursedDate'),
        gate(b, agency, day('disbursedDate')) ??
          firstNo([
            [f['bankInCity'] === true, 'BANK_NOT_LOCAL'],
            [f['insuredByGovBankInsurer'] === true, 'NOT_INSURED_SCHEME'],
          ]),
        10_000,
      );
    case 'ip_securitization': {
      const hasLoan = b.c.facts.some(
        (one) =>
          one.type === 'pledge_loan' &&
          partners(one).some(({ id }) => id === agency.id) &&
          gate(b, agency, String(one['disbursedDate'])) === null &&
          one['bankInCity'] === true,
      );
      const isOpen = b.s['securitizationGate'] === 'none' || hasLoan;
      return make(
        '9.1.sec',
        day('completedDate'),
        gate(b, agency, day('completedDate')) ?? firstNo([[isOpen, 'GATE_NO_LOCAL_LOAN']]),
        100_000,
      );
    }
    case 'brand_honour': {
      const at = day('awardedDate');
      const first = gate(b, agency, at);
      const isEarly = agency.zoneMembership.length > 0 && agency.zoneMembership.every((p) => p.from > at);
      const no = first && first[1] >= 3 && isEarly ? (['BEFORE_ENTRY', 2.5] as [string, number]) : first;
      return make(
        '9.3.honour',
        at,
        no ?? firstNo([[f['level'] !== 'municipal', 'LEVEL_NOT_COVERED']]),
        f['level'] === 'national' ? 200_000 : 100_000,
      );
    }
    case 'agent_certificate':
      return make('9.3.cert', day('issuedDate'), gate(b, agency, day('issuedDate')), 10_000);
    case 'litigation':
      return litigationClaim(b, agency, f, make);
    case 'custody_contract':
      return custodyClaim(b, agency, f, make);
    case 'custody_recognition': {
      const contracts = b.c.facts.filter((one) => one.type === 'custody_contract');
      const isAlone = !contracts.some((one) => partners(one).some(({ id }) => id === agency.id));
      return isAlone ? make('9.2', '', ['BELOW_THRESHOLD', 0], 0) : null;
    }
    default:
      return null;
  }
}

type Make = (clause: string, day: string, no: [string, number] | null, yuan: number, gateDay?: string) => Claim;

function litigationClaim(b: Book, agency: Agency, f: Fact, make: Make): Claim {
  const day = String(f['effectiveDate']);
  const zone = b.c.enterprises.find((one) => one.id === f['client'])?.zone;
  const isInside = zone !== null && ['designated', 'rectifying'].includes(statusOn(b.c, zone, day));
  const fee = Number(f['agencyFeeYuan']);
  const isFree = b.s['feeLimit'] === 'none';
  const no = firstNo([
    [f['outcome'] === 'won', 'NOT_WON'],
    [f['final'] === true, 'NOT_FINAL'],
    [f['foreignRelated'] === true || f['majorInfluence'] === true, 'NOT_FOREIGN_OR_MAJOR'],
    [f['patentCase'] === true, 'NOT_PATENT_CASE'],
    [isInside, 'CLIENT_NOT_IN_ZONE'],
    [isFree || fee > 0, 'BELOW_THRESHOLD'],
  ]);
  return make('9.4', day, gate(b, agency, day) ?? no, isFree ? 50_000 : Math.min(50_000, fee));
}

function custodyClaim(b: Book, agency: Agency, f: Fact, make: Make): Claim {
  let best: [string, number] | null = ['OUTSIDE_YEAR', 0];
  let gateDay = '';
  for (let t = Date.parse(b.from); t <= Date.parse(b.to) && best; t += 86_400_000) {
    const day = new Date(t).toISOString().slice(0, 10);
    if (day < String(f['startDate']) || day > String(f['endDate'] ?? b.to)) continue;
    const no = gate(b, agency, day);
    if (no === null || no[1] > best[1]) [best, gateDay] = [no, day];
  }
  const decided = b.c.facts.filter(
    (one) =>
      one.type === 'custody_recognition' &&
      one['year'] === b.c.year &&
      partners(one).some(({ id }) => id === agency.id) &&
      one['result'] === 'outstanding' &&
      (one['areas'] as readonly string[]).length > 0,
  );
  const no = best ?? firstNo([[decided.length > 0, 'NO_CENTRE_RECOGNITION']]);
  const byMode: Readonly<Record<string, number>> = { full: 50_000, advisory: 30_000, single: 10_000 };
  const grade = Math.min(...decided.map((one) => Number(one['grade'])));
  const yuan = b.s['custodyMap'] === 'mode' ? (byMode[String(f['mode'])] ?? 0) : ([50_000, 30_000, 10_000][grade - 1] ?? 0);
  return make('9.2', String(f['startDate']), no, yuan, gateDay);
}

/** Invention numbers of a fact, written out one by one. */
export const numbersOf = (f: Fact): readonly string[] =>
  f.type === 'invention_grants'
    ? Array.from({ length: Number(f['count']) }, (_, i) =>
        composePatentNumber(Number(f['applicationYear']), 1, Number(f['serialFrom']) + i),
      )
    : f.type === 'invention_grant_list'
      ? (f['patentNos'] as readonly string[])
          .map((text) => text.replace(/^ZL|^CN|[. ]/g, ''))
          .filter((text) => text[4] === '1' || text[4] === '8')
      : [];
