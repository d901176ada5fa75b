import { resolveSettings, type SettingRuling } from '#core/policy/settings.ts';
import { type Answer, type AnswerItem, answerOf } from '#policy/zibo-2020/answer.ts';
import { bestMix, type MixPart } from '#policy/zibo-2020/best-mix.ts';
import { type CaseFile, type ClauseKey, readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { determine } from '#policy/zibo-2020/determine.ts';
import type { Fact } from '#policy/zibo-2020/facts.ts';
import { type SupportClause, supportClauses } from '#policy/zibo-2020/index.ts';
import { nearestFor } from '#policy/zibo-2020/nearest.ts';
import { quickCase, quickDay, type QuickInput, quickNames } from '#policy/zibo-2020/quick-case.ts';
import { type SupportValues, supportSettings } from '#policy/zibo-2020/settings-support.ts';
import { yearBounds } from '#policy/zibo-2020/world.ts';

/** The centre's rulings in effect, by key of the reading. */
export type RulingsInEffect = Readonly<Record<string, SettingRuling>>;

/** Another reading that would change a result, and what it would change it to. */
export type Pivot = { readonly key: string; readonly title: string; readonly option: string; readonly outcome: Outcome };

/** How a clause stands: a sum, nothing, or open. */
export type Outcome = Pick<AnswerItem, 'eligible' | 'ceilingYuan'>;

/** A change that would help: what to do and what the clause is then worth. */
export type Change = { readonly says: string; readonly yuan: number };

/** One clause with everything the page says about it. `item` is absent where nothing was typed for it. */
export type QuickLine = {
  readonly clause: SupportClause;
  readonly item?: AnswerItem;
  readonly change?: Change;
  readonly pivots: readonly Pivot[];
};

export type QuickAnswer = {
  readonly year: number;
  /** The day everything typed is taken to have happened. */
  readonly day: string;
  /** First and last day on which a fact of the year can count; null where the plan is not in force in the year. */
  readonly window: readonly [string, string] | null;
  readonly values: SupportValues;
  readonly lines: readonly QuickLine[];
  readonly cashYuan: number;
  readonly voucherYuan: number;
  /** Part of the cash that goes to persons and not to the agency. */
  readonly toPersonsYuan: number;
  readonly leftOut: readonly (MixPart & { readonly title: string })[];
};

type Scene = {
  readonly input: QuickInput;
  readonly today: string;
  readonly rulings: RulingsInEffect;
  readonly values: SupportValues;
  readonly file: CaseFile;
};

/** The readings in effect under the rulings given. */
export const valuesUnder = (rulings: RulingsInEffect): SupportValues => resolveSettings(supportSettings, rulings).values;

function fileOf(input: QuickInput, today: string, values: SupportValues): CaseFile {
  const read = readCaseFile(quickCase(input, { today, values }));
  if (!read.ok) throw new Error(`plain numbers make no case file: ${JSON.stringify(read.faults.slice(0, 3))}`);
  return read.file;
}

/** Determines a year in plain numbers under the rulings in effect, with advice. Stores nothing. */
export function answerQuick(input: QuickInput, today: string, rulings: RulingsInEffect): QuickAnswer {
  const values = valuesUnder(rulings);
  const file = fileOf(input, today, values);
  const scene: Scene = { input, today, rulings, values, file };
  const answer = answerOf(determine(file, rulings), { explain: true });
  const totals = answer.totals[quickNames.agency];
  const persons = answer.items.flatMap(({ recipients }) => recipients ?? []);
  const { policyFrom, policyTo } = values;
  const [yearFrom, yearTo] = yearBounds(input.year, values.yearBasis);
  const window = [policyFrom > yearFrom ? policyFrom : yearFrom, policyTo < yearTo ? policyTo : yearTo] as const;
  return {
    year: input.year,
    day: quickDay(input, { today, values }),
    window: window[0] <= window[1] ? window : null,
    values,
    lines: linesOf(scene, answer),
    cashYuan: totals?.cash ?? 0,
    voucherYuan: totals?.voucher ?? 0,
    toPersonsYuan: persons.reduce((sum, { ceilingYuan }) => sum + ceilingYuan, 0),
    leftOut: leftOutOf(scene),
  };
}

function linesOf(scene: Scene, answer: Answer): readonly QuickLine[] {
  const pivots = pivotsOf(scene, answer);
  const inside = insideOf(scene);
  return supportClauses.map((clause) => {
    const item = answer.items.find((one) => one.clause === clause.key);
    const change = changeOf(scene, clause.key as ClauseKey) ?? changeByPlace(scene, item, inside);
    return { clause, ...(item ? { item } : {}), ...(change ? { change } : {}), pivots: pivots.get(clause.key) ?? [] };
  });
}

/** A case file whose own readings are those in effect: advice is computed from a file alone. */
const ruledFile = ({ file, values }: Scene): CaseFile => ({ ...file, overrides: values });

/** Types of facts that can move each clause; a quick case links no facts across clauses. */
const typesBehind: Readonly<Record<ClauseKey, readonly Fact['type'][]>> = {
  '9.1.loan': ['pledge_loan'],
  '9.1.sec': ['ip_securitization'],
  '9.2': ['custody_contract', 'custody_recognition'],
  '9.3.honour': ['brand_honour'],
  '9.3.cert': ['agent_certificate'],
  '9.4': ['litigation'],
  '9.5.tier': ['invention_grants', 'campaign_result', 'abnormal_filing'],
  '9.5.campaign': ['invention_grants', 'campaign_result', 'abnormal_filing'],
};

/** The facts advice on one clause needs: trying changes on a hundred loans that do not matter would take seconds. */
function factsFor({ file, values }: Scene, clause: ClauseKey): readonly Fact[] {
  if (values.acrossClauses === 'one_clause') return file.facts;
  const own = file.facts.filter(({ type }) => typesBehind[clause].includes(type));
  if (clause !== '9.1.sec') return own;
  // Any one loan of a bank in the city opens the door.
  return [...own, ...file.facts.filter(({ type }) => type === 'pledge_loan').slice(0, 1)];
}

function changeOf(scene: Scene, clause: ClauseKey): Change | undefined {
  const [first] = nearestFor({ ...ruledFile(scene), facts: [...factsFor(scene, clause)] }, quickNames.agency, clause);
  return first && { says: first.says.replace(/，即可得 \d+ 元$/, ''), yuan: first.yuan };
}

/** The same year, had the agency been in a zone and qualified; undefined if it is both. */
function insideOf({ input, today, values, rulings }: Scene): Answer | undefined {
  if (input.zoneSince !== null && input.isQualified) return undefined;
  const zoneSince = input.zoneSince ?? quickDay(input, { today, values });
  const file = fileOf({ ...input, zoneSince, isQualified: true, isHonourAfterEntry: true }, today, values);
  return answerOf(determine(file, rulings));
}

function changeByPlace({ input }: Scene, item: AnswerItem | undefined, inside: Answer | undefined): Change | undefined {
  const then = item && inside?.items.find(({ clause }) => clause === item.clause);
  if (then?.eligible !== true || then.ceilingYuan === 0) return undefined;
  const steps = [
    ...(input.isQualified ? [] : ['取得专利代理资质']),
    ...(input.zoneSince === null ? ['入驻示范区，同样的事实发生在入驻以后'] : ['同样的事实发生在取得以后']),
  ];
  return { says: steps.join('，'), yuan: then.ceilingYuan };
}

/**
 * Readings no result of a quick case can turn on: its zone always stands and it links no matters. A change of the year's own
 * bounds moves facts to another year: that is no other answer to the same question.
 */
const notCompared = new Set(['yearBasis', 'zoneRule', 'rectification', 'sameMatter']);

/** Readings not yet decided, each with every option but the one in effect. */
function otherReadings(rulings: RulingsInEffect): readonly (Pick<Pivot, 'key' | 'title' | 'option'> & { readonly value: unknown })[] {
  const { values, statusOf } = resolveSettings(supportSettings, rulings);
  return Object.entries(supportSettings).flatMap(([key, { title, options }]) => {
    const name = key as keyof SupportValues;
    if (notCompared.has(key) || statusOf[name] !== 'default_unconfirmed') return [];
    return options.filter(({ value }) => value !== values[name]).map(({ value, label }) => ({ key, title, option: label, value }));
  });
}

const isSameOutcome = (a: Outcome, b: Outcome): boolean => a.eligible === b.eligible && a.ceilingYuan === b.ceilingYuan;

/** The facts whose clauses read a setting; all of them for the one that sets clauses against each other. */
function factsReading(scene: Scene, key: string): readonly Fact[] {
  if (key === 'acrossClauses') return scene.file.facts;
  const readers = supportClauses.filter(({ settings }) => settings.includes(key));
  return [...new Set(readers.flatMap((clause) => factsFor(scene, clause.key as ClauseKey)))];
}

/** For each clause the unconfirmed readings whose other options would change its result. */
function pivotsOf(scene: Scene, answer: Answer): ReadonlyMap<string, readonly Pivot[]> {
  const { file, rulings } = scene;
  const found = new Map<string, Pivot[]>(answer.items.map(({ clause }) => [clause, []]));
  if (found.size === 0) return found;
  for (const { value, ...reading } of otherReadings(rulings)) {
    const other = answerOf(
      determine({ ...file, facts: [...factsReading(scene, reading.key)], overrides: { [reading.key]: value } }, rulings),
    );
    for (const outcome of other.items) {
      const now = answer.items.find(({ clause }) => clause === outcome.clause);
      if (now && !isSameOutcome(now, outcome)) found.get(now.clause)?.push({ ...reading, outcome });
    }
  }
  return found;
}

const titleOf = (key: string): string => supportClauses.find((clause) => clause.key === key)?.title ?? key;

const leftOutOf = (scene: Scene): QuickAnswer['leftOut'] =>
  bestMix(ruledFile(scene)).leftOut.map((part) => ({ ...part, title: titleOf(part.clause) }));
