import { describe, expect, it } from 'vitest';
import type { Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import { open } from '#core/process/open.ts';
import type { Role } from '#core/people/roles.ts';
import { actorIn, mayStillDo, moved, occasion, refusedCodes, strangersDo, tableOf, told, tried } from '../../../tests/support/pure.ts';
import { reason, readings, titleFact, yearFact } from '../../../tests/support/pure-rectification.ts';
import {
  deceit,
  failed,
  failedFact,
  hearing,
  notice,
  noticed,
  opened,
  proposal,
  proposed,
  published,
  revocation,
  second,
  silent,
  undecided,
  usual,
  views,
} from '../../../tests/support/pure-revocation.ts';

const document = { documentNumber: '淄知撤〔2021〕1号' };
const quiet: Facts = { ...usual, openObjections: 0, upheldObjections: 0 };
const strict: Facts = { ...usual, readings: { ...readings, secondUnqualifiedYear: 'revoke_if_consecutive' } };

const opening = (input: object, facts: Facts, role: Role = 'centre_officer') => {
  const outcome = open(revocation, { input, actor: actorIn(role) }, occasion(facts), { id: 'x', number: 'x', policy: 'x' });
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('A revocation', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(revocation)).toMatchInlineSnapshot(`
      "drafting: centre_officer: draft_notice
      drafting: clock: title_lost
      notice_approval: centre_approver: issue_notice send_back_notice
      notice_approval: clock: title_lost
      hearing_period: applicant: state_views request_hearing waive_hearing
      hearing_period: clock: hearing_period_ends title_lost
      hearing: applicant: waive_hearing
      hearing: centre_officer: record_hearing
      hearing: clock: title_lost
      proposal: centre_officer: propose
      proposal: clock: title_lost
      proposal_approval: centre_approver: publish keep_title send_back_proposal
      proposal_approval: clock: title_lost
      public_notice: centre_approver: revise_after_objection
      public_notice: clock: notice_ends title_lost
      decision: centre_approver: revise_after_objection revoke
      decision: clock: title_lost
      revoked: nobody, nothing
      kept: nobody, nothing
      ended: nobody, nothing"
    `);
  });

  it('is touched by nobody of another organisation but the centre and the clock', () => {
    expect(strangersDo(revocation).filter((line) => !/: (centre_officer|centre_approver|clock): /.test(line))).toEqual([]);
  });

  it('is prepared and decided by two persons', () => {
    const still = (state: string, did: string) => mayStillDo(revocation, state, { role: 'centre_approver', did });
    expect(still('notice_approval', 'draft_notice')).toEqual([]);
    for (const did of ['open', 'draft_notice', 'record_hearing', 'propose'])
      for (const state of ['proposal_approval', 'public_notice', 'decision']) expect(still(state, did), `${state} ${did}`).toEqual([]);
  });

  it('comes to its end only through notice, hearing and public notice', () => {
    const doors = Object.entries(revocation.events).filter(([, { to }]) => to === 'revoked');
    expect(doors.map(([name, { from, who }]) => [name, from, who.map(({ role }) => role)])).toEqual([
      ['revoke', ['decision'], ['centre_approver']],
    ]);
  });
});

