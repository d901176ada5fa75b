/* oxlint-disable complexity, max-lines-per-function -- hand-written loops are the bound; splitting them would slow them down */
import type { BulkTrace } from '#core/policy/bulk-trace.ts';
import type { AgencyYear } from '#policy/zibo-2020/09-population.ts';
import { city, sizes, type World, yearFrom, yearUntil } from './world.ts';

/** Amounts only, written by hand for the default readings: the practical bound for workload A. */
export function handAmounts(years: readonly AgencyYear[], out: Float64Array): void {
  for (let i = 0, o = 0; i < years.length; i += 1, o += 9) {
    const f = years[i] as AgencyYear;
    let loan = 0,
      sec = 0,
      custody = 0,
      honour = 0,
      cert = 0,
      win = 0,
      tier = 0,
      campaign = 0;
    if (f.gate === 0) {
      loan = f.loans * 1_000_000;
      if (f.localLoans > 0) sec = f.securitizations * 10_000_000;
      if (f.recognised > 0)
        custody = f.custodyFull > 0 ? 5_000_000 : f.custodyAdvisory > 0 ? 3_000_000 : f.custodySingle > 0 ? 1_000_000 : 0;
      honour = f.nationalHonours > 0 ? 20_000_000 : f.provincialHonours > 0 ? 10_000_000 : 0;
      cert = f.certificates * 1_000_000;
      win = f.winFen < 20_000_000 ? f.winFen : 20_000_000;
      const n = f.grants;
      if (f.maliciousFindings === 0) tier = n >= 200 ? 5_000_000 : n >= 121 ? 3_000_000 : n >= 71 ? 1_000_000 : 0;
      if (f.findings === 0) campaign = f.doublings > 0 ? 5_000_000 : f.clearings > 0 ? 1_000_000 : 0;
      if (tier >= campaign) campaign = 0;
      else tier = 0;
    }
    out[o] = loan;
    out[o + 1] = sec;
    out[o + 2] = custody;
    out[o + 3] = honour;
    out[o + 4] = cert;
    out[o + 5] = win;
    out[o + 6] = tier;
    out[o + 7] = campaign;
    out[o + 8] = loan + sec + custody + honour + cert + win + tier + campaign;
  }
}

/** The figures of the what-if runs: three minimums, three sums, the yearly cap, the sum per loan (fen). */
export type Figures = readonly [number, number, number, number, number, number, number, number];

/** The same loop with its figures as arguments: the bound for what-if runs. */
export function handParametric(years: readonly AgencyYear[], out: Float64Array, [t1, t2, t3, a1, a2, a3, cap, each]: Figures): void {
  for (let i = 0, o = 0; i < years.length; i += 1, o += 9) {
    const f = years[i] as AgencyYear;
    let loan = 0,
      sec = 0,
      custody = 0,
      honour = 0,
      cert = 0,
      win = 0,
      tier = 0,
      campaign = 0;
    if (f.gate === 0) {
      loan = f.loans * each;
      if (f.localLoans > 0) sec = f.securitizations * 10_000_000;
      if (f.recognised > 0)
        custody = f.custodyFull > 0 ? 5_000_000 : f.custodyAdvisory > 0 ? 3_000_000 : f.custodySingle > 0 ? 1_000_000 : 0;
      honour = f.nationalHonours > 0 ? 20_000_000 : f.provincialHonours > 0 ? 10_000_000 : 0;
      cert = f.certificates * 1_000_000;
      win = f.winFen < cap ? f.winFen : cap;
      const n = f.grants;
      if (f.maliciousFindings === 0) tier = n >= t3 ? a3 : n >= t2 ? a2 : n >= t1 ? a1 : 0;
      if (f.findings === 0) campaign = f.doublings > 0 ? 5_000_000 : f.clearings > 0 ? 1_000_000 : 0;
      if (tier >= campaign) campaign = 0;
      else tier = 0;
    }
    out[o] = loan;
    out[o + 1] = sec;
    out[o + 2] = custody;
    out[o + 3] = honour;
    out[o + 4] = cert;
    out[o + 5] = win;
    out[o + 6] = tier;
    out[o + 7] = campaign;
    out[o + 8] = loan + sec + custody + honour + cert + win + tier + campaign;
  }
}

