import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainConditions, isUnknownObstacle, obstacleOf } from '#core/policy/condition.ts';
import { resolveSettings } from '#core/policy/settings.ts';
import { partOf } from '#core/policy/shares.ts';
import { type Answer, type AnswerItem, determineCase } from '#policy/zibo-2020/answer.ts';
import { bestMix } from '#policy/zibo-2020/best-mix.ts';
import { type CaseFile, readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { clauseRows } from '#policy/zibo-2020/evaluate.ts';
import { supportClauses } from '#policy/zibo-2020/index.ts';
import { supportSettings } from '#policy/zibo-2020/settings-support.ts';
import { worldOf } from '#policy/zibo-2020/world.ts';
import { cases, casesWithPriors } from './naive/cases.ts';
import { casesWithGaps } from './naive/cases-with-gaps.ts';
import type { Case } from './naive/facts.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2_000);

const read = (c: Case): CaseFile => {
  const reading = readCaseFile(structuredClone(c));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.file;
};
const answer = (c: Case): Answer => determineCase(read(c));
const anyCase = fc.oneof(cases, casesWithPriors, casesWithGaps);
const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void, runs = numRuns) =>
  fc.assert(
    fc.property(arbitrary, (value) => void check(value)),
    { numRuns: runs },
  );

describe('laws of the engine', () => {
  test('the order of facts changes nothing, to the byte', () => {
    holds(
      anyCase.chain((c) => fc.tuple(fc.constant(c), fc.shuffledSubarray([...c.facts], { minLength: c.facts.length }))),
      ([c, facts]) => expect(JSON.stringify(answer({ ...c, facts }))).toBe(JSON.stringify(answer(c))),
    );
  });

  test('a fact of another agency that counts for nothing changes nothing', () => {
    const neutral = {
      id: 'neutral',
      type: 'utility_model_grants',
      agency: 'A9',
      count: 3,
      grantDate: '2021-03-15',
      ownerCity: '370300',
      applicationYear: 2001 + 9,
      serialFrom: 1,
    };
    const extra = { id: 'A9', patentQualification: [], zoneMembership: [] };
    holds(anyCase, (c) => {
      const more = answer({ ...c, agencies: [...c.agencies, extra], facts: [...c.facts, neutral] });
      expect(more.items.filter(({ agency }) => agency !== 'A9')).toEqual(answer(c).items);
    });
  });

  test('the yearly cap of 第九条（四） is never exceeded, earlier payments included', () => {
    holds(
      anyCase.filter((c) => c.overrides?.['capBy'] !== 'client_enterprise'),
      (c) => {
        const before = (agency: string) =>
          (c.priorDeterminations ?? [])
            .filter((prior) => prior.clause === '9.4' && prior.year === c.year && prior.agency === agency)
            .reduce((sum, { yuan }) => sum + yuan, 0);
        const excess = answer(c).items.filter(
          ({ clause, agency, ceilingYuan }) => clause === '9.4' && ceilingYuan > Math.max(0, 200_000 - before(agency)),
        );
        expect(excess).toEqual([]);
      },
    );
  });

  test('no line exceeds its ceiling, lines add up, and only a supported item has a sum', () => {
    const most: Readonly<Record<string, number>> = { '9.1.loan': 10_000, '9.1.sec': 100_000, '9.4': 50_000 };
    holds(anyCase, (c) => {
      const { items } = answer(c);
      const lines = items.flatMap((item) => (item.lines ?? []).map((line) => ({ ...line, most: most[item.clause] ?? 0 })));
      expect(lines.filter((line) => line.ceilingYuan > line.most)).toEqual([]);
      const sum = (item: AnswerItem) => (item.lines ?? []).reduce((total, { ceilingYuan }) => total + ceilingYuan, 0);
      expect(items.filter((item) => item.eligible === true && item.lines && sum(item) !== item.ceilingYuan)).toEqual([]);
      expect(items.filter((item) => item.eligible !== true && item.ceilingYuan !== 0)).toEqual([]);
      expect(items.filter((item) => (item.eligible === true) !== item.code.startsWith('OK'))).toEqual([]);
      expect(items.filter((item) => (item.eligible === null) !== (item.code === 'UNKNOWN'))).toEqual([]);
      expect(items.filter((item) => item.code === 'UNKNOWN' && !item.missing?.length)).toEqual([]);
    });
  });

  test('totals are the sums of the items, cash and vouchers apart', () => {
    holds(anyCase, (c) => {
      const { items, totals } = answer(c);
      for (const [agency, total] of Object.entries(totals)) {
        const sum = (kind: string) =>
          items.filter((item) => item.agency === agency && item.kind === kind).reduce((s, { ceilingYuan }) => s + ceilingYuan, 0);
        expect(total).toEqual({ cash: sum('cash'), voucher: sum('voucher'), total: sum('cash') + sum('voucher') });
      }
    });
  });

  test('shares are rounded down, the lead takes the rest, and all parts make the whole', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }).map((weights) => {
      const sum = weights.reduce((s, w) => s + w, 0);
      const parts = weights.map((w) => Math.floor((w / sum) * 10_000) / 100);
      const first = Math.round((100 - parts.slice(1).reduce((s, p) => s + p, 0)) * 100) / 100;
      return [first, ...parts.slice(1)].map((percent, i) => ({ agency: `A${i}`, percent }));
    });
    holds(fc.tuple(fc.nat(10_000_000), shares), ([whole, list]) => {
      const parts = list.map(({ agency }) => partOf(whole, list, agency));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
      const over = list.slice(1).filter(({ percent }, i) => (parts[i + 1] ?? 0) > (whole * percent) / 100 + 1e-6);
      expect(over).toEqual([]);
    });
  });

  test('the fast walk and the explaining walk see the same outcome on every row', () => {
    holds(anyCase, (c) => {
      const file = read(c);
      const rulings = Object.fromEntries(
        Object.entries(file.overrides ?? {}).map(([key, value]) => [key, { value, status: 'replaced' as const }]),
      );
      const rows = clauseRows(worldOf(file, resolveSettings(supportSettings, rulings).values), new Set());
      for (const clause of supportClauses) {
        for (const row of rows[clause.key as keyof typeof rows]) {
          const fast = obstacleOf(clause.conditions, row);
          const slow = explainConditions(clause.conditions, row);
          const refused = slow.findIndex(({ outcome }) => outcome === 'not_met');
          expect(refused >= 0 ? refused : slow.some(({ outcome }) => outcome === 'unknown') ? 'open' : 'met').toBe(
            fast >= 0 ? fast : isUnknownObstacle(fast) ? 'open' : 'met',
          );
        }
      }
    });
  });

  test('explaining adds a trace and changes nothing else', () => {
    holds(anyCase, (c) => {
      const explained = determineCase(read(c), { explain: true });
      expect({ ...explained, items: explained.items.map((item) => ({ ...item, trace: undefined })) }).toEqual(answer(c));
    });
  });

  test('the best mix is never worth less than the determination', () => {
    const check = (c: Case) => {
      const total = Object.values(answer(c).totals).reduce((sum, one) => sum + one.total, 0);
      expect(bestMix(read(c)).totalYuan).toBeGreaterThanOrEqual(total);
    };
    fc.assert(
      fc.property(
        cases.filter((c) => c.overrides?.['sameMatter'] !== 'first_determined'),
        check,
      ),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  });
});