describe('A revocation is opened', () => {
  it.each([
    ['no zone', failed, { titleZone: null }, 'no_such_zone'],
    ['a title that is gone', failed, { titleZone: titleFact({ status: 'revoked' }) }, 'title_not_held'],
    ['a zone whose revocation is under way', failed, { titleZone: titleFact({ otherRevocation: 'QX-2021-00009' }) }, 'revocation_open'],
    ['no rectification', failed, { rectification: null }, 'no_such_rectification'],
    ['a rectification of another zone', failed, { rectification: failedFact({ zone: 'another' }) }, 'no_such_rectification'],
    ['a rectification that was not rechecked', failed, { rectification: failedFact({ isFailed: false }) }, 'recheck_missing'],
    ['the same failure twice', failed, { rectification: failedFact({ consequence: 'QX-2021-00001' }) }, 'same_ground'],
    ['a second year by default', second, {}, 'new_cycle_first'],
    ['deceit without a finding', { ...deceit, found: '' }, {}, 'found_missing'],
    ['deceit without evidence', { ...deceit, evidence: [] }, {}, 'evidence_missing'],
  ] satisfies [string, object, Facts, string][])('never for %s', (_name, input, facts, code) => {
    expect(opening(input, { ...usual, ...facts })).toEqual([code]);
  });

  it.each([
    ['a year of another zone', yearFact({ zone: 'another', isSecondInARow: true }), 'year_not_graded'],
    ['a first unqualified year', yearFact(), 'not_second_in_a_row'],
    ['a year that is dealt with', yearFact({ isSecondInARow: true, consequence: 'ZG-2021-00001' }), 'same_ground'],
  ])('where the reading revokes a second year, never for %s', (_name, gradedYear, code) => {
    expect(opening(second, { ...strict, gradedYear })).toEqual([code]);
  });

  it('by the clock for a failed rectification and, where the reading says so, a second year; for deceit by an officer alone', () => {
    expect(opening(failed, usual, 'clock')).toEqual([]);
    expect(opening(second, strict, 'clock')).toEqual([]);
    expect(opening(deceit, usual)).toEqual([]);
    expect(opening(deceit, usual, 'clock')).toEqual(['found_by_nobody']);
    expect(opened(failed).data).toMatchObject({ basisNumber: 'ZG-2021-00001', year: 2020 });
    expect(opened(deceit).data).toMatchObject({ basis: null, basisNumber: null, found: deceit.found });
  });

  it.each(['applicant', 'county_reviewer', 'county_approver', 'centre_approver', 'auditor'] as const)('never by %s', (role) => {
    expect(opening(failed, usual, role)).toEqual(['not_allowed']);
  });
});

