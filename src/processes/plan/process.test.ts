import { describe, expect, it } from 'vitest';
import { indicator, planContent, planOpinion, task } from '../../../tests/support/plan.ts';
import { actorIn, begun, mayStillDo, moved, refusedCodes, strangersDo, tableOf, told } from '../../../tests/support/pure.ts';
import {
  changed,
  checked,
  consent,
  data,
  facts,
  file,
  inForce,
  later,
  opened,
  plan,
  save,
  zone,
  zonePlan,
} from '../../../tests/support/pure-plan.ts';
import { contentOf } from './content.ts';

describe('A plan or a change of it', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(plan)).toMatchInlineSnapshot(`
      "draft: applicant: fill_in file withdraw
      county_review: applicant: withdraw
      county_review: county_reviewer: county_check
      county_review: clock: county_overdue
      county_approval: applicant: withdraw
      county_approval: county_approver: endorse county_return county_reject send_back
      county_approval: clock: county_overdue
      returned: applicant: withdraw amend resubmit
      returned: clock: amendment_overdue
      centre_review: applicant: withdraw
      centre_review: centre_officer: centre_check
      centre_approval: centre_approver: consent refuse send_back_check
      consented: nobody, nothing
      refused: nobody, nothing
      county_rejected: nobody, nothing
      withdrawn: nobody, nothing"
    `);
  });

  it('is nobody’s who has nothing to do with the zone but the centre’s', () => {
    expect(strangersDo(plan).filter((line) => !/centre_officer|centre_approver|clock/.test(line))).toEqual([]);
  });

  it('takes two persons in the county and two at the centre', () => {
    for (const event of ['endorse', 'county_return', 'county_reject', 'send_back']) {
      expect(mayStillDo(plan, 'county_approval', { role: 'county_approver', did: 'county_check' })).not.toContain(event);
    }
    expect(mayStillDo(plan, 'centre_approval', { role: 'centre_approver', did: 'centre_check' })).toEqual([]);
  });

  it('passes the county and the centre before it is in force: from no state can one of them be left out', () => {
    for (const [state, event] of [
      ['draft', 'consent'],
      ['county_review', 'consent'],
      ['county_review', 'centre_check'],
      ['county_approval', 'centre_check'],
      ['county_approval', 'consent'],
      ['centre_review', 'consent'],
    ] as const) {
      const kase = { ...checked(), state };
      expect(
        refusedCodes(plan, kase, { ...consent(), event, as: event === 'consent' ? 'centre_approver' : 'centre_officer' }),
        `${state} ${event}`,
      ).toEqual(['wrong_state']);
    }
  });
});

describe('Opening', () => {
  it('starts from the version in force', () => {
    const kase = opened();
    expect([data(kase).base, kase.state, plan.summary.says(kase.data).zh]).toEqual([1, 'draft', '东园示范区建设方案调整（第1版起）']);
    expect(contentOf(data(kase).form)).toEqual(contentOf(planContent()));
  });

  it('starts the first plan from what the application says: period, goals, a task a chapter, the reason of a chapter without, funds', () => {
    const { form, base } = data(opened(zonePlan()));
    expect(base).toBe(0);
    expect(form.general).toMatchObject({ from: '2021-07-01', to: '2023-12-31' });
    expect(((form.tasks?.rows ?? []) as { no: string; chapter: string }[]).map(({ no, chapter }) => `${no} ${chapter}`)).toEqual([
      '1.1 measures',
      '2.1 agencies',
      '3.1 matching',
      '4.1 talent',
      '5.1 order',
      '7.1 campaigns',
    ]);
    expect(form.withoutTasks).toEqual({ international: '无；园区企业暂无需求' });
    expect(form.funding?.rows).toEqual([{ source: 'district', year: 2021, yuan: 1_000_000 }]);
    expect(data(opened(zonePlan({ application: null }))).form.tasks).toEqual({ rows: [] });
  });

  it.each([
    ['a zone of somebody else', zonePlan({ operator: 'another' }), 'no_such_zone'],
    ['no zone at all', null, 'no_such_zone'],
    ['a zone whose title is revoked', inForce({ isRevoked: true }), 'title_revoked'],
    ['a zone with another case under way', inForce({ otherCase: 'FA-2021-00007' }), 'plan_case_open'],
  ])('is refused for %s', (_name, given, code) => {
    expect(() => begun(plan, { as: 'applicant', input: { zone }, facts: facts(given) })).toThrow(code);
  });
});

