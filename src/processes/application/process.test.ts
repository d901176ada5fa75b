import { describe, expect, it } from 'vitest';
import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import { changesOf, completeForm, inventedCode } from '../../../tests/support/form.ts';
import { actorIn, begun, mayStillDo, moved, refusedCodes, strangersDo, tableOf, told } from '../../../tests/support/pure.ts';
import { inspection, opinion } from '../../../tests/support/story.ts';
import { application as definition } from './process.ts';

const application = definition as unknown as AnyProcess;
const call = { id: 'call-1', title: '2021年申报', year: 2021, places: 1, opensAt: '', closesAt: '', isOpen: true } as never;
const policy = { from: '2020-08-25', to: '2021-08-24', isInForce: true } as never;
const facts: Facts = {
  call,
  policy,
  applicationsInCall: 0,
  titleRevokedOn: null,
  readings: { reapplyAfterRevocation: 'allowed', panelMinimum: 5 },
  organisation: { name: '东园', creditCode: inventedCode(1), district: '370303' },
};
const form = completeForm({ name: '东园', creditCode: inventedCode(1), district: '370303' });

const drafted = (): Case => begun(application, { as: 'applicant', input: { call: 'call-1' }, facts });
const written = (): Case => told(application, drafted(), [{ as: 'applicant', event: 'fill_in', input: { changes: changesOf(form) } }]);
const filed = (): Case => told(application, written(), [{ as: 'applicant', event: 'file', facts }]);
const checked = (): Case => told(application, filed(), [{ as: 'county_reviewer', event: 'county_check', input: opinion() }]);