describe('The right to be heard', () => {
  it('lasts five workdays at least, counted again when the notice goes out', () => {
    const draft = (hearingUntil: string) =>
      tried(revocation, opened(), { as: 'centre_officer', event: 'draft_notice', input: notice({ hearingUntil }), facts: usual });
    const short = draft('2021-03-05');
    expect(short.ok ? [] : short.refusals.map(({ code, clause, field }) => [code, clause, field])).toEqual([
      ['hearing_period_short', '14.3d', 'hearingUntil'],
    ]);
    const drafted = told(revocation, opened(), [{ as: 'centre_officer', event: 'draft_notice', input: notice(), facts: usual }]);
    const late = { as: 'centre_approver', event: 'issue_notice', input: document, facts: usual, at: '2021-03-02T01:00:00.000Z' } as const;
    expect(refusedCodes(revocation, drafted, late)).toEqual(['hearing_period_short']);
    expect(told(revocation, drafted, [{ as: 'centre_approver', event: 'send_back_notice', input: reason }]).state).toBe('drafting');
    expect(noticed().deadline).toMatchObject({ day: '2021-03-08', fires: 'hearing_period_ends' });
  });

  it('that runs out in silence admits nothing: an officer proposes, another person decides', () => {
    expect(silent()).toMatchObject({ state: 'proposal', data: { heard: 'silence', proposal: null, decision: null } });
  });

  it('is used by a statement, and may be ended early by the building unit', () => {
    const spoken = told(revocation, noticed(), [{ as: 'applicant', event: 'state_views', input: views }]);
    expect(spoken).toMatchObject({ state: 'hearing_period', deadline: { day: '2021-03-08' }, data: { views: [{ on: '2021-03-01' }] } });
    const waived = told(revocation, spoken, [{ as: 'applicant', event: 'waive_hearing', input: { isWaived: true } }]);
    expect(waived).toMatchObject({ state: 'proposal', data: { heard: 'statement' } });
    expect(told(revocation, noticed(), [{ as: 'applicant', event: 'waive_hearing', input: { isWaived: true } }]).data).toMatchObject({
      heard: 'waived',
    });
  });

  it('is used by a hearing that was asked for in time; its record stands in the case', () => {
    const asked = told(revocation, noticed(), [{ as: 'applicant', event: 'request_hearing', input: reason }]);
    expect(asked).toMatchObject({ state: 'hearing', deadline: null });
    const record = (more: object) =>
      refusedCodes(revocation, asked, { as: 'centre_officer', event: 'record_hearing', input: hearing(more) });
    expect(record({ heldOn: '2021-02-26' })).toEqual(['day_outside']);
    expect(record({ heldOn: '2021-03-02' })).toEqual(['day_outside']);
    expect(record({ presider: '赵一' })).toEqual(['presider_takes_part']);
    const held = told(revocation, asked, [{ as: 'centre_officer', event: 'record_hearing', input: hearing() }]);
    expect(held).toMatchObject({
      state: 'proposal',
      data: { heard: 'hearing', hearing: { presider: '吴七', recordedBy: 'centre_officer' } },
    });
    const late = { as: 'applicant', event: 'request_hearing', input: reason, at: '2021-03-08T16:00:00.000Z' } as const;
    expect(refusedCodes(revocation, noticed(), late)).toEqual(['deadline_passed']);
  });

  it('can not be passed by: before it no proposal, and without it none is published', () => {
    const propose = { as: 'centre_officer', event: 'propose', input: proposal() } as const;
    for (const kase of [opened(), noticed()]) expect(refusedCodes(revocation, kase, propose)).toEqual(['wrong_state']);
    for (const kase of [opened(), noticed(), silent(), proposed(), published()])
      expect(refusedCodes(revocation, kase, { as: 'centre_approver', event: 'revoke', input: document, facts: quiet })).toEqual([
        'wrong_state',
      ]);
    const unheard = { ...proposed(), data: { ...(proposed().data as object), heard: null } } as Case;
    expect(refusedCodes(revocation, unheard, { as: 'centre_approver', event: 'publish', facts: usual })).toEqual(['not_heard']);
  });

  it('that was used is answered in the proposal', () => {
    const spoken = told(revocation, noticed(), [
      { as: 'applicant', event: 'state_views', input: views },
      { as: 'clock', event: 'hearing_period_ends' },
    ]);
    const mute = { as: 'centre_officer', event: 'propose', input: proposal('revoke', { answer: '' }) } as const;
    expect(refusedCodes(revocation, spoken, mute)).toEqual(['answer_missing']);
    expect(moved(revocation, silent(), mute).next.state).toBe('proposal_approval');
  });
});

