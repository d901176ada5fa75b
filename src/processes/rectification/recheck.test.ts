import { describe, expect, it } from 'vitest';
import type { Case } from '#core/process/define.ts';
import { moved, refusedCodes, told, tried } from '../../../tests/support/pure.ts';
import {
  document,
  issued,
  overdue,
  readings,
  reason,
  recheck,
  rechecked,
  rectification,
  running,
  supervised,
} from '../../../tests/support/pure-rectification.ts';

const late = '2021-06-02T01:00:00.000Z';

describe('An extension', () => {
  const until = (day: string) => ({ until: day, reason: '设备采购延误一个月。' });
  const propose = (kase: Case, day: string, at?: string) =>
    tried(rectification, kase, {
      as: 'centre_officer',
      event: 'propose_extension',
      input: until(day),
      facts: { readings },
      ...(at ? { at } : {}),
    });
  const extended = (kase = issued(), at = '2021-05-31T01:00:00.000Z') =>
    told(rectification, kase, [
      { as: 'centre_officer', event: 'propose_extension', input: until('2021-08-31'), facts: { readings }, at },
      { as: 'centre_approver', event: 'extend', facts: { readings }, at },
    ]);

  it('moves the last day once, also after it was over', () => {
    expect(extended()).toMatchObject({
      state: 'rectifying',
      deadline: { day: '2021-08-31', fires: 'rectification_overdue' },
      data: { deadline: '2021-08-31', extension: { from: '2021-06-01', until: '2021-08-31' }, overdueOn: null },
    });
    expect(extended(overdue(), late).deadline?.day).toBe('2021-08-31');
    const again = propose(extended(), '2021-09-01', late);
    expect(again.ok ? [] : again.refusals.map(({ code }) => code)).toEqual(['extended_before']);
  });

  it.each([
    ['2021-06-01', 'not_later'],
    ['2021-05-01', 'not_later'],
    ['2021-09-02', 'deadline_too_far'],
    ['', 'invalid_input'],
  ])('until %s is refused: %s', (day, code) => {
    const outcome = propose(issued(), day);
    expect(outcome.ok ? [] : outcome.refusals.map((one) => one.code)).toEqual([code]);
  });

  it('counts its six months from the day of the notice, not from today', () => {
    expect(propose(issued(), '2021-09-01', late).ok).toBe(true);
    const beyond = propose(issued(), '2021-09-02', late);
    expect(beyond.ok ? [] : beyond.refusals.map(({ code }) => code)).toEqual(['deadline_too_far']);
  });

  it('is asked for by the building unit, refused or granted by the centre, and not decided before it is proposed', () => {
    const asked = told(rectification, issued(), [
      { as: 'applicant', event: 'ask_extension', input: until('2021-07-01'), facts: { readings } },
    ]);
    expect(asked).toMatchObject({ deadline: { day: '2021-06-01' }, data: { asked: { until: '2021-07-01', on: '2021-03-01' } } });
    expect(refusedCodes(rectification, asked, { as: 'centre_approver', event: 'extend', facts: { readings } })).toEqual([
      'extension_not_proposed',
    ]);
    const refused = told(rectification, asked, [
      { as: 'centre_officer', event: 'propose_extension', input: until('2021-07-01'), facts: { readings } },
      { as: 'centre_approver', event: 'refuse_extension', input: reason },
    ]);
    expect(refused).toMatchObject({ deadline: { day: '2021-06-01' }, data: { proposedExtension: null, extension: null } });
  });
});

describe('The recheck', () => {
  const record = (more: object, result: 'qualified' | 'unqualified' = 'qualified') =>
    tried(rectification, supervised(), { as: 'centre_officer', event: 'record_recheck', input: recheck(result, more) });

  it.each([
    ['on a day before the notice', { seenOn: '2021-02-26' }, 'day_outside'],
    ['on a day to come', { seenOn: '2021-03-02' }, 'day_outside'],
    ['by one person', { team: ['孙三'] }, 'invalid_input'],
    ['that leaves a finding out', { findings: [{ finding: '1', outcome: 'done', says: '' }] }, 'not_all_rechecked'],
    [
      'that names a finding twice',
      { findings: ['1', '2', '2'].map((finding) => ({ finding, outcome: 'done', says: '' })) },
      'no_such_finding',
    ],
    [
      'that names no finding of the notice',
      { findings: ['1', '2', '9'].map((finding) => ({ finding, outcome: 'done', says: '' })) },
      'no_such_finding',
    ],
    ['that finds everything done and still unqualified', { result: 'unqualified' }, 'result_contradicts'],
  ])('%s is refused', (_name, more, code) => {
    const outcome = record(more);
    expect(outcome.ok ? [] : outcome.refusals.map((one) => [one.code, one.clause])).toEqual([[code, '14.3d']]);
  });

  it('that finds something undone says how it stands, and why it qualifies all the same', () => {
    const half = [
      { finding: '1', outcome: 'done', says: '' },
      { finding: '2', outcome: 'partly', says: '' },
    ];
    const outcome = record({ findings: half, reason: '基本合格' });
    expect(outcome.ok ? [] : outcome.refusals.map(({ code }) => code)).toEqual(['invalid_input']);
    const mute = record({ findings: half, reason: '主要问题已改' });
    expect(mute.ok ? [] : mute.refusals.map(({ code }) => code)).toEqual(['remark_missing', 'reason_missing']);
    const told_ = half.map((one) => ({ ...one, says: '还差一场培训。' }));
    expect(record({ findings: told_, reason: '主要问题已改，剩余培训已排期。' }).ok).toBe(true);
  });

  it('decided as qualified gives the title back whole and lets payment go on', () => {
    const { next, effects } = moved(rectification, rechecked('qualified'), {
      as: 'centre_approver',
      event: 'keep_title',
      input: document(2),
      facts: running,
    });
    expect(next).toMatchObject({ state: 'kept', data: { decision: { result: 'qualified' } } });
    expect(effects.slice(0, 2)).toMatchObject([
      { kind: 'set zone status', title: { status: 'designated', from: '2021-03-01' } },
      { kind: 'fire in zone', process: 'claim', event: 'release_hold' },
    ]);
  });

  it('decided as still unqualified revokes nothing yet: it opens the revocation', () => {
    const { next, effects } = moved(rectification, rechecked('unqualified'), {
      as: 'centre_approver',
      event: 'find_unqualified',
      input: document(2),
      facts: running,
    });
    expect(next.state).toBe('failed');
    expect(effects.some(({ kind }) => kind === 'set zone status')).toBe(false);
    expect(effects.find(({ kind }) => kind === 'open case')).toMatchObject({
      process: 'revocation',
      input: { ground: 'failed_rectification', basis: 'case-1' },
    });
  });

  it('is decided as proposed or sent back', () => {
    const decide = (event: string, result: 'qualified' | 'unqualified') =>
      refusedCodes(rectification, rechecked(result), { as: 'centre_approver', event, input: document(2), facts: running });
    expect(decide('keep_title', 'unqualified')).toEqual(['result_differs']);
    expect(decide('find_unqualified', 'qualified')).toEqual(['result_differs']);
    const back = told(rectification, rechecked('qualified'), [{ as: 'centre_approver', event: 'send_back_recheck', input: reason }]);
    expect(back).toMatchObject({ state: 'recheck', data: { recheck: null } });
  });
});