describe('A zone application', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(application)).toMatchInlineSnapshot(`
      "draft: applicant: fill_in file withdraw
      county_review: applicant: withdraw
      county_review: county_reviewer: county_check
      county_review: clock: county_overdue
      county_approval: applicant: withdraw
      county_approval: county_approver: endorse county_return county_reject send_back
      county_approval: clock: county_overdue
      returned: applicant: withdraw amend resubmit
      returned: clock: amendment_overdue
      panel_forming: applicant: withdraw
      panel_forming: centre_officer: draw_panel
      evaluation: centre_officer: replace_recused record_inspection open_scores
      evaluation: expert: declare_clear recuse seal_sheet record_inspection
      selection: centre_officer: propose_selection
      selection_approval: centre_approver: confirm_selection confirm_rejection send_back_selection
      public_notice: centre_approver: revise_after_objection
      public_notice: clock: notice_ends
      designation: centre_approver: revise_after_objection designate
      designated: nobody, nothing
      not_selected: nobody, nothing
      county_rejected: nobody, nothing
      withdrawn: nobody, nothing"
    `);
  });

  it('is touched by nobody of another organisation, district or panel but the centre and the clock', () => {
    expect(strangersDo(application).filter((line) => !/: (centre_officer|centre_approver|clock): /.test(line))).toEqual([]);
  });

  it('is checked and approved by two persons, in the county and in the centre', () => {
    expect(mayStillDo(application, 'county_approval', { role: 'county_approver', did: 'county_check' })).toEqual([]);
    expect(mayStillDo(application, 'selection_approval', { role: 'centre_approver', did: 'propose_selection' })).toEqual([]);
    expect(mayStillDo(application, 'designation', { role: 'centre_approver', did: 'propose_selection' })).toEqual([]);
    expect(mayStillDo(application, 'selection_approval', { role: 'centre_approver', did: 'draw_panel' }).length).toBeGreaterThan(0);
  });

  it('freezes the form, gives a receipt and tells the county when it is filed', () => {
    const { next, effects } = moved(application, written(), { as: 'applicant', event: 'file', facts });
    expect(effects.map(({ kind }) => kind)).toEqual(['freeze filing', 'issue receipt', 'notify']);
    expect(next).toMatchObject({ state: 'county_review', deadline: { day: '2021-03-15', fires: 'county_overdue' } });
  });

  it('is not filed outside the window, the call or the own district, twice, or with gaps; every reason is told', () => {
    const closed: Facts = { ...facts, call: null, policy: { ...(policy as object), isInForce: false } as never, applicationsInCall: 1 };
    const elsewhere = told(application, drafted(), [
      { as: 'applicant', event: 'fill_in', input: { changes: [{ path: 'cover.district', value: '370302' }] } },
    ]);
    expect(refusedCodes(application, elsewhere, { as: 'applicant', event: 'file', facts: closed })).toEqual([
      'policy_not_in_force',
      'call_closed',
      'wrong_district',
      'already_applied',
      'form_incomplete',
    ]);
  });

  it('after a revocation is allowed, or after a year where the reading says so', () => {
    const early = (reapplyAfterRevocation: string, titleRevokedOn: string): Facts => ({
      ...facts,
      titleRevokedOn: titleRevokedOn as never,
      readings: { reapplyAfterRevocation },
    });
    const filing = (more: Facts) => refusedCodes(application, written(), { as: 'applicant', event: 'file', facts: more });
    expect(filing(early('after_one_year', '2020-03-02'))).toEqual(['reapplied_too_early']);
    for (const fine of [early('after_one_year', '2020-03-01'), early('allowed', '2021-02-26')])
      expect(moved(application, written(), { as: 'applicant', event: 'file', facts: fine }).next.state).toBe('county_review');
  });

  it('goes on in the county where its clock was stopped, and never with less than a day', () => {
    const requests = [{ path: 'siting.boundary', says: '请写明南界' }];
    const returnOpinion = opinion({ opinion: 'return', requests });
    const back = told(application, filed(), [
      { as: 'county_reviewer', event: 'county_check', input: returnOpinion, at: '2021-03-12T01:00:00.000Z' },
      { as: 'county_approver', event: 'county_return', at: '2021-03-15T01:00:00.000Z' },
      { as: 'applicant', event: 'resubmit', at: '2021-03-16T01:00:00.000Z', facts },
    ]);
    expect(back.clocks).toEqual({ county: { workdays: 10, used: 10 } });
    expect(back.deadline?.day).toBe('2021-03-17');
  });

  it('is not approved by silence: an overdue county leaves it where it is', () => {
    const late = moved(application, checked(), { as: 'clock', event: 'county_overdue', at: '2021-03-15T16:00:00.000Z' });
    expect([late.next.state, late.next.deadline]).toEqual(['county_approval', null]);
    expect(late.effects.every(({ kind }) => kind === 'notify')).toBe(true);
  });

  it('reaches the centre only by the county’s recommendation', () => {
    const doors = Object.entries(application.events).filter(([, { to }]) => to === 'panel_forming');
    expect(doors.map(([name, { from, who }]) => [name, from, who.map(({ role }) => role)])).toEqual([
      ['endorse', ['county_approval'], ['county_approver']],
    ]);
    expect(refusedCodes(application, filed(), { as: 'county_approver', event: 'endorse', input: { letterNumber: '1' } })).toEqual([
      'wrong_state',
    ]);
    expect(
      refusedCodes(application, checked(), {
        as: actorIn('county_approver', { district: '370302' }),
        event: 'endorse',
        input: { letterNumber: '1' },
      }),
    ).toEqual(['not_allowed']);
  });

  it('recommended in spite of a missing kind of service needs the reason', () => {
    const providers = form.services.providers.map((one) => ({ ...one, kinds: one.kinds.filter((kind) => kind !== 'custody') }));
    const gap = told(application, drafted(), [
      { as: 'applicant', event: 'fill_in', input: { changes: changesOf({ ...form, services: { providers } }) } },
      { as: 'applicant', event: 'file', facts },
    ]);
    expect(refusedCodes(application, gap, { as: 'county_reviewer', event: 'county_check', input: opinion() })).toEqual(['invalid_input']);
    const reasons = '托管由区外机构上门服务，仍可基本保障。';
    expect(moved(application, gap, { as: 'county_reviewer', event: 'county_check', input: opinion({ reasons }) }).next.state).toBe(
      'county_approval',
    );
  });

  it('is not filed under the credit code of another organisation, from which no conflict would be found', () => {
    const foreign = told(application, written(), [
      { as: 'applicant', event: 'fill_in', input: { changes: [{ path: 'applicant.creditCode', value: inventedCode(2) }] } },
    ]);
    expect(refusedCodes(application, foreign, { as: 'applicant', event: 'file', facts })).toEqual(['foreign_credit_code']);
  });

  it('has its site inspected once', () => {
    const inspecting = { as: 'centre_officer', event: 'record_inspection', input: inspection() } as const;
    const seen = told(application, { ...filed(), state: 'evaluation' }, [inspecting]);
    expect(refusedCodes(application, seen, inspecting)).toEqual(['already_inspected']);
  });

  it('is designated with its register entry, and not while an objection is open or was upheld', () => {
    const ready = { ...filed(), state: 'designation' };
    const designating = (objections: Facts) =>
      refusedCodes(application, ready, { as: 'centre_approver', event: 'designate', facts: { policy, ...objections } });
    expect(designating({ openObjections: 1, upheldObjections: 0 })).toEqual(['objection_open']);
    expect(designating({ openObjections: 0, upheldObjections: 1 })).toEqual(['objection_upheld']);
    const none = { policy, openObjections: 0, upheldObjections: 0 };
    const { effects } = moved(application, ready, { as: 'centre_approver', event: 'designate', facts: none });
    expect(effects[0]).toMatchObject({
      kind: 'register zone',
      zone: { district: '370303', enterprises: [{ creditCode: inventedCode(103) }] },
    });
  });
});
