import { Nothing } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { applicant, clock } from '#core/people/offices.ts';
import { eventsOf } from '#core/process/define.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { Report, type RectificationData, type Work } from './data.ts';
import { type RectificationSight, workComplete } from './guards.ts';
import type { State } from './states.ts';
import { withWork } from './work-rows.ts';

const event = eventsOf<State, RectificationData>();

const fault = (field: string, code: string, zh: string, en: string): Refusal => ({
  kind: 'input',
  code,
  clause: '14.3c',
  field,
  says: both(zh, en),
});

/** Rows about no finding, twice about one, or done on a day to come. */
function workFaults({ data, today }: RectificationSight, rows: readonly Work[]): readonly Refusal[] {
  const numbers = data.findings.map(({ no }) => no);
  return rows.flatMap(({ finding, doneOn }, index) => [
    ...(numbers.includes(finding)
      ? []
      : [fault(`rows.${index}.finding`, 'no_such_finding', '整改通知没有这一项', 'There is no such finding')]),
    ...(rows.findIndex((row) => row.finding === finding) < index
      ? [fault(`rows.${index}.finding`, 'finding_twice', '同一整改事项只填一行', 'One row for each finding')]
      : []),
    ...(doneOn !== null && doneOn > today
      ? [fault(`rows.${index}.doneOn`, 'day_to_come', '完成日期不能晚于今天', 'That day has not come yet')]
      : []),
  ]);
}

export const saveReport = event({
  title: both('填写整改情况', 'Write the report'),
  clause: '14.3c',
  from: ['rectifying'],
  to: 'same',
  who: [applicant],
  input: Report,
  isDuty: true,
  accepts: (sight, { rows }) => workFaults(sight, rows),
  apply: ({ data, at }, { rows }) => ({ ...data, work: withWork(data, rows), savedAt: at }),
});

/** A late report is taken as well: silence or delay decides nothing. */
export const fileReport = event({
  title: both('报送整改报告', 'File the report'),
  clause: '14.3c',
  from: ['rectifying'],
  to: 'county_opinion',
  who: [applicant],
  input: Nothing,
  guards: [workComplete],
  manner: 'next',
  apply: ({ data, today }) => ({ ...data, filedOn: today }),
  effects: (sight) => [
    { kind: 'freeze filing', when: 'with', form: { findings: sight.data.findings, work: sight.data.work } },
    { kind: 'issue receipt', when: 'with' },
    tellCounty(sight, 'county_reviewer', '收到整改报告，请提出督导意见', 'the report is filed; please give your opinion'),
  ],
});

export const rectificationOverdue = event({
  title: both('整改逾期', 'Rectification overdue'),
  clause: '14.3d',
  from: ['rectifying'],
  to: 'same',
  who: [clock],
  input: Nothing,
  apply: ({ data, today }) => ({ ...data, overdueOn: today }),
  effects: (sight) => [
    tellOwner(
      sight,
      '整改期限已满，请尽快报送整改报告；逾期不自动产生任何结论',
      'the time is over; report soon. Nothing follows by itself',
    ),
    tellCounty(sight, 'county_reviewer', '整改逾期未报，请督促', 'the rectification is overdue'),
    tellCentre(sight, 'centre_officer', '整改逾期未报，请决定延期或径行复核', 'overdue: please decide on an extension or the recheck'),
  ],
});
