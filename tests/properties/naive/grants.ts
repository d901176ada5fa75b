/* oxlint-disable complexity, max-lines-per-function -- the naive reading is one literal list of ifs on purpose: nothing shared, nothing clever */
import { type Book, type Claim, gate, isRechecked, natural, numbersOf, partners, share } from './claims.ts';
import type { Fact } from './facts.ts';

type Own = {
  readonly fact: Fact;
  readonly numbers: readonly string[];
  readonly no: [string, number] | null;
  readonly repeated: number;
  readonly isHeld: boolean;
};

const isGrant = (fact: Fact) => ['invention_grants', 'invention_grant_list', 'utility_model_grants'].includes(fact.type);

/** Grants agency by agency; each number belongs to the first fact that passes the gate. Shared batches are dealt out. */
function ownGrants(b: Book, gone: ReadonlySet<string> = new Set()): ReadonlyMap<string, readonly Own[]> {
  const seen = new Set<string>();
  const out = new Map<string, Own[]>();
  const queue = b.c.facts
    .filter((fact) => isGrant(fact) && !gone.has(fact.matter ?? ''))
    .sort((x, y) => String(x['grantDate']).localeCompare(String(y['grantDate'])) || natural(x.id, y.id));
  for (const fact of queue) {
    const gateDay = b.s['countWindow'] === 'whole_year' ? b.c.asOf : String(fact['grantDate']);
    const offices = partners(fact).flatMap(({ id }) => b.c.agencies.filter((one) => one.id === id));
    const results = offices.map((one) => gate(b, one, String(fact['grantDate']), gateDay));
    const all = [...new Set(numbersOf(fact))];
    const isIn = results.includes(null);
    const fresh = isIn ? all.filter((number) => !seen.has(number)) : [];
    for (const number of fresh) seen.add(number);
    let dealt = fresh.length;
    offices.forEach((office, i) => {
      const part = share(fresh.length, fact, office.id);
      dealt -= part;
      const numbers = fresh.slice(dealt, dealt + part);
      const own = {
        fact,
        numbers,
        no: results[i] ?? null,
        repeated: isIn ? numbersOf(fact).length - fresh.length : 0,
        isHeld: isRechecked(b, office, gateDay),
      };
      out.set(office.id, [...(out.get(office.id) ?? []), own]);
    });
  }
  return out;
}

const inCity = (fact: Fact) => String(fact['ownerCity']).startsWith('3703');

/** Findings of the year that weigh, or would weigh if they were confirmed. */
const findings = (b: Book, agency: string, gravity: unknown, status = 'confirmed'): readonly Fact[] =>
  b.c.facts.filter(
    (fact) =>
      fact.type === 'abnormal_filing' &&
      partners(fact).some(({ id }) => id === agency) &&
      String(fact['date']) >= b.from &&
      String(fact['date']) <= b.to &&
      fact['status'] === status &&
      (gravity === 'any' || fact['malicious'] === true),
  );

const taken = (b: Book, found: readonly Fact[]) =>
  b.s['abnormalEffect'] === 'deduct' ? found.reduce((sum, fact) => sum + Number(fact['patents']), 0) : 0;

export type Tier = Claim & { readonly count: number; readonly cityNumbers: ReadonlySet<string> };

export const tierYuan = (b: Book, count: number): number => {
  const [a, m, z] = b.s['tierMinimums'] as readonly [number, number, number];
  return count >= z ? 50_000 : count >= m ? 30_000 : count >= a ? 10_000 : 0;
};

/** One claim for the yearly number of each agency with any fact about grants, those of lost matters left out. */
export function tierClaims(b: Book, gone: ReadonlySet<string>): Tier[] {
  return [...ownGrants(b, gone)].map(([agency, own]) => {
    const found = findings(b, agency, b.s['abnormalTier']);
    const passed = own.filter(({ no }) => no === null);
    const cityNumbers = new Set(passed.filter(({ fact }) => inCity(fact)).flatMap(({ numbers }) => numbers));
    const count = Math.max(0, cityNumbers.size - taken(b, found));
    const speaker = own.reduce((best, one) => ((one.no?.[1] ?? 50) > (best.no?.[1] ?? 50) ? one : best));
    const isRepeat = passed.some(({ repeated }) => repeated > 0) && passed.every(({ numbers }) => numbers.length === 0);
    const refusal =
      passed.length === 0
        ? (speaker.no?.[0] ?? '')
        : isRepeat
          ? 'DUPLICATE'
          : tierYuan(b, count) === 0
            ? 'BELOW_THRESHOLD'
            : b.s['abnormalEffect'] === 'bars_agency_year' && found.length > 0
              ? 'ABNORMAL_FILING'
              : '';
    const yuan = refusal ? 0 : tierYuan(b, count);
    const { fact } = speaker;
    const counting = passed.filter(({ fact: one, numbers }) => inCity(one) && numbers.length > 0);
    const matters = counting.flatMap(({ fact: one }) => one.matter ?? []);
    const isHeld =
      passed.some((one) => one.isHeld && one.numbers.length > 0) || findings(b, agency, b.s['abnormalTier'], 'pending').length > 0;
    return {
      clause: '9.5.tier',
      agency,
      fact,
      day: String(fact['grantDate']),
      refusal,
      depth: 0,
      yuan,
      full: yuan,
      isHeld,
      matters,
      count,
      cityNumbers,
    };
  });
}

/** One claim for each campaign result. */
export function campaignClaims(b: Book): Claim[] {
  const grants = ownGrants(b);
  const results = b.c.facts.filter(({ type }) => type === 'campaign_result');
  return b.c.agencies.flatMap((agency) =>
    results
      .filter((fact) => partners(fact).some(({ id }) => id === agency.id))
      .map((fact) => {
        const day = String(fact['confirmedDate']);
        const mates = results.filter(
          (one) =>
            one['campaign'] === fact['campaign'] &&
            partners(one).some(({ id }) => id === agency.id) &&
            String(one['confirmedDate']) >= b.from &&
            String(one['confirmedDate']) <= b.to,
        );
        const served = new Set(
          b.s['campaignThreshold'] === 'one_enterprise' ? [fact['enterprise']] : [fact, ...mates].map((one) => one['enterprise']),
        );
        const mine = (grants.get(agency.id) ?? []).filter(({ no, fact: f }) => no === null && served.has(f['enterprise']));
        const numbers = new Set(mine.flatMap((one) => one.numbers));
        const found = findings(b, agency.id, b.s['abnormalCampaign']);
        const minimum = fact['campaign'] === 'doubling' ? 5 : 1;
        const isShort = numbers.size - taken(b, found) < minimum;
        const isBarred = b.s['abnormalEffect'] === 'bars_agency_year' && found.length > 0;
        const no = gate(b, agency, day) ?? (isShort ? ['BELOW_THRESHOLD', 20] : isBarred ? ['ABNORMAL_FILING', 21] : null);
        const yuan = no ? 0 : share(fact['campaign'] === 'doubling' ? 50_000 : 10_000, fact, agency.id);
        const claim: Claim = {
          clause: '9.5.campaign',
          agency: agency.id,
          fact,
          day,
          refusal: no ? String(no[0]) : '',
          depth: no ? Number(no[1]) : 99,
          yuan,
          full: yuan,
          isHeld: isRechecked(b, agency, day) || findings(b, agency.id, b.s['abnormalCampaign'], 'pending').length > 0,
          matters: fact.matter ? [fact.matter] : [],
          numbers,
        };
        return claim;
      }),
  );
}
