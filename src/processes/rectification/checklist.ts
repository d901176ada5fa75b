import { both } from '#core/kernel/words.ts';
import type { Check } from '#core/process/define.ts';
import type { RectificationSight } from './guards.ts';
import { missingWork } from './work-rows.ts';

const notice = both('整改通知', 'The notice');

function deadlineCheck({ data, today }: RectificationSight): Check {
  const title = both('限期整改', 'Within a time limit');
  const { deadline, filedOn, extension } = data;
  if (data.notice === null || deadline === null)
    return {
      clause: '14.3c',
      title,
      status: 'to_be_judged',
      source: notice,
      explains: both('通知还没有签发', 'The notice is not issued yet'),
    };
  const extended = extension ? both(`（已延期一次，原为${extension.from}）`, ` (extended once, from ${extension.from})`) : both('', '');
  if (filedOn !== null) {
    return {
      clause: '14.3c',
      title,
      status: filedOn <= deadline ? 'met' : 'not_met',
      source: notice,
      explains: both(`期限${deadline}${extended.zh}，${filedOn}报送`, `Until ${deadline}${extended.en}, filed on ${filedOn}`),
    };
  }
  const isOver = today > deadline;
  return {
    clause: '14.3c',
    title,
    status: isOver ? 'not_met' : 'to_be_judged',
    source: notice,
    explains: isOver
      ? both(
          `期限${deadline}${extended.zh}已满，没有整改报告；由市中心决定`,
          `${deadline}${extended.en} is over without a report; the centre decides`,
        )
      : both(`期限至${deadline}${extended.zh}`, `Until ${deadline}${extended.en}`),
  };
}

function workCheck({ data }: RectificationSight): readonly Check[] {
  if (data.notice === null) return [];
  const open = missingWork(data);
  return [
    {
      clause: '14.3c',
      title: both('逐项整改', 'Finding by finding'),
      status: open.length === 0 ? 'met' : 'to_be_judged',
      source: both('整改报告', 'The report'),
      explains: both(
        `整改事项${data.findings.length}项，措施、日期、材料齐备${data.findings.length - open.length}项`,
        `${data.findings.length - open.length} of ${data.findings.length} findings are reported in full`,
      ),
    },
  ];
}

/** How the rectification stands: its time, and what of the findings is reported. */
export const checklist = (sight: RectificationSight): readonly Check[] => [deadlineCheck(sight), ...workCheck(sight)];
