import { describe, expect, it } from 'vitest';
import type { Facts } from '#core/process/facts.ts';
import type { Stay } from '#core/process/residence-facts.ts';
import type { AnyProcess } from '#core/process/define.ts';
import { inventedCode } from '../../../tests/support/form.ts';
import { actorIn, begun, mayStillDo, moved, refusedCodes, strangersDo, tableOf } from '../../../tests/support/pure.ts';
import { residence as definition } from './process.ts';

const residence = definition as unknown as AnyProcess;
const [zone, agency, stayId] = ['1', '2', '3'].map((n) => `${n.repeat(8)}-0000-4000-8000-000000000000`) as [string, string, string];
const creditCode = inventedCode(101);
const file = 'a'.repeat(64);
const lease = [{ proves: 'lease', attachment: file }];
const stay = { id: stayId, agency, name: '甲代理', creditCode, from: '2020-11-02', to: null } as Stay;

const facts = (stays: readonly Stay[] = [], more: Partial<Facts['residence']> = {}): Facts => ({
  titleZone: {
    id: zone,
    name: '东园',
    district: '370303',
    operator: 'owner',
    operatorName: '东园管委会',
    status: 'designated',
    otherRectification: null,
    otherRevocation: null,
  },
  residence: { organisation: { id: agency, name: '甲代理', kind: 'agency' }, stays, supports: [], ...more },
});

const input = (more: object = {}) => ({ zone, entry: 'move_in', creditCode, from: '2021-02-15', evidence: lease, ...more });
const about = (more: object) => input({ entry: 'move_out', creditCode: null, from: null, stay: stayId, ...more });
const check = (more: object = {}) => ({ seenOn: '2021-03-01', says: '有办公场所，有人办公', ...more });
const begin = (given: object, known: Facts = facts()) => begun(residence, { as: 'applicant', input: given, facts: known });
const code = (given: object, known?: Facts) => {
  try {
    begin(given, known);
    return 'opened';
  } catch (error) {
    return (JSON.parse((error as Error).message) as { code: string }[])[0]?.code;
  }
};
const stayOf = (kase: ReturnType<typeof begin>, known: Facts) =>
  moved(residence, kase, { as: 'county_reviewer', event: 'confirm', input: check(), facts: known }).effects.find(
    ({ kind }) => kind === 'keep stay',
  );

