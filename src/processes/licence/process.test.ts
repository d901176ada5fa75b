import { describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import { inventedCode } from '../../../tests/support/form.ts';
import { begun, moved, refusedCodes, tableOf } from '../../../tests/support/pure.ts';
import { licence as definition } from './process.ts';

const licence = definition as unknown as AnyProcess;
const facts = (more: Partial<Facts['licence']> = {}): Facts => ({
  licence: { agency: { id: 'A1', name: '甲代理' }, qualifications: [], listings: [], ...more },
});
const days = (from: string, to: string | null = null) => [{ from, to }] as never;
const input = (entry: string, more: object = {}) => ({
  entry,
  creditCode: inventedCode(101),
  on: '2021-02-01',
  licenceNumber: '37001',
  documentNumber: '国知局公告第1号',
  attachment: 'a'.repeat(64),
  ...more,
});
const begin = (given: object, known: Facts) => begun(licence, { as: 'centre_officer', input: given, facts: known });

describe('An agency’s qualification', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(licence)).toMatchInlineSnapshot(`
      "drafted: centre_officer: drop
      drafted: centre_approver: put_in_force drop
      in_force: nobody, nothing
      dropped: nobody, nothing"
    `);
  });

  it.each([
    ['granted', facts()],
    ['granted', facts({ qualifications: days('2018-01-01', '2020-12-31') })],
    ['ended', facts({ qualifications: days('2018-01-01') })],
    ['listed', facts()],
    ['delisted', facts({ listings: days('2021-01-01') })],
  ])('is put on record as %s when another person puts it in force', (entry, known) => {
    const kase = begin(input(entry), known);
    const { effects } = moved(licence, kase, { as: 'centre_approver', event: 'put_in_force', facts: known });
    expect(effects).toContainEqual({
      kind: 'keep licence',
      when: 'with',
      licence: { agency: 'A1', entry, licenceNumber: '37001', on: '2021-02-01' },
    });
    const ownHand = { ...kase, hands: { open: ['centre_approver-1'] } };
    expect(refusedCodes(licence, ownHand, { as: 'centre_approver', event: 'put_in_force', facts: known })).toEqual(['same_person']);
  });

  it.each([
    ['granted while one stands', input('granted'), facts({ qualifications: days('2018-01-01') }), 'does_not_fit'],
    ['granted without its number', input('granted', { licenceNumber: '' }), facts(), 'number_missing'],
    ['ended where none stands', input('ended'), facts(), 'does_not_fit'],
    ['ended before it began', input('ended'), facts({ qualifications: days('2021-02-01') }), 'does_not_fit'],
    ['listed twice', input('listed'), facts({ listings: days('2021-01-01') }), 'does_not_fit'],
    ['taken off a list it is not on', input('delisted'), facts(), 'does_not_fit'],
    ['of a day to come', input('granted', { on: '2021-03-02' }), facts(), 'future_day'],
    ['of nobody here', input('granted'), facts({ agency: null }), 'no_such_agency'],
    ['without a file', input('granted', { attachment: '' }), facts(), 'invalid_input'],
  ])('%s is not taken', (_name, given, known, code) => {
    expect(() => begin(given, known)).toThrow(code);
  });

  it('is looked at again when it is put in force', () => {
    const kase = begin(input('granted'), facts());
    const stands = facts({ qualifications: days('2021-01-01') });
    expect(refusedCodes(licence, kase, { as: 'centre_approver', event: 'put_in_force', facts: stands })).toEqual(['does_not_fit']);
  });
});
