import { describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import { begun, mayStillDo, moved, refusedCodes, tableOf, tried } from '../../../tests/support/pure.ts';
import { appropriation as definition } from './process.ts';

const appropriation = definition as unknown as AnyProcess;
const input = { year: 2021, item: '9.4', direction: 'add', yuan: 100_000, documentNumber: '淄财〔2021〕1号', reason: '年度预算安排' };
const begin = (more: object = {}) => begun(appropriation, { as: 'centre_officer', input: { ...input, ...more } });

describe('Money put on a budget line', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(appropriation)).toMatchInlineSnapshot(`
      "drafted: centre_officer: drop
      drafted: centre_approver: put_in_force drop
      in_force: nobody, nothing
      dropped: nobody, nothing"
    `);
  });

  it('takes two persons: who drafted it does not put it in force, nor drop it as approver', () => {
    expect(mayStillDo(appropriation, 'drafted', { role: 'centre_approver', did: 'open' })).toEqual([]);
    expect(mayStillDo(appropriation, 'drafted', { role: 'centre_officer', did: 'open' })).toEqual(['drop']);
  });

  it('reaches the line when it is put in force, not before', () => {
    const { next, effects } = moved(appropriation, begin({ direction: 'withdraw' }), {
      as: 'centre_approver',
      event: 'put_in_force',
      facts: { readings: {} },
    });
    expect(next.state).toBe('in_force');
    expect(effects).toEqual([
      {
        kind: 'change appropriation',
        when: 'with',
        line: { year: 2021, item: '9.4' },
        amount: 10_000_000,
        direction: 'withdraw',
        order: 'smaller_may_pass',
      },
    ]);
    expect(refusedCodes(appropriation, next, { as: 'centre_officer', event: 'drop', input: { reason: '不再需要了' } })).toEqual([
      'wrong_state',
    ]);
  });

  it('is dropped with a reason by either of the two, and then moves nothing', () => {
    for (const as of ['centre_officer', 'centre_approver'] as const) {
      expect(refusedCodes(appropriation, begin(), { as, event: 'drop', input: { reason: '' } })).toEqual(['invalid_input']);
      const { next, effects } = moved(appropriation, begin(), { as, event: 'drop', input: { reason: '文号填写有误' } });
      expect([next.state, effects]).toEqual(['dropped', []]);
    }
    expect(tried(appropriation, begin(), { as: 'finance', event: 'put_in_force' }).ok).toBe(false);
  });

  it.each([
    ['half a yuan', { yuan: 0.5 }, '请填写整数元'],
    ['nothing', { yuan: 0 }, '至少1元'],
    ['a thousand million and one', { yuan: 1_000_000_001 }, '金额过大'],
    ['a text', { yuan: '100' }, '请填写整数元'],
    ['an item that is none', { item: '9.6' }, '请选择'],
    ['another direction', { direction: 'both' }, '请选择'],
    ['a year before the plan', { year: 2019 }, '年度过早'],
    ['no document', { documentNumber: '  ' }, '请填写'],
    ['no reason', { reason: '' }, '至少4个字'],
  ])('is not drafted with %s', (_name, more, says) => {
    expect(() => begin(more)).toThrow(says);
  });

  it('is drafted by an officer of the centre alone, and named in lists', () => {
    for (const as of ['centre_approver', 'finance', 'agency', 'auditor'] as const)
      expect(() => begun(appropriation, { as, input })).toThrow('not_allowed');
    expect(appropriation.summary.says(begin().data).zh).toBe('2021年度第九条（四）维权胜诉安排或追加100,000元');
  });
});
