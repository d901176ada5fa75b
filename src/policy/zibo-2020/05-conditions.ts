import { type CoveredKind, coveredKindNames, coveredKinds } from './service-kinds.ts';

/** Whether a condition of 第五条 holds as far as papers show; quality is left to people. */
export type ConditionOutcome = 'met' | 'not_met' | 'to_be_judged';

/** The three documents of 5.1. */
export const districtDocuments = { mechanism: '知识产权管理机制', plan: '服务业发展规划', policy: '扶持政策' } as const;

/** The three parts of 5.2. */
export const areaParts = {
  industry: '产业优势',
  leaders: '创新型企业和骨干龙头企业',
  demand: '创新主体的服务需求',
} as const;

/** How far one piece of evidence has come: not there, handed in, or confirmed by the county. */
export type EvidenceState = 'absent' | 'provided' | 'confirmed';

/** A service agency or point. `organisation` and `address` together make it distinct (I-31). */
export type ServiceProvider = {
  readonly organisation: string;
  readonly address: string;
  readonly form: 'agency' | 'service_point';
  readonly isInsideBoundary: boolean;
  /** Open for business on the application date. */
  readonly isOperating: boolean;
  /** For a provider outside: a written arrangement with the area exists. */
  readonly hasWrittenArrangement?: boolean;
  readonly kinds: readonly CoveredKind[];
};

/** What an application shows about 第五条. */
export type PreCheckFacts = {
  readonly documents: Readonly<Partial<Record<keyof typeof districtDocuments, EvidenceState>>>;
  readonly parts: Readonly<Partial<Record<keyof typeof areaParts, EvidenceState>>>;
  readonly providers: readonly ServiceProvider[];
  /** The county's reason why coverage is basic although a kind is missing. */
  readonly coverageReason?: string;
};

/** Readings the pre-check turns on (I-31, I-32). */
export type PreCheckSettings = {
  readonly agencyCountMinimum: number;
  readonly agencyCountBy: 'agency_or_service_point' | 'agency';
  readonly serviceKinds: 'all_required' | 'judged_by_reviewers';
};

/** One part of a condition. */
export type PartCheck = { readonly key: string; readonly label: string; readonly outcome: ConditionOutcome };

/** One condition with its outcome, its parts and what is still missing, in Chinese. */
export type ConditionCheck = {
  readonly clause: '5.1' | '5.2' | '5.3a' | '5.3b';
  readonly title: string;
  readonly outcome: ConditionOutcome;
  readonly says: string;
  readonly missing: readonly string[];
  readonly parts: readonly PartCheck[];
};

/** The four conditions of 第五条 as far as papers show. A claim to be selected never follows from it (8.2). */
export const preCheck = (facts: PreCheckFacts, settings: PreCheckSettings): readonly ConditionCheck[] => [
  evidenceCheck('5.1', '区县重视，机制、规划、政策齐备', districtDocuments, facts.documents),
  evidenceCheck('5.2', '产业优势、骨干企业与服务需求', areaParts, facts.parts),
  countCheck(facts.providers, settings),
  coverageCheck(facts, settings),
];

/** Outcome of all conditions together: one not met decides, else one to be judged. */
export const overallOutcome = (checks: readonly Pick<ConditionCheck, 'outcome'>[]): ConditionOutcome =>
  checks.some(({ outcome }) => outcome === 'not_met')
    ? 'not_met'
    : checks.some(({ outcome }) => outcome === 'to_be_judged')
      ? 'to_be_judged'
      : 'met';

const outcomeOf = { absent: 'not_met', provided: 'to_be_judged', confirmed: 'met' } as const;

function evidenceCheck(
  clause: '5.1' | '5.2',
  title: string,
  labels: Readonly<Record<string, string>>,
  states: Readonly<Record<string, EvidenceState | undefined>>,
): ConditionCheck {
  const parts = Object.entries(labels).map(([key, label]) => ({
    key,
    label,
    outcome: outcomeOf[states[key] ?? 'absent'],
  }));
  const missing = parts.filter(({ outcome }) => outcome === 'not_met').map(({ label }) => label);
  const outcome = overallOutcome(parts);
  const says = {
    met: '三项材料齐备并经区县确认',
    to_be_judged: '三项材料齐备，待区县确认',
    not_met: `还缺：${missing.join('、')}`,
  }[outcome];
  return { clause, title, outcome, says, missing, parts };
}

/** Distinct agencies or points inside the boundary that operate on the application date (5.3a, I-31). */
export function countProviders(providers: readonly ServiceProvider[], by: PreCheckSettings['agencyCountBy']): number {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const present = providers.filter(({ isInsideBoundary, isOperating }) => isInsideBoundary && isOperating);
  const names = present.map(({ organisation, address }) =>
    by === 'agency' ? plain(organisation) : `${plain(organisation)}\n${plain(address)}`,
  );
  return new Set(names).size;
}

function countCheck(providers: readonly ServiceProvider[], settings: PreCheckSettings): ConditionCheck {
  const count = countProviders(providers, settings.agencyCountBy);
  const short = settings.agencyCountMinimum - count;
  const unit = settings.agencyCountBy === 'agency' ? '服务机构' : '服务机构（点）';
  return {
    clause: '5.3a',
    title: `区内${unit}至少${settings.agencyCountMinimum}家`,
    outcome: short <= 0 ? 'met' : 'not_met',
    says: short <= 0 ? `区内已有${count}家` : `区内现有${count}家，还差${short}家`,
    missing: short <= 0 ? [] : [`再有${short}家${unit}`],
    parts: [],
  };
}

/** Kinds of 5.3b with no provider inside, and none outside under a written arrangement (I-32). */
export function missingKinds(providers: readonly ServiceProvider[]): readonly CoveredKind[] {
  const offered = new Set(
    providers
      .filter((one) => one.isOperating && (one.isInsideBoundary || one.hasWrittenArrangement === true))
      .flatMap(({ kinds }) => kinds),
  );
  return coveredKindNames.filter((kind) => !offered.has(kind));
}

function coverageCheck({ providers, coverageReason }: PreCheckFacts, settings: PreCheckSettings): ConditionCheck {
  const missing = missingKinds(providers);
  const hasReason = (coverageReason ?? '').trim() !== '';
  const isOpen = hasReason || settings.serviceKinds === 'judged_by_reviewers';
  const outcome = missing.length === 0 ? 'met' : isOpen ? 'to_be_judged' : 'not_met';
  const labels = missing.map((kind) => coveredKinds[kind].zh);
  const says = {
    met: '十一类服务各有提供者',
    to_be_judged: `缺${labels.join('、')}，是否基本保障待评判${hasReason ? '（区县已说明理由）' : ''}`,
    not_met: `缺${labels.join('、')}；补齐提供者，或由区县写明为何已基本保障`,
  }[outcome];
  return {
    clause: '5.3b',
    title: '基本保障区内五类权利与六类服务的需求',
    outcome,
    says,
    missing: labels,
    parts: coveredKindNames.map((kind) => ({
      key: kind,
      label: coveredKinds[kind].zh,
      outcome: missing.includes(kind) ? (isOpen ? 'to_be_judged' : 'not_met') : 'met',
    })),
  };
}
