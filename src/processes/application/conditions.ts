import { both, type Words } from '#core/kernel/words.ts';
import type { Check, Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import {
  type EvidenceState,
  missingKinds as missingAmong,
  type PreCheckFacts,
  preCheck,
  type ServiceProvider,
} from '#policy/zibo-2020/05-conditions.ts';
import type { CoveredKind } from '#policy/zibo-2020/service-kinds.ts';
import type { Zibo2020Values } from '#policy/zibo-2020/settings.ts';
import type { ApplicationData } from './data.ts';
import type { DraftForm } from './form.ts';

type Row = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The agencies and points of the form as the pre-check counts them. */
function providersOf(form: DraftForm): readonly ServiceProvider[] {
  const rows = form.services?.providers;
  // A draft may hold anything: what is no row is no provider.
  const whole = Array.isArray(rows) ? rows.filter((row): row is Row => typeof row === 'object' && row !== null) : [];
  return whole.map((row) => ({
    organisation: textOf(row.creditCode) || textOf(row.name),
    address: textOf(row.address),
    form: 'agency',
    isInsideBoundary: row.isInside === true,
    isOperating: true,
    hasWrittenArrangement: row.way === 'arrangement',
    kinds: Array.isArray(row.kinds) ? (row.kinds as readonly CoveredKind[]) : [],
  }));
}

/** Kinds of service that nobody in the form provides (row 5.3b). */
export const missingKinds = (form: DraftForm): readonly CoveredKind[] => missingAmong(providersOf(form));

const stateOf = (value: unknown, isConfirmed: boolean): EvidenceState => {
  const isThere = Array.isArray(value) ? value.length > 0 : textOf(value) !== '';
  if (!isThere) return 'absent';
  return isConfirmed ? 'confirmed' : 'provided';
};

/** What the form shows about 第五条, with what the county has confirmed. */
function factsOf({ form, opinion }: ApplicationData): PreCheckFacts {
  const { district = {}, industry = {} } = form;
  const isDistrictConfirmed = opinion?.districtConditions === 'confirmed';
  const isIndustryConfirmed = opinion?.industryConditions === 'confirmed';
  return {
    documents: {
      mechanism: stateOf(district.mechanismFile, isDistrictConfirmed),
      plan: stateOf(district.planFile, isDistrictConfirmed),
      policy: stateOf(district.policyFile, isDistrictConfirmed),
    },
    parts: {
      industry: stateOf(industry.advantage, isIndustryConfirmed),
      leaders: stateOf(industry.enterprises, isIndustryConfirmed),
      demand: stateOf(industry.demand, isIndustryConfirmed),
    },
    providers: providersOf(form),
    ...(opinion?.coverageConditions === 'confirmed' ? { coverageReason: opinion.reasons } : {}),
  };
}

const english: Readonly<Record<string, string>> = {
  '5.1': 'The district: mechanism, plan, policy',
  '5.2': 'Industry, enterprises, demand',
  '5.3a': 'Number of agencies or points inside',
  '5.3b': 'Coverage of the eleven kinds of service',
};

const outcomes: Readonly<Record<Check['status'], Words>> = {
  met: both('', 'Met'),
  not_met: both('', 'Not met; what is missing is named in Chinese'),
  to_be_judged: both('', 'The papers are there; people judge them'),
};

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

/** How the conditions of 第五条 stand by form and county: met, not met, or left to people's judgement. */
export function checklist(sight: Sight<ApplicationData>): readonly Check[] {
  const readings = known(sight.facts, 'readings') as Zibo2020Values;
  const isReviewed = sight.data.opinion !== null;
  const source = isReviewed ? both('申报书与区县审核意见', 'The form and the county') : both('申报书', 'The form');
  const checks = preCheck(factsOf(sight.data), readings).map(({ clause, title, outcome, says }) => ({
    clause,
    title: both(title, english[clause] ?? title),
    status: outcome,
    explains: both(says, outcomes[outcome].en),
    source,
  }));
  return [...checks, policyWindow(sight)];
}
