import { describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import type { BonusFact } from '#core/process/merit-facts.ts';
import { open } from '#core/process/open.ts';
import { actorIn, begun, mayStillDo, occasion, refusedCodes, strangersDo, tableOf } from '../../../tests/support/pure.ts';
import { bonus as definition } from './process.ts';

const bonus = definition as unknown as AnyProcess;

const fact = (more: Partial<BonusFact> = {}): BonusFact => ({
  rule: 'holds_title_at_year_end',
  points: { excellent: 3, other: 1, maximum: 100 },
  rows: [{ district: '370303', zones: [{ zone: 'z', number: 'ZB-1', name: '东园', grade: 'excellent' }], points: 3 }],
  hash: 'a'.repeat(64),
  undecided: [],
  confirmed: null,
  draft: null,
  ...more,
});
const codesOf = (districtBonus: BonusFact, words: object = {}): readonly string[] => {
  const input = { year: 2020, reason: '', ...words };
  const outcome = open(bonus, { input, actor: actorIn('centre_officer') }, occasion({ districtBonus }), {
    id: 'case-1',
    number: 'N-1',
    policy: 'zibo-2020',
  });
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('A district bonus list', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(bonus)).toMatchInlineSnapshot(`
      "drafted: centre_officer: drop
      drafted: centre_approver: confirm drop
      confirmed: nobody, nothing
      dropped: nobody, nothing"
    `);
  });

  it('is touched by nobody outside the centre, and not confirmed by whoever prepared it', () => {
    expect(strangersDo(bonus).filter((line) => !/: centre_\w+: /.test(line))).toEqual([]);
    expect(mayStillDo(bonus, 'drafted', { role: 'centre_approver', did: 'open' })).toEqual([]);
  });

  it.each([
    ['the year is not over', fact(), { year: 2021 }, 'year_not_over'],
    ['a result is missing', fact({ undecided: ['西园'] }), {}, 'recognitions_undecided'],
    ['one is being prepared', fact({ draft: 'JF-2021-00001' }), {}, 'already_drafted'],
    ['nothing has changed', fact({ confirmed: { version: 1, hash: 'a'.repeat(64) } }), { reason: '想再报一次' }, 'nothing_changed'],
    ['a correction has no reason', fact({ confirmed: { version: 1, hash: 'b'.repeat(64) } }), {}, 'reason_missing'],
  ])('is not prepared where %s', (_name, found, words, code) => {
    expect(codesOf(found, words)).toEqual([code]);
  });

  it('is not confirmed where what it rests on has moved, or another version came first', () => {
    const kase = begun(bonus, { as: 'centre_officer', input: { year: 2020, reason: '' }, facts: { districtBonus: fact() } });
    for (const moved of [fact({ hash: 'c'.repeat(64) }), fact({ confirmed: { version: 1, hash: 'b'.repeat(64) } })]) {
      const act = { as: 'centre_approver', event: 'confirm', input: { documentNumber: '1号' }, facts: { districtBonus: moved } } as const;
      expect(refusedCodes(bonus, kase, act)).toEqual(['list_moved']);
    }
  });
});