/** A trace object for each clause of every agency, written by hand: the bound for materialised traces. */
export const handTraces = (years: readonly AgencyYear[]): BulkTrace[][] => years.map(handTrace);

function handTrace(f: AgencyYear): BulkTrace[] {
  const no = f.gate === 0 ? null : f.gate === 1 ? 'NOT_IN_ZONE' : 'NOT_QUALIFIED_AGENCY';
  const custodySum = f.custodyFull > 0 ? 5_000_000 : f.custodyAdvisory > 0 ? 3_000_000 : f.custodySingle > 0 ? 1_000_000 : 0;
  const honourSum = f.nationalHonours > 0 ? 20_000_000 : f.provincialHonours > 0 ? 10_000_000 : 0;
  const n = f.grants;
  const step = n >= 200 ? 5_000_000 : n >= 121 ? 3_000_000 : n >= 71 ? 1_000_000 : 0;
  const tierSum = f.maliciousFindings === 0 ? step : 0;
  const wish = f.doublings > 0 ? 5_000_000 : f.clearings > 0 ? 1_000_000 : 0;
  const campaignSum = f.findings === 0 ? wish : 0;
  const tierWins = tierSum >= campaignSum;
  const tierCode =
    n === 0 ? 'NOTHING' : step === 0 ? 'BELOW_THRESHOLD' : f.maliciousFindings > 0 ? 'ABNORMAL_FILING' : tierWins ? 'OK' : 'ONCE_ONLY';
  const campaignCode = wish === 0 ? 'NOTHING' : f.findings > 0 ? 'ABNORMAL_FILING' : tierWins ? 'ONCE_ONLY' : 'OK';
  const one = '第九条（一）',
    three = '第九条（三）';
  return [
    {
      key: '9.1.loan',
      cite: one,
      amount: no ? 0 : f.loans * 1_000_000,
      code: no ?? (f.loans > 0 ? 'OK' : 'NOTHING'),
      basis: { loans: f.loans },
    },
    {
      key: '9.1.sec',
      cite: one,
      amount: no || f.localLoans === 0 ? 0 : f.securitizations * 10_000_000,
      code: no ?? (f.securitizations === 0 ? 'NOTHING' : f.localLoans > 0 ? 'OK' : 'GATE_NO_LOCAL_LOAN'),
      basis: { securitizations: f.securitizations, localLoans: f.localLoans },
    },
    {
      key: '9.2',
      cite: '第九条（二）',
      amount: no || f.recognised === 0 ? 0 : custodySum,
      code: no ?? (custodySum === 0 ? 'NOTHING' : f.recognised > 0 ? 'OK' : 'NO_CENTRE_RECOGNITION'),
      basis: { custodyFull: f.custodyFull, custodyAdvisory: f.custodyAdvisory, custodySingle: f.custodySingle, recognised: f.recognised },
    },
    {
      key: '9.3.honour',
      cite: three,
      amount: no ? 0 : honourSum,
      code: no ?? (honourSum > 0 ? 'OK' : 'NOTHING'),
      basis: { nationalHonours: f.nationalHonours, provincialHonours: f.provincialHonours },
    },
    {
      key: '9.3.cert',
      cite: '第九条（三）后另段',
      amount: no ? 0 : f.certificates * 1_000_000,
      code: no ?? (f.certificates > 0 ? 'OK' : 'NOTHING'),
      basis: { certificates: f.certificates },
    },
    {
      key: '9.4',
      cite: '第九条（四）',
      amount: no ? 0 : Math.min(f.winFen, 20_000_000),
      code: no ?? (f.winFen === 0 ? 'NOTHING' : f.winFen > 20_000_000 ? 'OK_CAPPED' : 'OK'),
      basis: { winFen: f.winFen },
    },
    {
      key: '9.5.tier',
      cite: '第九条（五）前段',
      amount: no || !tierWins ? 0 : tierSum,
      code: no ?? tierCode,
      basis: { grants: n, maliciousFindings: f.maliciousFindings },
    },
    {
      key: '9.5.campaign',
      cite: '第九条（五）后段',
      amount: no || tierWins ? 0 : campaignSum,
      code: no ?? campaignCode,
      basis: { doublings: f.doublings, clearings: f.clearings, findings: f.findings },
    },
  ];
}

