import { describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import { begun, moved, refusedCodes, tableOf } from '../../../tests/support/pure.ts';
import { ruling as definition } from './process.ts';

const ruling = definition as unknown as AnyProcess;
const input = {
  key: 'policyTo',
  value: '2022-08-24',
  documentNumber: '淄知发〔2021〕8号',
  decidedOn: '2021-08-20',
  effectiveFrom: '2021-08-25',
  text: '试行期延长一年，其余不变。',
};

describe('A ruling', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(ruling)).toMatchInlineSnapshot(`
      "drafted: centre_officer: drop
      drafted: centre_approver: put_in_force drop
      in_force: nobody, nothing
      dropped: nobody, nothing"
    `);
  });

  it('sets its reading when another person puts it in force', () => {
    const drafted = begun(ruling, { as: 'centre_officer', input });
    const { effects } = moved(ruling, drafted, { as: 'centre_approver', event: 'put_in_force' });
    expect(effects).toContainEqual({
      kind: 'set reading',
      when: 'with',
      key: 'policyTo',
      value: '2022-08-24',
      source: '淄知发〔2021〕8号',
      effectiveFrom: '2021-08-25',
    });
    const ownHand = { ...drafted, hands: { open: ['centre_approver-1'] } };
    expect(refusedCodes(ruling, ownHand, { as: 'centre_approver', event: 'put_in_force' })).toEqual(['same_person']);
  });

  it.each([
    ['a matter that is none', { key: 'nothing' }],
    ['a value its matter can not have', { value: 'tomorrow' }],
    ['a day that does not exist', { effectiveFrom: '2021-02-30' }],
    ['too few words', { text: '短' }],
  ])('with %s is not drafted', (_name, more) => {
    expect(() => begun(ruling, { as: 'centre_officer', input: { ...input, ...more } })).toThrow('invalid_input');
  });
});
