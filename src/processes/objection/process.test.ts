import { describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import { begun, mayStillDo, moved, refusedCodes, tableOf, told } from '../../../tests/support/pure.ts';
import { objection as definition } from './process.ts';

const objection = definition as unknown as AnyProcess;
const notice = { id: 'notice-1', kase: 'application-1', title: '拟认定公示', subject: '东园示范区', isOpen: true };
const input = { notice: 'notice-1', name: '某某', contact: '13900001234', facts: '所列机构未实际入驻园区。' };
const facts: Facts = { notice };
const begin = () => begun(objection, { as: 'public', input, facts });

describe('An objection to a public notice', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(objection)).toMatchInlineSnapshot(`
      "checking: centre_officer: propose_answer
      checking: clock: overdue
      answer_approval: centre_approver: send_back answer
      answer_approval: clock: overdue
      answered: nobody, nothing"
    `);
  });

  it('is read by the centre and the auditor, and by nobody of the county or the applicant', () => {
    expect(objection.readers.map(({ role }) => role)).toEqual(['centre_officer', 'centre_approver', 'auditor']);
    expect(objection.opens.isSealed).toBe(true);
  });

  it('belongs to the case it is about and is answered within ten working days', () => {
    const kase = begin();
    expect(objection.parent?.(kase.data)).toBe('application-1');
    expect(kase.deadline).toMatchObject({ day: '2021-03-15', fires: 'overdue' });
  });

  it('comes too late once the notice is over, and needs a name, a telephone and facts', () => {
    expect(() => begun(objection, { as: 'public', input, facts: { notice: { ...notice, isOpen: false } } })).toThrow('notice_closed');
    expect(() => begun(objection, { as: 'public', input, facts: { notice: null } })).toThrow('notice_closed');
    for (const field of ['name', 'contact', 'facts'])
      expect(() => begun(objection, { as: 'public', input: { ...input, [field]: '' }, facts })).toThrow(field);
    expect(() => begun(objection, { as: 'centre_officer', input, facts })).toThrow('not_allowed');
  });

  it('is answered by two persons, its ten days go on while it is sent back, and being late answers nothing', () => {
    const answer = { outcome: 'dismissed', answer: '经现场核实，机构实际办公。' };
    const proposed = told(objection, begin(), [
      { as: 'centre_officer', event: 'propose_answer', input: answer, at: '2021-03-04T01:00:00.000Z' },
    ]);
    expect(proposed.deadline?.day).toBe('2021-03-15');
    expect(mayStillDo(objection, 'answer_approval', { role: 'centre_approver', did: 'propose_answer' })).toEqual([]);
    const back = told(objection, proposed, [
      { as: 'centre_approver', event: 'send_back', input: { reason: '请补充证据' }, at: '2021-03-05T01:00:00.000Z' },
    ]);
    expect([back.state, back.deadline?.day, (back.data as { answer: unknown }).answer]).toEqual(['checking', '2021-03-15', null]);
    const late = moved(objection, back, { as: 'clock', event: 'overdue', at: '2021-03-15T16:00:00.000Z' });
    expect([late.next.state, late.next.deadline, late.effects.length]).toEqual(['checking', null, 1]);
    expect(refusedCodes(objection, back, { as: 'centre_officer', event: 'overdue' })).toEqual(['not_allowed']);
  });
});