describe('Filing', () => {
  it('keeps the change field by field, how late it is and for which year it counts', () => {
    const { next, effects } = moved(plan, changed(), file());
    expect(next.state).toBe('county_review');
    expect(data(next).changes).toEqual([
      { kind: 'changed', list: 'tasks', key: '2.1', field: 'end', before: '2021-09-30', after: '2021-12-31' },
    ]);
    expect(data(next).report).toMatchObject({ lateWorkdays: 0, countsFrom: 2021, isEditorial: false });
    expect(effects.map(({ kind }) => kind)).toEqual(['freeze filing', 'issue receipt', 'notify']);
  });

  it('accepts a late report and says how late it is', () => {
    const kase = moved(plan, changed(), file({}, inForce(), '2021-03-23T01:00:00.000Z')).next;
    expect(data(kase).report?.lateWorkdays).toBe(1);
    expect(
      plan
        .checklist?.({ ...(kase as never as object), kase, data: kase.data, facts: facts(), today: '2021-03-23' } as never)
        .map(({ explains }) => explains.zh),
    ).toContain('变化发生于2021-03-01，报告迟了1个工作日；不影响受理，认定时可予考虑');
  });

  it.each([
    ['no reason', { reason: '' }, 'reason_missing'],
    ['no explanation', { explanation: ' 短 ' }, 'explanation_missing'],
    ['no day of the change', { changedOn: null }, 'event_date_missing'],
    ['a day to come', { changedOn: '2021-03-23' }, 'event_in_future'],
    ['a day that does not exist', { changedOn: '2021-02-30' }, 'invalid_input'],
  ])('is refused with %s', (_name, more, code) => {
    expect(refusedCodes(plan, changed(), file(more))).toEqual([code]);
  });

  it.each([
    ['nothing changed', planContent(), inForce(), 'nothing_changed'],
    ['something is missing', planContent({ withoutTasks: {} }), inForce(), 'plan_incomplete'],
    [
      'a task ends before it starts',
      planContent({ tasks: { rows: [...planContent().tasks.rows, task('1.2', { end: '2020-12-31' })] } }),
      inForce(),
      'plan_incomplete',
    ],
    [
      'another version is in force',
      later,
      inForce({ current: { version: 2, content: contentOf(planContent()), consentedOn: '2021-02-15' as never } }),
      'plan_moved_on',
    ],
    ['the title is gone', later, inForce({ isRevoked: true }), 'title_revoked'],
    ['the number of a dropped task comes back', later, inForce({ spentNumbers: { tasks: ['2.1'], indicators: [] } }), 'number_used_before'],
    [
      'an indicator changes its unit',
      planContent({ indicators: { rows: [indicator('A', { unit: '次' }), ...planContent().indicators.rows.slice(1)] } }),
      inForce(),
      'unit_changed',
    ],
  ])('is refused when %s', (_name, content, given, code) => {
    expect(refusedCodes(plan, changed(content), file({}, given))).toContain(code);
  });

  it('asks the first plan of a zone for no reason and counts it from the first year of its period', () => {
    const first = zonePlan();
    const kase = told(plan, opened(first), [save(planContent())]);
    const filed = moved(plan, kase, { ...file({}, first), input: {} }).next;
    expect(data(filed).report).toMatchObject({ changedOn: null, lateWorkdays: 0, countsFrom: 2021 });
    expect(data(filed).changes.every(({ kind }) => kind !== 'changed' && kind !== 'removed')).toBe(true);
  });

  it('saves no field the plan does not have', () => {
    const wrong = { as: 'applicant' as const, event: 'fill_in', input: { changes: [{ path: 'tasks.toString', value: 1 }] } };
    expect(refusedCodes(plan, opened(), wrong)).toEqual(['unknown_field']);
  });
});

describe('In the county', () => {
  const filed = () => told(plan, changed(), [file()]);
  const check = (more: object) => ({ as: 'county_reviewer' as const, event: 'county_check', input: planOpinion(more) });
  const request = [{ path: 'tasks.rows', says: '请补充任务2.1的依据' }];

  it.each([
    ['passing what is not true', { isTrue: false }, 'opinion'],
    ['a refusal without reasons', { opinion: 'reject', reasons: '不行' }, 'reasons'],
    ['a return without requests', { opinion: 'return' }, 'requests'],
    [
      'a request for a field that is none',
      { opinion: 'return', requests: [{ path: 'tasks.none', says: '请补充内容' }] },
      'requests.0.path',
    ],
  ])('%s is refused', (_name, more, field) => {
    expect(() => moved(plan, filed(), check(more))).toThrow(`"field":"${field}"`);
  });

  it('returns it once; only what was asked for can be changed, and what was not filed again does not stand', () => {
    const returned = told(plan, filed(), [
      check({ opinion: 'return', requests: request }),
      { as: actorIn('county_approver', { person: 'signer' }), event: 'county_return', at: '2021-03-22T02:00:00.000Z' },
    ]);
    expect(refusedCodes(plan, returned, { ...save(planContent()), event: 'amend' })).toContain('not_asked');
    const amended = told(plan, returned, [{ as: 'applicant', event: 'amend', input: { changes: [{ path: 'tasks.rows', value: [] }] } }]);
    expect(refusedCodes(plan, amended, { as: 'applicant', event: 'resubmit', facts: facts() })).toContain('plan_incomplete');
    const overdue = moved(plan, amended, { as: 'clock', event: 'amendment_overdue', facts: facts() }).next;
    expect([overdue.state, contentOf(data(overdue).form)]).toEqual(['county_review', contentOf(later)]);
    expect(() => moved(plan, overdue, check({ opinion: 'return', requests: request }))).toThrow('已退回补正过一次');

    const better = later.tasks.rows.map((row) => ({ ...row, content: `${row.content}并附依据。` }));
    const again = told(plan, returned, [
      {
        as: 'applicant',
        event: 'amend',
        input: { changes: [{ path: 'tasks.rows', value: better as never }] },
        at: '2021-03-25T00:00:00.000Z',
      },
      { as: 'applicant', event: 'resubmit', facts: facts(), at: '2021-03-25T01:00:00.000Z' },
    ]);
    expect(data(again)).toMatchObject({ requests: [], filings: 2, report: { lateWorkdays: 0 } });
    expect(data(again).changes).toHaveLength(7);
  });

  it('silence is not approval', () => {
    const overdue = moved(plan, filed(), { as: 'clock', event: 'county_overdue' });
    expect(overdue.next.state).toBe('county_review');
    expect(JSON.stringify(overdue.effects)).toContain('超期不视为同意');
  });

  it('a rejection leaves the plan in force as it is and says what can be done', () => {
    const reject = [
      check({ opinion: 'reject', reasons: '所报变化没有依据，不予通过。' }),
      { as: actorIn('county_approver', { person: 'signer' }), event: 'county_reject' },
    ];
    const kase = told(plan, filed(), reject);
    expect([kase.state, data(kase).ended]).toEqual(['county_rejected', '所报变化没有依据，不予通过。']);
  });
});
