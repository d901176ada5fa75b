import { describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import { begun, mayStillDo, moved, refusedCodes, tableOf, told } from '../../../tests/support/pure.ts';
import { call as definition } from './process.ts';

const call = definition as unknown as AnyProcess;
const input = { title: '2021年申报', year: 2021, places: 3, firstDay: '2021-03-01', lastDay: '2021-03-31' };

describe('A call for applications', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(call)).toMatchInlineSnapshot(`
      "drafted: centre_officer: drop
      drafted: centre_approver: announce drop
      announced: centre_officer: close
      closed: nobody, nothing
      dropped: nobody, nothing"
    `);
  });

  it('is announced by somebody else than its author', () => {
    expect(mayStillDo(call, 'drafted', { role: 'centre_approver', did: 'open' })).toEqual([]);
  });

  it('opens at the first moment of its first day in Zibo and closes with its last', () => {
    const drafted = begun(call, { as: 'centre_officer', input });
    expect(drafted.data).toMatchObject({ opensAt: '2021-02-28T16:00:00.000Z', closesAt: '2021-03-31T16:00:00.000Z' });
    const { effects, next } = moved(call, drafted, { as: 'centre_approver', event: 'announce' });
    expect(effects[0]).toMatchObject({ kind: 'open call', when: 'with', call: { places: 3 } });
    expect(moved(call, next, { as: 'centre_officer', event: 'close' }).effects).toEqual([{ kind: 'close call', when: 'with' }]);
  });

  it('that ends before it begins, or has no place, is not drafted', () => {
    expect(() => begun(call, { as: 'centre_officer', input: { ...input, lastDay: '2021-02-28' } })).toThrow('lastDay');
    expect(() => begun(call, { as: 'centre_officer', input: { ...input, places: 0 } })).toThrow('places');
    expect(() => begun(call, { as: 'centre_approver', input })).toThrow('not_allowed');
  });

  it('once dropped or closed is over', () => {
    const dropped = told(call, begun(call, { as: 'centre_officer', input }), [
      { as: 'centre_officer', event: 'drop', input: { reason: '重新拟定名额' } },
    ]);
    expect(refusedCodes(call, dropped, { as: 'centre_approver', event: 'announce' })).toEqual(['wrong_state']);
  });
});
