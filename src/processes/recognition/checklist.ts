import { both } from '#core/kernel/words.ts';
import type { Check } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { thresholdsIn } from './grading.ts';
import { computedGrade, grades, partOneScore } from './scoring.ts';
import type { RecognitionSight } from './sight.ts';

const record = both('方案与进展记录', 'The plan and its record');

function planCheck({ data }: RecognitionSight): Check {
  const { progress, pinnedOn } = data;
  const title = both('以经同意的建设方案为依据', 'Measured against the consented plan');
  if (!progress) {
    return { clause: '14.2a', title, status: 'not_met', source: record, explains: both('没有经市中心同意的方案', 'No plan is consented') };
  }
  const { number, consentedOn } = progress.version;
  const pinned = pinnedOn
    ? both(`，已于${pinnedOn}固定`, `, pinned on ${pinnedOn}`)
    : both('，区县签发意见时固定', ', pinned when the county signs');
  return {
    clause: '14.2a',
    title,
    status: 'met',
    source: record,
    explains: both(`第${number}版，${consentedOn}同意${pinned.zh}`, `Version ${number}, consented on ${consentedOn}${pinned.en}`),
  };
}

function partOneCheck({ data }: RecognitionSight): readonly Check[] {
  if (!data.progress) return [];
  const { tasks, indicators } = data.progress;
  const done = tasks.filter(({ state }) => state === 'done').length;
  const score = partOneScore(tasks, indicators);
  return [
    {
      clause: '13.1',
      title: both('方案任务完成情况', 'The plan carried out'),
      status: 'to_be_judged',
      source: record,
      explains: both(
        `任务完成${done}项，共${tasks.length}项；指标${indicators.length}项；第一部分计${score}分，满分60分`,
        `${done} of ${tasks.length} tasks done, ${indicators.length} indicators; part one ${score} of 60`,
      ),
    },
  ];
}

/** The computed score with its parts is the centre's until the grade is on notice. */
function scoreCheck({ data, facts, actor }: RecognitionSight): readonly Check[] {
  const isCentre = actor.role === 'centre_officer' || actor.role === 'centre_approver' || actor.role === 'auditor';
  if (!data.scores || !isCentre) return [];
  const { one, two, three, total } = data.scores;
  const thresholds = data.proposal?.thresholds ?? thresholdsIn(known(facts, 'readings'));
  const grade = grades[computedGrade(total, data.proposal?.vetoes ?? [], thresholds)];
  return [
    {
      clause: '14.1',
      title: both('计算得分与等次', 'Computed score and grade'),
      status: 'to_be_judged',
      source: both('第一部分由系统计算，第二、三部分由专家评分', 'Part one computed, parts two and three by the experts'),
      explains: both(
        `${one}+${two}+${three}=${total}分；${thresholds.excellent}分以上优秀，${thresholds.qualified}分以上合格，计算等次“${grade.zh}”`,
        `${one} + ${two} + ${three} = ${total}; from ${thresholds.excellent} excellent, from ${thresholds.qualified} qualified: ${grade.en}`,
      ),
    },
  ];
}

/** How the year stands: the plan it is measured against, part one, and for the centre the computed grade. */
export const checklist = (sight: RecognitionSight): readonly Check[] => [planCheck(sight), ...partOneCheck(sight), ...scoreCheck(sight)];