/** What is counted from rows, one array per measure. */
export type Counts = {
  readonly grants: Float64Array;
  readonly findings: Float64Array;
  readonly maliciousFindings: Float64Array;
  readonly loans: Float64Array;
  readonly localLoans: Float64Array;
  readonly securitizations: Float64Array;
  readonly winFen: Float64Array;
};

/** Empty counts. */
export const noCounts = (): Counts => {
  const zeros = () => new Float64Array(sizes.agencies);
  return {
    grants: zeros(),
    findings: zeros(),
    maliciousFindings: zeros(),
    loans: zeros(),
    localLoans: zeros(),
    securitizations: zeros(),
    winFen: zeros(),
  };
};

/** Records of the year with counts put in. */
export const withCounts = (world: World, c: Counts): AgencyYear[] =>
  world.agencies.map((a, i) => ({
    gate: a.gate,
    loans: c.loans[i] as number,
    localLoans: c.localLoans[i] as number,
    securitizations: c.securitizations[i] as number,
    recognised: a.recognised,
    custodyFull: a.custodyFull,
    custodyAdvisory: a.custodyAdvisory,
    custodySingle: a.custodySingle,
    nationalHonours: a.nationalHonours,
    provincialHonours: a.provincialHonours,
    certificates: a.certificates,
    winFen: c.winFen[i] as number,
    grants: c.grants[i] as number,
    maliciousFindings: c.maliciousFindings[i] as number,
    findings: c.findings[i] as number,
    clearings: a.clearings,
    doublings: a.doublings,
  }));

const plusOne = (counts: Float64Array, at: number): void => {
  counts[at] = (counts[at] as number) + 1;
};

/** Counting from row objects by hand: the straightforward server-side version and the baseline of workload B. */
export function handFromRows(world: World): AgencyYear[] {
  const counts = noCounts();
  for (const g of world.grants) {
    if (g.date < yearFrom || g.date >= yearUntil || g.city !== city) continue;
    if (g.flag !== 0) {
      plusOne(counts.findings, g.agency);
      if (g.flag === 2) plusOne(counts.maliciousFindings, g.agency);
    }
    if (g.kind === 1) plusOne(counts.grants, g.agency);
  }
  handSmall(world, counts);
  return withCounts(world, counts);
}

/** Counting from columns by hand: the practical bound. */
export function handFromColumns(world: World): AgencyYear[] {
  const counts = noCounts();
  const { agency, date, city: cities, kind, flag } = world.columns;
  const { grants, findings, maliciousFindings } = counts;
  for (let i = 0; i < agency.length; i += 1) {
    const d = date[i] as number;
    if (d < yearFrom || d >= yearUntil || cities[i] !== city) continue;
    const a = agency[i] as number;
    const k = flag[i] as number;
    if (k !== 0) {
      plusOne(findings, a);
      if (k === 2) plusOne(maliciousFindings, a);
    }
    if (kind[i] === 1) plusOne(grants, a);
  }
  handSmall(world, counts);
  return withCounts(world, counts);
}

function handSmall(world: World, counts: Counts): void {
  for (const d of world.deals) {
    if (d.date < yearFrom || d.date >= yearUntil) continue;
    if (d.kind === 1) plusOne(counts.securitizations, d.agency);
    else if (d.local === 1) {
      plusOne(counts.localLoans, d.agency);
      if (d.insured === 1) plusOne(counts.loans, d.agency);
    }
  }
  for (const c of world.cases) {
    if (c.date < yearFrom || c.date >= yearUntil || c.won !== 1 || c.weighty !== 1 || c.clientInZone !== 1) continue;
    counts.winFen[c.agency] = (counts.winFen[c.agency] as number) + Math.min(c.fee, 5_000_000);
  }
}
