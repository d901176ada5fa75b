/* oxlint-disable complexity, max-lines-per-function -- the naive reading is one literal list of ifs on purpose: nothing shared, nothing clever */
import { type Book, type Claim, natural, open, singleClaims } from './claims.ts';
import type { Case, NaiveItem, NaiveLine, Prior } from './facts.ts';
import { campaignClaims, type Tier, tierClaims, tierYuan } from './grants.ts';

const keys = ['9.1.loan', '9.1.sec', '9.2', '9.3.honour', '9.3.cert', '9.4', '9.5.tier', '9.5.campaign'];

const refuse = (claim: Claim, code: string) => {
  claim.refusal = code;
  claim.yuan = 0;
};

/** Decides a case without gaps, step by step, in the most literal way; again without the grants of matters the number lost. */
export function decide(c: Case): readonly NaiveItem[] {
  const gone = new Set<string>();
  for (;;) {
    const { items, lost } = attempt(c, gone);
    if (lost.every((matter) => gone.has(matter))) return items;
    for (const matter of lost) gone.add(matter);
  }
}

function attempt(c: Case, gone: ReadonlySet<string>): { readonly items: readonly NaiveItem[]; readonly lost: readonly string[] } {
  const b = open(c);
  const left = tierClaims(b, gone).filter(({ refusal }) => !refusal);
  const tiers = tierClaims(b, new Set()).map((tier) => left.find(({ agency }) => agency === tier.agency) ?? tier);
  const claims = [...singleClaims(b), ...tiers, ...campaignClaims(b)];
  const priors = c.priorDeterminations ?? [];
  const dated = { ...c, facts: c.facts.filter(({ type }) => !type.startsWith('custody')) };
  duplicates(claims, singleClaims({ ...b, c: dated, from: '0000-01-01', to: '9999-12-31' }));
  earlier(b, claims, priors);
  const lost = matters(b, claims);
  if (b.s['clauseFive'] === 'both_distinct') distinct(b, claims, tiers);
  once(b, claims);
  caps(b, claims, priors);
  const items = c.agencies.flatMap(({ id }) => keys.flatMap((key) => itemOf(claims.filter((x) => x.agency === id && x.clause === key))));
  return { items: acrossItems(b, items, priors), lost };
}

const byQueue = (x: Claim, y: Claim) => {
  const day = (claim: Claim) => String(claim.fact['claimedDate'] ?? claim.day);
  return day(x).localeCompare(day(y)) || natural(x.fact.id, y.fact.id);
};

const plain = (value: unknown) =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .toUpperCase();

function nameOf({ clause, fact, agency }: Claim): string | null {
  switch (clause) {
    case '9.1.loan':
      return plain(fact['contractNo']);
    case '9.1.sec':
      return plain(fact['productName']);
    case '9.3.honour':
      return [agency, plain(fact['name']), fact['level'], fact['awardedDate']].join();
    case '9.3.cert':
      return [plain(fact['person']), plain(fact['certificateNo'])].join();
    case '9.4':
      return plain(fact['caseNo']);
    case '9.5.campaign':
      return [agency, fact['enterprise'], fact['campaign']].join();
    default:
      return null;
  }
}

/** Later rows of one matter are duplicates, also of a row that stood in another year (`anyYear` ignores the year). */
function duplicates(claims: readonly Claim[], anyYear: readonly Claim[]): void {
  const firstOf = new Map<string, string>();
  const stoodElsewhere = (claim: Claim) =>
    claim.refusal === 'OUTSIDE_YEAR' &&
    anyYear.some((x) => x.fact.id === claim.fact.id && x.agency === claim.agency && x.clause === claim.clause && !x.refusal);
  for (const claim of [...claims].sort(byQueue)) {
    const name = nameOf(claim);
    if (name === null || (claim.refusal && !stoodElsewhere(claim))) continue;
    const key = `${claim.clause} ${name}`;
    const first = firstOf.get(key) ?? claim.fact.id;
    firstOf.set(key, first);
    if (first !== claim.fact.id && !claim.refusal) refuse(claim, 'DUPLICATE');
  }
}

/** The once-key of a claim; null where each fact stands alone. */
function onceKey(b: Book, { clause, fact, agency }: Claim): string | null {
  switch (clause) {
    case '9.2':
      return b.s['custodyTimes'] === 'sum_of_modes' && b.s['custodyMap'] === 'mode'
        ? `${agency} ${String(fact['mode'])}`
        : `${agency} year`;
    case '9.3.honour':
      return b.s['honourTimes'] === 'each' ? null : `${agency} year`;
    case '9.3.cert':
      return b.s['certTo'] === 'agency_once' ? `${agency} year` : `person ${plain(fact['person'])}`;
    case '9.5.tier':
      return `${agency} year`;
    case '9.5.campaign': {
      const who = b.s['campaignTimes'] === 'per_enterprise' ? String(fact['enterprise']) : '';
      const what = b.s['campaignPair'] === 'sum' ? String(fact['campaign']) : '';
      return who || what ? `${agency} ${who} ${what}` : `${agency} year`;
    }
    default:
      return null;
  }
}

