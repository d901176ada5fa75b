import { both, type Words } from '#core/kernel/words.ts';
import type { Check, Sight } from '#core/process/define.ts';
import { type CoveredKind, coveredKindNames, coveredKinds } from '#policy/zibo-2020/service-kinds.ts';
import { known } from '#core/process/facts.ts';
import type { ApplicationData } from './data.ts';
import type { DraftForm } from './form.ts';

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (form: DraftForm, section: string, key: string): readonly Row[] => {
  const value = form[section]?.[key];
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : [];
};

/** Kinds of service that nobody in the form provides (row 5.3b). */
export function missingKinds(form: DraftForm): readonly CoveredKind[] {
  const provided = new Set(rowsOf(form, 'services', 'providers').flatMap(({ kinds }) => (Array.isArray(kinds) ? kinds : [])));
  return coveredKindNames.filter((kind) => !provided.has(kind));
}

const minimumPoints = 2;
const formSource = both('申报书', 'The form');

const filled = (form: DraftForm, section: string, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => form[section]?.[key] === undefined || form[section]?.[key] === '');

const judged = (clause: string, title: Words, missing: readonly string[]): Check => ({
  clause,
  title,
  source: formSource,
  status: missing.length > 0 ? 'not_met' : 'to_be_judged',
  explains:
    missing.length > 0
      ? both(`还缺：${missing.join('、')}`, `Still missing: ${missing.length}`)
      : both('材料已备，由区县核实、专家评判', 'The papers are there; the county and the experts judge them'),
});

/** Distinct agencies and points inside the boundary, by organisation and address (I-31). */
function pointsInside(form: DraftForm): number {
  const inside = rowsOf(form, 'services', 'providers').filter(({ isInside }) => isInside === true);
  return new Set(inside.map(({ creditCode, address }) => `${String(creditCode)}/${String(address)}`)).size;
}

function numberOfPoints(form: DraftForm): Check {
  const points = pointsInside(form);
  return {
    clause: '5.3a',
    title: both('服务机构（服务点）2家以上', 'Two or more agencies or points'),
    source: formSource,
    status: points >= minimumPoints ? 'met' : 'not_met',
    explains:
      points >= minimumPoints
        ? both(`范围内已列${points}家`, `${points} inside the boundary`)
        : both(`范围内只有${points}家，还差${minimumPoints - points}家`, `${points} inside; ${minimumPoints - points} more needed`),
  };
}

function coverage(form: DraftForm): Check {
  const missing = missingKinds(form);
  const names = missing.map((kind) => coveredKinds[kind]);
  return {
    clause: '5.3b',
    title: both('十一类服务基本保障', 'The eleven kinds of service'),
    source: formSource,
    status: missing.length === 0 ? 'met' : 'to_be_judged',
    explains:
      missing.length === 0
        ? both('十一类均有机构提供', 'All eleven kinds are provided')
        : both(
            `无机构提供：${names.map(({ zh }) => zh).join('、')}；区县可在写明理由后推荐`,
            `Nobody provides: ${names.map(({ en }) => en).join(', ')}; the county may recommend with a reason`,
          ),
  };
}

function policyWindow({ facts, today }: Sight<ApplicationData>): Check {
  const { from, to, isInForce } = known(facts, 'policy');
  return {
    clause: '17',
    title: both('文件在施行期内', 'The plan is in force'),
    source: both('施行期与延期决定', 'The plan and its extension'),
    status: isInForce ? 'met' : 'not_met',
    explains: both(`施行期${from}至${to}，今天${today}`, `In force ${from} to ${to}; today ${today}`),
  };
}

/** How the conditions of 第五条 stand, from the form alone: met, not met, or left to people's judgement. */
export const checklist = (sight: Sight<ApplicationData>): readonly Check[] => {
  const { form } = sight.data;
  const documents: Readonly<Record<string, string>> = {
    mechanismFile: '管理机制文件',
    planFile: '发展规划',
    policyFile: '扶持政策',
  };
  const industry: Readonly<Record<string, string>> = { advantage: '产业优势', enterprises: '企业名单', demand: '需求分析' };
  return [
    judged(
      '5.1',
      both('区县重视：机制、规划、政策', 'District: mechanism, plan, policy'),
      filled(form, 'district', Object.keys(documents)).map((key) => documents[key] ?? key),
    ),
    judged(
      '5.2',
      both('产业优势、骨干企业、服务需求', 'Industry, enterprises, demand'),
      filled(form, 'industry', Object.keys(industry)).map((key) => industry[key] ?? key),
    ),
    numberOfPoints(form),
    coverage(form),
    policyWindow(sight),
  ];
};
