import type { BusinessDate } from '#core/kernel/dates.ts';
import { both, type Words } from '#core/kernel/words.ts';
import type { Check, Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { Zibo2020Values } from '#policy/zibo-2020/settings.ts';
import { contentFaults, contentOf, type PlanContent } from './content.ts';
import type { PlanData } from './data.ts';
import { type PlanChange, differenceOf } from './difference.ts';
import { contentInForce } from './guards.ts';
import { lateWorkdays } from './timing.ts';

type PlanSight = Sight<PlanData>;

const form = both('方案', 'The plan');
const record = both('系统记录', 'The record');

function completeness({ data }: PlanSight): Check {
  const faults = contentFaults(data.form);
  return {
    clause: '6.0',
    title: both('七章任务、指标、资金填写完整', 'Seven chapters, indicators, funding'),
    source: form,
    status: faults.length === 0 ? 'met' : 'not_met',
    explains:
      faults.length === 0
        ? both('没有缺漏', 'Nothing is missing')
        : both(`还有${faults.length}处：${faults[0]?.says ?? ''}`, `${faults.length} to mend`),
  };
}

const count = (changes: readonly PlanChange[], list: 'tasks' | 'indicators' | 'funding', kind: PlanChange['kind']): number =>
  changes.filter((change) => change.kind === kind && 'list' in change && change.list === list).length;

/** How much of the plan changes, in one sentence. */
function amountOf(changes: readonly PlanChange[]): Words {
  const part = (list: 'tasks' | 'indicators' | 'funding', name: Words): Words => {
    const [added, removed, changed] = [count(changes, list, 'added'), count(changes, list, 'removed'), count(changes, list, 'changed')];
    return both(`${name.zh}增${added}、减${removed}、改${changed}处`, `${name.en} +${added} −${removed} ~${changed}`);
  };
  const parts = [
    part('tasks', both('任务', 'tasks')),
    part('indicators', both('指标', 'indicators')),
    part('funding', both('资金', 'funds')),
  ];
  const texts = changes.filter(({ kind }) => kind === 'text').length;
  return both(`${parts.map(({ zh }) => zh).join('，')}，文字${texts}处`, `${parts.map(({ en }) => en).join(', ')}, texts ${texts}`);
}

function extent(sight: PlanSight, content: PlanContent): Check {
  const changes = differenceOf(contentInForce(sight), content);
  return {
    clause: '14.2b',
    title: both('与现行方案的差异', 'What differs from the plan in force'),
    source: form,
    status: changes.length > 0 ? 'met' : 'not_met',
    explains: changes.length > 0 ? amountOf(changes) : both('没有任何变化', 'Nothing differs'),
  };
}

/** In time or late: shown, never a ground to refuse (I-36). */
function timeliness({ data, facts, today }: PlanSight): Check {
  const { planChangeReportWorkdays: allowed } = known(facts, 'readings') as Zibo2020Values;
  const title = both(`变化后${allowed}个工作日内报告`, `Reported within ${allowed} workdays`);
  const changedOn = data.report?.changedOn ?? null;
  if (changedOn === null) {
    return {
      clause: '14.2b',
      title,
      source: form,
      status: 'to_be_judged',
      explains: both('报送时填写变化发生日期', 'Told when it is filed'),
    };
  }
  const late = data.report?.lateWorkdays ?? lateWorkdays(changedOn as BusinessDate, today, allowed);
  const explains =
    late === 0
      ? both(`变化发生于${changedOn}，报告及时`, `It happened on ${changedOn} and was reported in time`)
      : both(`变化发生于${changedOn}，报告迟了${late}个工作日；不影响受理，认定时可予考虑`, `${late} workdays late; accepted all the same`);
  return { clause: '14.2b', title, source: form, status: late === 0 ? 'met' : 'not_met', explains };
}

/** Which year's recognition it reaches; before filing, what the day of the change has to be for this year. */
function yearReached({ data, facts, today }: PlanSight): Check {
  const reviewed = known(facts, 'zonePlan')?.reviewedYear ?? null;
  const from = data.consent?.countsFrom ?? data.report?.countsFrom ?? null;
  const bar =
    reviewed === null
      ? both('', '')
      : both(`；${reviewed}年度认定已进入评审，调整只计入以后年度`, `; ${reviewed} is being evaluated, a change counts for later years`);
  const explains =
    from === null
      ? both(
          `${today.slice(0, 4)}年内发生的变化计入${Math.max(Number(today.slice(0, 4)), (reviewed ?? 0) + 1)}年度认定${bar.zh}`,
          `It counts from the year it happened in${bar.en}`,
        )
      : both(
          `经同意后自${from}年度起作为认定依据；同意前不作数${bar.zh}`,
          `Once consented it counts from ${from}; before that for nothing${bar.en}`,
        );
  return { clause: '14.2a', title: both('计入认定的年度', 'Year of recognition'), source: record, status: 'to_be_judged', explains };
}

const points = (score: number | null): Words => (score === null ? both('尚无法计算', 'not known') : both(`${score}分`, `${score} points`));

function effectShown({ facts }: PlanSight): readonly Check[] {
  const effect = known(facts, 'planEffect');
  if (!effect) return [];
  const [was, is] = [points(effect.before), points(effect.after)];
  return [
    {
      clause: '13.1',
      title: both('对认定得分的影响', 'Effect on the recognition'),
      source: record,
      status: 'to_be_judged',
      explains: both(
        `按目前进展，${effect.year}年度第一部分（满分60分）由${was.zh}变为${is.zh}`,
        `On today's progress part one of ${effect.year} (60 points) goes from ${was.en} to ${is.en}`,
      ),
    },
  ];
}

/** What stands beside a plan: completeness, what changes, in time or not, for which year, with which effect. */
export function checklist(sight: PlanSight): readonly Check[] {
  const content = contentOf(sight.data.form);
  const change = sight.data.base > 0;
  return [
    completeness(sight),
    ...(change && content && sight.data.consent === null ? [extent(sight, content)] : []),
    ...(change ? [timeliness(sight), yearReached(sight)] : []),
    ...(change && sight.data.consent === null ? effectShown(sight) : []),
  ];
}
