import type { Bound } from '#core/policy/clause.ts';
import type { Condition } from '#core/policy/condition.ts';
import { bothOf, eitherOf, met, notMet, oppositeOf, type Truth, truthOf, unknown } from '#core/policy/truth.ts';
import { type FactOf, openFields } from './facts.ts';
import { officesOf, type Row } from './rows.ts';
import type { World } from './world.ts';

type Finding = FactOf<'abnormal_filing'>;

/** Which findings weigh: only malicious ones, or any (I-16). */
export type Gravity = 'malicious' | 'any';

/** Findings on filings through an agency, dated in the year. */
export const findingsOn = (world: World, agency: string): readonly Finding[] =>
  world.file.facts.filter(
    (fact): fact is Finding =>
      fact.type === 'abnormal_filing' &&
      world.yearFrom <= fact.date &&
      fact.date <= world.yearTo &&
      officesOf(world, fact).some(({ id }) => id === agency),
  );

const isConfirmed = ({ status }: Finding): Truth =>
  status === null || status === undefined ? unknown : status === 'confirmed' ? met : notMet;

const weighs = (finding: Finding, gravity: Gravity): Truth =>
  bothOf(isConfirmed(finding), gravity === 'any' ? met : truthOf(finding.malicious));

/** Payment waits while a finding that would weigh is still pending. */
export const isPending = (findings: readonly Finding[], gravity: Gravity): boolean =>
  findings.some(({ status, malicious }) => status === 'pending' && (gravity === 'any' || malicious !== false));

/** Patents that leave the count where findings only deduct; `Infinity` where the number is not known. */
export function deducted(row: Row, gravity: Gravity, bound: Bound): number {
  if (row.world.settings.abnormalEffect !== 'deduct') return 0;
  let patents = 0;
  for (const finding of row.findings ?? []) {
    const truth = weighs(finding, gravity);
    if (truth === notMet || (truth === unknown && bound === 'high')) continue;
    patents += finding.patents ?? (bound === 'high' ? 0 : Number.POSITIVE_INFINITY);
  }
  return patents;
}

/** Names of what the findings leave open. */
export const openFindingFields = (row: Row, gravity: Gravity): readonly string[] =>
  (row.findings ?? []).flatMap((finding) => [
    ...(weighs(finding, gravity) === unknown ? openFields(finding, gravity === 'any' ? ['status'] : ['status', 'malicious']) : []),
    ...(row.world.settings.abnormalEffect === 'deduct' && weighs(finding, gravity) !== notMet ? openFields(finding, ['patents']) : []),
  ]);

/** The bar of 第九条（五）: no finding that weighs. Where findings only deduct, it does not bar. */
export const noFinding = (words: {
  readonly says: string;
  readonly fails: string;
  readonly setting: 'abnormalTier' | 'abnormalCampaign';
}): Condition<Row> => ({
  code: 'ABNORMAL_FILING',
  says: words.says,
  fails: words.fails,
  settings: [words.setting, 'abnormalEffect'],
  test: ({ world, findings }) => {
    if (world.settings.abnormalEffect === 'deduct') return met;
    const gravity = world.settings[words.setting];
    return oppositeOf((findings ?? []).reduce<Truth>((truth, one) => eitherOf(truth, weighs(one, gravity)), notMet));
  },
  missing: (row) => openFindingFields(row, row.world.settings[words.setting]),
  shows: ({ findings }) => (findings?.length ? `当年认定 ${findings.map(({ id }) => id).join('、')}` : '当年没有非正常申请的认定'),
});
