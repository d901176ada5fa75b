import { describe, expect, it } from 'vitest';
import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import { actorIn, begun, mayStillDo, moved, refusedCodes, strangersDo, tableOf, told, tried } from '../../../tests/support/pure.ts';
import * as story from '../../../tests/support/pure-claim.ts';
import { claim as definition } from './process.ts';

const claim = definition as unknown as AnyProcess;
const { account, declared, entitled, facts, line, refusal, repaid, sheet } = story;

const drafted = (more: Facts = {}): Case =>
  begun(claim, { as: 'agency', input: { year: 2021, clause: '9.4' }, facts: { ...facts, ...more } });
const filed = (more: Facts = {}): Case =>
  told(claim, drafted(more), [{ as: 'agency', event: 'file', input: declared(more), facts: { ...facts, ...more } }]);
const checked = (more: Facts = {}): Case =>
  told(claim, filed(more), [{ as: 'centre_officer', event: 'check', input: sheet(), facts: { ...facts, ...more } }]);
const proposed = (more: Facts = {}): Case =>
  told(claim, checked(more), [{ as: 'centre_officer', event: 'propose_computed', facts: { ...facts, ...more } }]);
const noticed = (more: Facts = {}): Case =>
  told(claim, proposed(more), [{ as: 'centre_approver', event: 'approve', facts: { ...facts, ...more } }]);
const ripe = (more: Facts = {}): Case =>
  told(claim, noticed(more), [{ as: 'clock', event: 'notice_ends', at: '2021-03-08T16:00:00.000Z' }]);
const determined = (): Case => told(claim, ripe(), [{ as: 'centre_approver', event: 'determine_payment', facts }]);
const kinds = (effects: readonly { readonly kind: string }[]) => effects.map(({ kind }) => kind);