function earlier(b: Book, claims: readonly Claim[], priors: readonly Prior[]): void {
  const listed = new Set(priors.flatMap(({ facts }) => facts));
  const blocked = new Set<string>();
  for (const claim of claims) {
    const key = onceKey(b, claim);
    if (key === null) continue;
    const isOwn = priors.some((p) => p.agency === claim.agency && p.clause === claim.clause && p.year === b.c.year && p.yuan > 0);
    if (listed.has(claim.fact.id) || (isOwn && key.endsWith(' year'))) blocked.add(`${claim.clause} ${key}`);
  }
  for (const claim of claims) {
    if (claim.refusal) continue;
    if (listed.has(claim.fact.id) || blocked.has(`${claim.clause} ${onceKey(b, claim)}`)) refuse(claim, 'ONCE_ONLY');
  }
}

/** One support for each matter; returns the matters that a yearly number lost. */
function matters(b: Book, claims: readonly Claim[]): readonly string[] {
  const lost: string[] = [];
  for (const matter of [...new Set(claims.flatMap((x) => x.matters))].sort()) {
    const live = claims.filter((x) => x.matters.includes(matter) && !x.refusal);
    const name = (x: Claim) => `${x.clause} ${x.fact.id}`;
    const sums = new Map<string, number>();
    for (const x of live) sums.set(name(x), (sums.get(name(x)) ?? 0) + x.yuan);
    const order = (x: Claim, y: Claim) =>
      (b.s['sameMatter'] === 'highest'
        ? (sums.get(name(y)) ?? 0) - (sums.get(name(x)) ?? 0) || keys.indexOf(x.clause) - keys.indexOf(y.clause)
        : 0) ||
      x.day.localeCompare(y.day) ||
      keys.indexOf(x.clause) - keys.indexOf(y.clause) ||
      byQueue(x, y);
    const best = [...live].sort(order)[0];
    for (const x of live.filter((one) => best && name(one) !== name(best))) {
      refuse(x, 'SAME_MATTER');
      if (x.clause === '9.5.tier') lost.push(matter);
    }
  }
  return lost;
}

function once(b: Book, claims: readonly Claim[]): void {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = onceKey(b, claim);
    if (claim.refusal || key === null) continue;
    groups.set(`${claim.clause} ${key}`, [...(groups.get(`${claim.clause} ${key}`) ?? []), claim]);
  }
  for (const group of groups.values()) {
    const queue = group.sort(byQueue);
    const top = queue[0]?.clause === '9.3.cert' ? queue[0] : queue.find((x) => x.yuan === Math.max(...queue.map((y) => y.yuan)));
    for (const x of queue) if (x.fact.id !== top?.fact.id) refuse(x, 'ONCE_ONLY');
  }
}

/** Tries every set of campaign results; each takes grants out of the yearly number unless they do not count there. */
function distinct(b: Book, claims: readonly Claim[], tiers: readonly Tier[]): void {
  for (const tier of tiers) {
    const results = claims.filter((x) => x.clause === '9.5.campaign' && x.agency === tier.agency && !x.refusal);
    if (tier.refusal || results.length === 0) continue;
    let best: { sum: number; set: Claim[]; left: number } = { sum: -1, set: [], left: 0 };
    for (let bits = 0; bits < 2 ** results.length; bits += 1) {
      const set = results.filter((_, i) => (bits >> i) & 1);
      if (new Set(set.map((x) => onceKey(b, x))).size < set.length) continue;
      const left = tierYuan(b, tier.count - needed(b, tier, set));
      const sum = left + set.reduce((total, x) => total + x.yuan, 0);
      if (sum > best.sum) best = { sum, set, left };
    }
    for (const x of results) if (!best.set.includes(x)) refuse(x, 'ONCE_ONLY');
    if (best.left === 0) refuse(tier, 'ONCE_ONLY');
    else tier.yuan = best.left;
  }
}

function needed(b: Book, tier: Tier, set: readonly Claim[]): number {
  const pools = new Map<string, Claim[]>();
  for (const x of set) {
    const pool = b.s['campaignThreshold'] === 'one_enterprise' ? `e ${String(x.fact['enterprise'])}` : `c ${String(x.fact['campaign'])}`;
    pools.set(pool, [...(pools.get(pool) ?? []), x]);
  }
  return [...pools.values()].reduce((sum, group) => {
    const need = Math.max(...group.map((x) => (x.fact['campaign'] === 'doubling' ? 5 : 1)));
    const free = [...(group[0]?.numbers ?? [])].filter((number) => !tier.cityNumbers.has(number)).length;
    return sum + Math.max(0, need - free);
  }, 0);
}