describe('A move into a zone or out of it', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(residence)).toMatchInlineSnapshot(`
      "recorded: applicant: withdraw
      recorded: county_reviewer: confirm turn_down
      recorded: county_approver: confirm turn_down
      recorded: centre_officer: confirm turn_down withdraw
      recorded: centre_approver: confirm turn_down
      confirmed: nobody, nothing
      turned_down: nobody, nothing
      withdrawn: nobody, nothing"
    `);
  });

  it('is touched by nobody of another organisation or district but the centre', () => {
    expect(strangersDo(residence).filter((line) => !/: centre_(officer|approver): /.test(line))).toEqual([]);
  });

  it('is never confirmed by who recorded it, whichever office that was in', () => {
    for (const role of ['county_reviewer', 'county_approver', 'centre_officer', 'centre_approver'] as const) {
      expect(mayStillDo(residence, 'recorded', { role, did: 'open' })).not.toContain('confirm');
    }
  });

  it('puts the stay on record with the second person’s word', () => {
    const kase = begin(input());
    expect([kase.owner, kase.district, kase.counterparty]).toEqual(['owner', '370303', agency]);
    expect(stayOf(kase, facts())).toMatchObject({
      stay: { zone, party: { agency, creditCode }, replaces: null, days: { from: '2021-02-15', to: null } },
    });
  });

  it('out ends the stay that is known, a correction puts another in its place, and what never was leaves none', () => {
    const known = facts([stay]);
    const entered = (given: object) => (stayOf(begin(given, known), known) as { stay: object } | undefined)?.stay;
    expect(entered(about({ to: '2021-02-20' }))).toMatchObject({ replaces: stayId, days: { from: '2020-11-02', to: '2021-02-20' } });
    const corrected = about({ entry: 'correct', from: '2020-12-01', reason: '租赁合同自该日起' });
    expect(entered(corrected)).toMatchObject({ replaces: stayId, days: { from: '2020-12-01', to: null } });
    expect(entered(about({ entry: 'strike', reason: '登记到了别的机构' }))).toMatchObject({ replaces: stayId, days: null });
  });

  it('out needs the visit of nobody, in and corrected do', () => {
    const known = facts([stay]);
    const confirmed = (given: object, seenOn: string | null) =>
      moved(residence, begin(given, known), { as: 'county_reviewer', event: 'confirm', input: check({ seenOn }), facts: known });
    expect(confirmed(about({ to: '2021-02-20' }), null).next.state).toBe('confirmed');
    const tried = (seenOn: string | null) =>
      refusedCodes(residence, begin(input()), { as: 'county_reviewer', event: 'confirm', input: check({ seenOn }), facts: facts() });
    expect([tried(null), tried('2021-03-02'), tried('2021-02-14')]).toEqual([['not_seen'], ['future_day'], ['seen_too_early']]);
  });

  it.each([
    ['in on a day to come', input({ from: '2021-03-02' }), facts(), 'future_day'],
    ['in without a day', input({ from: null }), facts(), 'day_missing'],
    ['in of an agency that nobody registered', input(), facts([], { organisation: null }), 'no_such_agency'],
    ['in without evidence', input({ evidence: [] }), facts(), 'proof_missing'],
    ['in without licence or lease', input({ evidence: [{ proves: 'insurance', attachment: file }] }), facts(), 'proof_missing'],
    ['in while it is inside', input(), facts([stay]), 'stays_overlap'],
    ['in that ends before it begins', input({ to: '2021-02-14' }), facts(), 'days_reversed'],
    ['out on a day to come', about({ to: '2021-03-02' }), facts([stay]), 'future_day'],
    ['out without a day', about({}), facts([stay]), 'day_missing'],
    ['out before it came', about({ to: '2020-11-01' }), facts([stay]), 'days_reversed'],
    ['out of a stay that is not there', about({ to: '2021-02-20' }), facts(), 'no_such_stay'],
    ['out of a stay that has ended', about({ to: '2021-02-20' }), facts([{ ...stay, to: '2021-01-31' as never }]), 'already_out'],
    ['out without evidence', about({ to: '2021-02-20', evidence: [] }), facts([stay]), 'proof_missing'],
    [
      'corrected to what it is',
      about({ entry: 'correct', from: '2020-11-02', reason: '日期有误需要更正' }),
      facts([stay]),
      'nothing_changed',
    ],
    ['corrected without a reason', about({ entry: 'correct', from: '2020-11-03' }), facts([stay]), 'reason_missing'],
    ['taken off the record without a reason', about({ entry: 'strike' }), facts([stay]), 'reason_missing'],
  ])('%s is not taken', (_name, given, known, expected) => {
    expect(code(given, known)).toBe(expected);
  });

  it('of an enterprise is named by code and name, or by who it is registered as', () => {
    const enterprise = input({ member: 'enterprise', name: '丙公司' });
    const unknown = facts([], { organisation: null });
    const party = (given: object, known: Facts) =>
      (stayOf(begin(given, known), known) as { stay: { party: object } } | undefined)?.stay.party;
    expect(party(enterprise, unknown)).toEqual({ agency: null, creditCode, name: '丙公司' });
    const registered = facts([], { organisation: { id: agency, name: '丙新材料股份有限公司', kind: 'enterprise' } });
    expect(party(enterprise, registered)).toEqual({ agency: null, creditCode, name: '丙新材料股份有限公司' });
    expect(begin(enterprise, registered).counterparty).toBe(agency);
    expect(code(input({ member: 'enterprise' }), unknown)).toBe('party_missing');
    expect(code(input({ member: 'enterprise', creditCode: null, name: '丙公司' }), unknown)).toBe('party_missing');
    const inside = { id: stayId, agency: null, name: '丙公司', creditCode, from: '2020-11-02', to: null } as Stay;
    expect(code(enterprise, facts([inside], { organisation: null }))).toBe('stays_overlap');
    expect(code(enterprise, facts([stay], { organisation: null }))).toBe('opened');
  });

  it('in a zone of others is answered as in none', () => {
    const { titleZone } = facts();
    expect(code(input(), { ...facts(), titleZone: { ...(titleZone as object), operator: 'another' } as never })).toBe('no_such_zone');
    expect(code(input(), { ...facts(), titleZone: null })).toBe('no_such_zone');
  });

  it('is recorded by the centre on papers it has seen itself', () => {
    const kase = begun(residence, { as: 'centre_officer', input: input({ evidence: [] }), facts: facts() });
    expect(kase.owner).toBe('owner');
  });

  it('is not confirmed when the register has moved on meanwhile', () => {
    const kase = begin(about({ to: '2021-02-20' }), facts([stay]));
    const confirm = (known: Facts, of = kase) =>
      refusedCodes(residence, of, { as: 'county_reviewer', event: 'confirm', input: check(), facts: known });
    expect(confirm(facts())).toEqual(['register_moved_on']);
    expect(confirm(facts([stay]), begin(input()))).toEqual(['stays_overlap']);
  });

  it('is withdrawn by its unit or by the officer who recorded it, and turned down by others with a reason', () => {
    const kase = begun(residence, { as: 'centre_officer', input: input(), facts: facts() });
    expect(moved(residence, kase, { as: 'centre_officer', event: 'withdraw' }).next.state).toBe('withdrawn');
    const other = actorIn('centre_officer', { person: 'another' });
    expect(refusedCodes(residence, kase, { as: other, event: 'withdraw' })).toEqual(['not_your_entry']);
    const turned = moved(residence, kase, { as: other, event: 'turn_down', input: { reason: '现场无人办公' } });
    expect(turned.next.data).toMatchObject({ ended: '现场无人办公' });
    expect(turned.effects.some(({ kind }) => kind === 'keep stay')).toBe(false);
  });

  it('shows what was decided before on what was known', () => {
    const supports = [
      { agency, number: 'SL-1', year: 2021, decidedOn: '2021-02-25' as never },
      { agency, number: 'SL-0', year: 2020, decidedOn: '2021-01-25' as never },
      { agency: 'another', number: 'SL-2', year: 2021, decidedOn: '2021-02-25' as never },
    ];
    const known = facts([stay], { supports });
    const kase = begin(about({ to: '2021-02-20' }), known);
    const sight = { kase, data: kase.data, facts: known, actor: actorIn('centre_officer'), at: '', today: '2021-03-01', seed: '' };
    const checks = residence.checklist?.(sight as never) ?? [];
    expect(checks.at(-1)?.explains.zh).toMatch(/^SL-1按当时所知/);
  });
});