describe('The decision', () => {
  const deciding = (kase: Case, facts: Facts = quiet) =>
    ({ kase, act: { as: 'centre_approver', event: 'revoke', input: document, facts } }) as const;

  it('waits for objections; an upheld one sends it back to the proposal', () => {
    const { kase, act } = deciding(undecided(), { ...quiet, openObjections: 1 });
    expect(refusedCodes(revocation, kase, act)).toEqual(['objection_open']);
    const upheld = { ...quiet, upheldObjections: 1 };
    expect(refusedCodes(revocation, undecided(), deciding(undecided(), upheld).act)).toEqual(['objection_upheld']);
    const back = told(revocation, undecided(), [{ as: 'centre_approver', event: 'revise_after_objection', input: reason, facts: upheld }]);
    expect(back).toMatchObject({
      state: 'proposal',
      data: { objectionsSettled: 1, proposal: null, reopened: [{ reason: reason.reason }] },
    });
    const again = undecided(published(proposed('revoke', back)));
    expect(moved(revocation, again, deciding(again, upheld).act).next.state).toBe('revoked');
  });

  it('is not made on a title that is gone already', () => {
    const gone = { ...quiet, titleZone: titleFact({ status: 'revoked' }) };
    expect(refusedCodes(revocation, undecided(), deciding(undecided(), gone).act)).toEqual(['title_not_held']);
    expect(told(revocation, undecided(), [{ as: 'clock', event: 'title_lost', facts: gone }]).state).toBe('ended');
    expect(refusedCodes(revocation, undecided(), { as: 'clock', event: 'title_lost', facts: usual })).toEqual(['title_stands']);
  });

  it('revokes forward from its day: earlier facts stand and held sums are looked at again', () => {
    const { next, effects } = moved(revocation, undecided(), { ...deciding(undecided()).act, at: '2021-03-09T01:00:00.000Z' });
    expect(next).toMatchObject({ state: 'revoked', data: { decision: { isRevoked: true, effectiveFrom: '2021-03-09' } } });
    expect((next.data as { decision: { remedies: string } }).decision.remedies).toContain('行政复议');
    expect(effects[0]).toMatchObject({ kind: 'set zone status', title: { status: 'revoked', from: '2021-03-09', isDeceit: false } });
    expect(effects.flatMap((effect) => (effect.kind === 'fire in zone' ? [`${effect.process} ${effect.event}`] : []))).toEqual([
      'recognition title_lost',
      'rectification title_lost',
      'revocation title_lost',
      'claim release_hold',
    ]);
  });

  it('on deceit works backwards and releases nothing', () => {
    const kase = undecided(published(proposed('revoke', silent(deceit))));
    const { effects } = moved(revocation, kase, deciding(kase).act);
    expect(effects[0]).toMatchObject({ kind: 'set zone status', title: { status: 'revoked', isDeceit: true } });
    expect(effects.some((effect) => effect.kind === 'fire in zone' && effect.process === 'claim')).toBe(false);
  });

  it('may be to keep the title: whole again after a failed rectification, rectified after a second year, untouched after deceit', () => {
    const keep = (kase: Case, facts: Facts = usual) =>
      moved(revocation, kase, { as: 'centre_approver', event: 'keep_title', input: document, facts }).effects.map(({ kind }) => kind);
    expect(keep(proposed('keep')).slice(0, 2)).toEqual(['set zone status', 'fire in zone']);
    const secondYear = told(revocation, opened(second, strict), [
      { as: 'centre_officer', event: 'draft_notice', input: notice(), facts: usual },
      { as: 'centre_approver', event: 'issue_notice', input: document, facts: usual },
      { as: 'clock', event: 'hearing_period_ends' },
    ]);
    expect(keep(proposed('keep', secondYear))[0]).toBe('open case');
    expect(keep(proposed('keep', silent(deceit)))).toEqual(['notify', 'notify']);
  });

  it('follows the proposal or sends it back', () => {
    const act = (event: string, input: object = {}) => ({ as: 'centre_approver', event, input, facts: usual }) as const;
    expect(refusedCodes(revocation, proposed('keep'), act('publish'))).toEqual(['proposal_differs']);
    expect(refusedCodes(revocation, proposed('revoke'), act('keep_title', document))).toEqual(['proposal_differs']);
    expect(told(revocation, proposed(), [act('send_back_proposal', reason)])).toMatchObject({
      state: 'proposal',
      data: { proposal: null },
    });
  });
});

describe('What was granted on a title got by deceit', () => {
  const zoneSupport = {
    paid: [{ number: 'ZC-2021-00001', amount: 700_000 }],
    unpaid: [{ number: 'ZC-2021-00002', amount: 300_000 }],
    vouchers: [],
  };
  const checksFor = (kase: Case, role: Role) => {
    const sight = { kase, data: kase.data, facts: { zoneSupport }, actor: actorIn(role) } as never;
    return (revocation.checklist?.(sight) ?? []).map(({ explains }) => explains.zh).slice(2);
  };

  it('is listed for the centre, claim by claim, to be looked at; nothing is taken back by itself', () => {
    expect(checksFor(opened(deceit), 'centre_officer')).toEqual([
      '1件7,000元，须逐件审查是否追回：ZC-2021-00001',
      '1件3,000元，取消后停付，逐件审查：ZC-2021-00002',
    ]);
    expect(checksFor(opened(deceit), 'applicant')).toEqual([]);
    expect(checksFor(opened(failed), 'centre_officer')).toEqual([]);
  });
});