function caps(b: Book, claims: readonly Claim[], priors: readonly Prior[]): void {
  const cases = claims.filter(({ clause }) => clause === '9.4').sort(byQueueThenPartner);
  const subject = (x: Claim) => (b.s['capBy'] === 'agency' ? x.agency : String(x.fact['client']));
  const left = new Map<string, number>(cases.map((x) => [subject(x), 200_000]));
  for (const p of priors.filter((one) => one.clause === '9.4' && one.year === b.c.year)) {
    const listed = cases.filter((x) => p.facts.includes(x.fact.id));
    const drawn = listed.length > 0 ? listed : cases.filter((x) => x.agency === p.agency);
    const names = [...new Set(drawn.map(subject))];
    for (const name of names) {
      const part = listed.filter((x) => subject(x) === name && x.agency === p.agency).reduce((sum, x) => sum + x.full, 0);
      const used = listed.length > 0 && names.length > 1 ? Math.min(p.yuan, part) : p.yuan;
      left.set(name, Math.max(0, (left.get(name) ?? 0) - used));
    }
  }
  for (const x of cases.filter(({ refusal }) => !refusal)) {
    const rest = left.get(subject(x)) ?? 0;
    const given = Math.min(x.yuan, rest);
    if (given < x.yuan) x.depth = -1; // marks a cut
    x.yuan = given;
    left.set(subject(x), rest - given);
  }
}

const byQueueThenPartner = (x: Claim, y: Claim) => {
  const place = (z: Claim) => (z.fact.agencies ?? []).findIndex(({ id }) => id === z.agency);
  return byQueue(x, y) || place(x) - place(y);
};

function itemOf(own: readonly Claim[]): NaiveItem[] {
  const [first] = own;
  if (!first) return [];
  const live = own.filter(({ refusal }) => !refusal);
  const isListed = ['9.1.loan', '9.1.sec', '9.4'].includes(first.clause);
  const lines = isListed ? [...own].sort((x, y) => natural(x.fact.id, y.fact.id)).map(lineOf) : [];
  const head = { agency: first.agency, clause: first.clause, lines, isHeld: live.some(({ isHeld }) => isHeld) };
  if (live.length > 0) {
    const ceilingYuan = live.reduce((sum, { yuan }) => sum + yuan, 0);
    return [{ ...head, eligible: true, ceilingYuan, code: live.some(({ depth }) => depth === -1) ? 'OK_CAPPED' : 'OK' }];
  }
  const rank = (x: Claim) => ({ ONCE_ONLY: 1001, SAME_MATTER: 1000, DUPLICATE: 500 })[x.refusal] ?? x.depth;
  const top = own.reduce((best, x) => (rank(x) > rank(best) ? x : best));
  return [{ ...head, eligible: false, ceilingYuan: 0, code: top.refusal }];
}

const lineOf = ({ fact, refusal, yuan, depth }: Claim): NaiveLine => ({
  fact: fact.id,
  ceilingYuan: yuan,
  code: refusal || (depth === -1 ? 'OK_CAPPED' : 'OK'),
});

const lineGone = (line: NaiveLine): NaiveLine => (line.code.startsWith('OK') ? { ...line, ceilingYuan: 0, code: 'ONCE_ONLY' } : line);

function acrossItems(b: Book, items: readonly NaiveItem[], priors: readonly Prior[]): readonly NaiveItem[] {
  const paid = priors.filter((p) => p.year === b.c.year && p.yuan > 0);
  const gone = (item: NaiveItem): NaiveItem =>
    item.eligible ? { ...item, eligible: false, ceilingYuan: 0, code: 'ONCE_ONLY', isHeld: false, lines: item.lines.map(lineGone) } : item;
  const other = (clause: string) => (clause === '9.5.tier' ? '9.5.campaign' : clause === '9.5.campaign' ? '9.5.tier' : '');
  let list = [...items];
  if (b.s['clauseFive'] === 'higher') {
    list = list.map((item) =>
      other(item.clause) && paid.some((p) => p.agency === item.agency && p.clause === other(item.clause)) ? gone(item) : item,
    );
    const before = list;
    list = before.map((item) => {
      const rival = before.find((one) => one.agency === item.agency && one.clause === other(item.clause));
      if (!item.eligible || !rival?.eligible) return item;
      const loses = item.clause === '9.5.tier' ? rival.ceilingYuan > item.ceilingYuan : rival.ceilingYuan >= item.ceilingYuan;
      return loses ? gone(item) : item;
    });
  }
  if (b.s['acrossClauses'] === 'each_clause') return list;
  const number = (clause: string) => clause.slice(0, 3);
  return list.map((item) => {
    const own = list.filter(({ agency }) => agency === item.agency);
    const sums = ['9.1', '9.2', '9.3', '9.4', '9.5'].map((n) =>
      own.filter((one) => number(one.clause) === n).reduce((sum, one) => sum + one.ceilingYuan, 0),
    );
    const firstPaid = paid.find((p) => p.agency === item.agency);
    const winner = firstPaid ? number(firstPaid.clause) : `9.${sums.indexOf(Math.max(...sums)) + 1}`;
    return number(item.clause) === winner ? item : gone(item);
  });
}