describe('A claim', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(claim)).toMatchInlineSnapshot(`
      "draft: agency: file withdraw
      filed: centre_officer: check take_in give_back propose_refusal
      filed: agency: withdraw
      filed: clock: remind
      returned: agency: refile withdraw
      returned: clock: remind
      checked: centre_officer: check take_in give_back propose propose_computed propose_refusal
      checked: agency: withdraw
      proposed: centre_officer: propose_at_share take_back
      proposed: centre_approver: send_back approve
      refusal_proposed: centre_officer: take_back
      refusal_proposed: centre_approver: send_back confirm_refusal
      noticed: centre_officer: propose_at_share
      noticed: centre_approver: revise_after_objection
      noticed: clock: notice_ends
      determination: centre_officer: propose_at_share
      determination: centre_approver: revise_after_objection reopen determine_payment issue_voucher
      determined: centre_officer: release_hold propose_recovery
      determined: clock: release_hold payment_arrived
      paid: centre_officer: propose_recovery
      paid: clock: payment_arrived
      voucher_issued: centre_officer: propose_recovery
      recovery_proposed: centre_approver: drop_recovery_paid drop_recovery_unpaid drop_recovery_voucher order_recovery
      recovering: centre_officer: record_report close_recovery
      recovering: centre_approver: correct_finding
      recovering: finance: record_repayment
      recovered: centre_approver: correct_finding
      refused: nobody, nothing
      withdrawn: nobody, nothing"
    `);
  });

  it('is touched by no other agency: only by offices of the whole city and the clock', () => {
    expect(strangersDo(claim).filter((text) => !/: (centre_officer|centre_approver|finance|clock): /.test(text))).toEqual([]);
  });

  it('is checked, proposed and decided by two persons, whatever the first one did', () => {
    for (const did of ['check', 'propose', 'propose_computed', 'propose_at_share', 'propose_refusal']) {
      for (const state of ['proposed', 'refusal_proposed', 'noticed', 'determination']) {
        expect(mayStillDo(claim, state, { role: 'centre_approver', did }), `${did} then ${state}`).toEqual([]);
      }
    }
    expect(mayStillDo(claim, 'recovery_proposed', { role: 'centre_approver', did: 'propose_recovery' })).toEqual([]);
    expect(mayStillDo(claim, 'recovery_proposed', { role: 'centre_approver', did: 'check' })).not.toEqual([]);
    expect(mayStillDo(claim, 'proposed', { role: 'centre_approver', did: 'give_back' })).not.toEqual([]);
  });

  it('takes in nothing where nothing new is on record', () => {
    for (const kase of [filed(), checked()])
      expect(refusedCodes(claim, kase, { as: 'centre_officer', event: 'take_in', facts })).toEqual(['nothing_new']);
  });

  it('gives no voucher while the zone rectifies; it is issued once that is over (I-07)', () => {
    const voucher: Facts = { entitlement: entitled({ paidAs: 'voucher' }) };
    const issuing = (more: Facts) => ({ as: 'centre_approver', event: 'issue_voucher', facts: { ...facts, ...more } }) as const;
    const held: Facts = { entitlement: entitled({ paidAs: 'voucher', isHeld: true }) };
    expect(refusedCodes(claim, ripe(voucher), issuing(held))).toEqual(['payment_held']);
    expect(moved(claim, ripe(voucher), issuing(voucher)).next.state).toBe('voucher_issued');
  });

  it('holds its matters, asks its line and gives a receipt when it is filed', () => {
    const { next, effects } = moved(claim, drafted(), { as: 'agency', event: 'file', input: declared(), facts });
    expect(kinds(effects)).toEqual(['freeze filing', 'issue receipt', 'hold matters', 'notify', 'commit budget']);
    expect(effects[2]).toMatchObject({
      clause: '9.4',
      matters: [
        { kind: 'litigation', matter: 'M-1' },
        { kind: 'litigation', matter: 'M-2' },
      ],
    });
    expect(effects[4]).toMatchObject({ line: { year: 2021, item: '9.4' }, ceiling: 5_000_000, isFixed: false });
    expect(next.deadline).toMatchObject({ day: '2021-03-29', fires: 'remind' });
  });

  it('lets go what a check found not so, and holds the rest', () => {
    const input = {
      ...sheet(),
      entries: [
        { id: 'f-1', verdict: 'not', remark: '判决未生效' },
        { id: 'f-2', verdict: 'met', remark: '' },
      ],
    };
    const less = { ...facts, checkedEntitlement: entitled({ ceiling: 2_000_000 as never }) };
    const { next, effects } = moved(claim, filed(), { as: 'centre_officer', event: 'check', input, facts: less });
    expect(effects).toEqual([
      { kind: 'release matters', when: 'with', matters: [{ kind: 'litigation', matter: 'M-1' }] },
      { kind: 'hold matters', when: 'with', clause: '9.4', matters: [{ kind: 'litigation', matter: 'M-2' }] },
      {
        kind: 'commit budget',
        when: 'with',
        line: { year: 2021, item: '9.4' },
        ceiling: 2_000_000,
        isFixed: false,
        order: 'smaller_may_pass',
      },
    ]);
    expect(next.data).toMatchObject({ checks: { by: 'centre_officer', on: '2021-03-01' }, proposal: null });
    const single = { ...sheet(), excluded: [{ kind: 'litigation', matter: 'M-2', remark: '已由他人申领' }] };
    expect(moved(claim, filed(), { as: 'centre_officer', event: 'check', input: single, facts }).effects[0]).toMatchObject({
      matters: [{ kind: 'litigation', matter: 'M-2' }],
    });
  });

  it('is published, runs five working days, and becomes money owed to the account that was chosen', () => {
    const { next, effects } = moved(claim, proposed(), { as: 'centre_approver', event: 'approve', facts });
    expect(next.deadline).toMatchObject({ day: '2021-03-08', fires: 'notice_ends' });
    expect(JSON.stringify(effects[0])).not.toContain(account.id);
    expect(effects[0]).toMatchObject({ kind: 'publish notice', notice: 'support', body: [{}, {}, { text: '2021' }, { text: '50,000元' }] });
    const decided = moved(claim, ripe(), { as: 'centre_approver', event: 'determine_payment', facts });
    expect(decided.effects[0]).toMatchObject({
      kind: 'grant support',
      support: { ceiling: 5_000_000, amount: 5_000_000, facts: ['f-1', 'f-2'], determination: 'h1', proposedBy: 'centre_officer-1' },
      payees: [{ payee: account.id, amount: 5_000_000 }],
    });
    expect(moved(claim, decided.next, { as: 'clock', event: 'payment_arrived', facts }).next.state).toBe('paid');
    const owed = { ...facts, payments: { open: 1, paid: 0, demanded: 0 } as never };
    expect(refusedCodes(claim, decided.next, { as: 'clock', event: 'payment_arrived', facts: owed })).toEqual(['still_owed']);
  });

  it('is settled at the published share, rounded down to the yuan, and the reason stays with the amount', () => {
    const short = { budgetLine: line({ rate: 3333 }), entitlement: entitled({ ceiling: 10_000_100 as never }) } as Facts;
    expect(proposed(short).data).toMatchObject({
      proposal: { ceilingFen: 10_000_100, rate: 3333, computedFen: 3_333_000, amountFen: 3_333_000 },
    });
    const less = { yuan: 30_000, reason: '  案情较为简单  ' };
    const { next } = moved(claim, checked(short), { as: 'centre_officer', event: 'propose', input: less, facts: { ...facts, ...short } });
    expect(next.data).toMatchObject({ proposal: { amountFen: 3_000_000, reason: '案情较为简单' } });
  });

  it('that was sent back or taken back is proposed anew', () => {
    const reason = { reason: '请补充计算依据' };
    expect(told(claim, proposed(), [{ as: 'centre_approver', event: 'send_back', input: reason }])).toMatchObject({
      state: 'checked',
      data: { proposal: null },
    });
    expect(told(claim, proposed(), [{ as: 'centre_officer', event: 'take_back' }])).toMatchObject({
      state: 'checked',
      data: { proposal: null },
    });
    expect(told(claim, ripe(), [{ as: 'centre_approver', event: 'reopen', input: reason }])).toMatchObject({
      state: 'checked',
      data: { proposal: null },
    });
    const again = told(claim, filed(), [
      { as: 'centre_officer', event: 'give_back', input: reason },
      { as: 'agency', event: 'refile', input: declared(), facts },
    ]);
    expect(again).toMatchObject({ state: 'filed', data: { filings: 2, checks: null } });
  });

  it('is refused by two persons, with the reasons and the remedies, and holds nothing any more', () => {
    const refused = told(claim, filed(), [{ as: 'centre_officer', event: 'propose_refusal', input: refusal }]);
    const { next, effects } = moved(claim, refused, { as: 'centre_approver', event: 'confirm_refusal' });
    expect([next.state, kinds(effects)]).toEqual(['refused', ['release matters', 'release budget', 'notify']]);
    expect(JSON.stringify(effects[2])).toMatch(/证据不足.*行政复议或者提起行政诉讼/);
  });

  it('that was false is taken back by two persons and closed only when the money has come', () => {
    const findings = { findings: '经查判决书系伪造，申领不实。', documentNumber: '淄知追〔2021〕1号' };
    const asked = told(claim, determined(), [{ as: 'centre_officer', event: 'propose_recovery', input: findings }]);
    const ordered = moved(claim, asked, { as: 'centre_approver', event: 'order_recovery' });
    expect(kinds(ordered.effects)).toEqual(['take back support', 'release matters', 'notify']);
    const owing = { payments: repaid(5_000_000) };
    const recovering = ordered.next;
    expect(refusedCodes(claim, recovering, { as: 'centre_officer', event: 'close_recovery', facts: owing })).toEqual(['still_demanded']);
    const report = { reportedTo: '市财政局', reportedOn: '2021-03-01', documentNumber: '淄知报〔2021〕1号' };
    const reported = moved(claim, recovering, { as: 'centre_officer', event: 'record_report', input: report }).next;
    expect([reported.state, reported.data]).toMatchObject(['recovering', { recovery: { reports: [report] } }]);
    const early = { ...report, reportedOn: '2021-03-02' };
    expect(refusedCodes(claim, recovering, { as: 'centre_officer', event: 'record_report', input: early })).toEqual(['reported_later']);
    const sum = { yuan: 50_001, receivedOn: '2021-03-01', bankReference: 'B-1' };
    expect(refusedCodes(claim, recovering, { as: 'finance', event: 'record_repayment', input: sum, facts: owing })).toEqual([
      'above_demand',
    ]);
    const back = moved(claim, recovering, { as: 'finance', event: 'record_repayment', input: { ...sum, yuan: 50_000 }, facts: owing });
    expect(back.effects).toEqual([{ kind: 'record repayment', when: 'with', amount: 5_000_000 }]);
    expect(told(claim, back.next, [{ as: 'centre_officer', event: 'close_recovery', facts: { payments: repaid(0) } }]).state).toBe(
      'recovered',
    );
  });

  it('that is taken back names what was false and how long no claim is filed, and a third person may take that back', () => {
    const found = {
      findings: '经查判决书系伪造，申领不实。',
      documentNumber: '淄知追〔2021〕1号',
      falseMatters: [{ kind: 'litigation', matter: 'M-1' }],
      barMonths: 12,
      barReason: '伪造判决书骗取补助',
    };
    const asked = told(claim, determined(), [{ as: 'centre_officer', event: 'propose_recovery', input: found, facts }]);
    const ordered = moved(claim, asked, { as: 'centre_approver', event: 'order_recovery', facts });
    const grounds = { reason: found.findings, documentNumber: found.documentNumber };
    expect(ordered.effects.slice(2, 4)).toEqual([
      { kind: 'find false', when: 'with', matters: found.falseMatters, grounds },
      { kind: 'bar claims', when: 'with', from: '2021-03-01', to: '2022-03-01', grounds: { ...grounds, reason: found.barReason } },
    ]);
    expect(JSON.stringify(ordered.effects[4])).toContain(
      '1项事项认定不实，不再计入，也不能再登记；至2022-03-01（含当日）不受理贵单位新的申领',
    );
    const correction = {
      restored: found.falseMatters,
      liftsBar: true,
      reason: '法院复函证实判决属实，原认定有误。',
      documentNumber: '更1号',
    };
    for (const did of ['propose_recovery', 'order_recovery'])
      expect(mayStillDo(claim, 'recovered', { role: 'centre_approver', did })).toEqual([]);
    const other = actorIn('centre_approver', { person: 'another' });
    const back = moved(claim, ordered.next, { as: other, event: 'correct_finding', input: correction });
    expect(kinds(back.effects)).toEqual(['restore facts', 'lift bar', 'notify']);
    expect(refusedCodes(claim, back.next, { as: other, event: 'correct_finding', input: correction })).toEqual(['nothing_to_correct']);
    const late = { as: other, event: 'correct_finding', input: { ...correction, restored: [] }, at: '2022-03-01T16:00:00.000Z' };
    expect(refusedCodes(claim, ordered.next, late)).toEqual(['not_barred']);
  });

  it('is not decided by silence: a reminder moves nothing and goes out once', () => {
    const late = moved(claim, filed(), { as: 'clock', event: 'remind', at: '2021-03-29T16:00:00.000Z' });
    expect([late.next.state, late.next.deadline, kinds(late.effects)]).toEqual(['filed', null, ['notify']]);
    const returned = told(claim, filed(), [{ as: 'centre_officer', event: 'give_back', input: { reason: '请补正发票' } }]);
    expect(returned.deadline).toMatchObject({ day: '2021-03-08', fires: 'remind' });
    expect(JSON.stringify(moved(claim, returned, { as: 'clock', event: 'remind' }).effects)).toContain('不视为放弃');
  });

  it('can not be decided any more in the moment its notice ends, before the clock wrote that down', () => {
    const revise = { as: 'centre_approver' as const, event: 'revise_after_objection', input: { reason: '异议成立，不予支持' } };
    const upheld = { upheldObjections: 1 };
    expect(refusedCodes(claim, noticed(), { ...revise, facts: upheld, at: '2021-03-08T16:00:00.000Z' })).toEqual(['deadline_passed']);
    expect(told(claim, noticed(), [{ ...revise, facts: upheld, at: '2021-03-08T15:59:59.999Z' }]).state).toBe('refused');
  });

  it('is withdrawn by its agency until it is proposed, not later', () => {
    const reason = { reason: '暂时不申领' };
    for (const kase of [drafted(), filed(), checked()])
      expect(kinds(moved(claim, kase, { as: 'agency', event: 'withdraw', input: reason }).effects)).toEqual([
        'release matters',
        'release budget',
      ]);
    expect(refusedCodes(claim, proposed(), { as: 'agency', event: 'withdraw', input: reason })).toEqual(['wrong_state']);
    expect(tried(claim, filed(), { as: actorIn('agency', { organisation: 'another' }), event: 'withdraw', input: reason })).toMatchObject({
      refusals: [{ code: 'not_allowed' }],
    });
  });
});
