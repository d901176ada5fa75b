import { z } from 'zod';
import { isWholeShared } from '#core/policy/shares.ts';
import { settingsSchema } from '#core/policy/settings.ts';
import { type Fact, factSchema } from './facts.ts';
import { supportSettings } from './settings-support.ts';

const id = z.string().min(1).max(200);
const day = z.iso.date();
const openEnd = day.nullable();

const zoneSchema = z.object({
  id,
  district: z.string().nullish(),
  statusHistory: z.array(z.object({ from: day, status: z.enum(['applied', 'recommended', 'designated', 'rectifying', 'revoked']) })),
});

const agencySchema = z.object({
  id,
  uscc: z.string().nullish(),
  agencyCode: z.string().nullish(),
  patentQualification: z.array(z.object({ from: day, to: openEnd })),
  zoneMembership: z.array(z.object({ zone: id, from: day, to: openEnd })),
});

const enterpriseSchema = z.object({ id, zone: id.nullish(), city: z.string().nullish() });

/** Clause keys of 第九条. */
export const clauseKeys = ['9.1.loan', '9.1.sec', '9.2', '9.3.honour', '9.3.cert', '9.4', '9.5.tier', '9.5.campaign'] as const;

/** One of the clause keys of 第九条. */
export type ClauseKey = (typeof clauseKeys)[number];

const priorSchema = z.object({
  agency: id,
  clause: z.enum(clauseKeys),
  year: z.int(),
  decidedDate: day.nullish(),
  yuan: z.int().min(0).max(1_000_000_000_000),
  facts: z.array(id).default([]),
});

/** A case file: one year's facts about a few agencies (see docs, "Case files"). */
export const caseFileSchema = z
  .strictObject({
    id: z.string().optional(),
    title: z.string().optional(),
    note: z.string().optional(),
    year: z.int().min(1985).max(9998),
    asOf: day.describe('核定日（北京时间）'),
    overrides: settingsSchema(supportSettings).optional(),
    zones: z.array(zoneSchema),
    agencies: z.array(agencySchema),
    enterprises: z.array(enterpriseSchema).default([]),
    facts: z.array(factSchema),
    priorDeterminations: z.array(priorSchema).optional(),
  })
  .superRefine((file, context) => {
    for (const { path, message } of crossFaults(file)) context.addIssue({ code: 'custom', path: [...path], message });
  });

/** A checked case file. */
export type CaseFile = z.infer<typeof caseFileSchema>;

/** A case file as people write it. */
export type CaseFileInput = z.input<typeof caseFileSchema>;

/** What is wrong with a file and where: `path` as JSON path, `message` in Chinese. */
export type CaseFault = { readonly path: string; readonly message: string };

type Fault = { readonly path: readonly (string | number)[]; readonly message: string };
type Checked = {
  readonly zones: readonly z.infer<typeof zoneSchema>[];
  readonly agencies: readonly z.infer<typeof agencySchema>[];
  readonly enterprises: readonly z.infer<typeof enterpriseSchema>[];
  readonly facts: readonly Fact[];
};

/** Faults that one field alone does not show: names used twice, names that point nowhere, periods that end before they begin. */
function crossFaults(file: Checked): readonly Fault[] {
  const agencies = new Set(file.agencies.map((agency) => agency.id));
  const zones = new Set(file.zones.map((zone) => zone.id));
  return [
    ...twice(file.zones, 'zones'),
    ...twice(file.agencies, 'agencies'),
    ...twice(file.enterprises, 'enterprises'),
    ...twice(file.facts, 'facts'),
    ...file.agencies.flatMap((agency, i) => agencyFaults(agency, i, zones)),
    ...file.facts.flatMap((fact, i) => factFaults(fact, i, agencies)),
  ];
}

function twice(rows: readonly { readonly id: string }[], list: string): readonly Fault[] {
  const seen = new Set<string>();
  return rows.flatMap((row, i) => {
    if (!seen.has(row.id)) {
      seen.add(row.id);
      return [];
    }
    return [{ path: [list, i, 'id'], message: `编号“${row.id}”重复` }];
  });
}

function agencyFaults(agency: Checked['agencies'][number], i: number, zones: ReadonlySet<string>): readonly Fault[] {
  const backwards = ({ from, to }: { from: string; to: string | null }) => to !== null && to < from;
  return [
    ...agency.patentQualification.flatMap((period, k) =>
      backwards(period) ? [{ path: ['agencies', i, 'patentQualification', k, 'to'], message: '止日早于起日' }] : [],
    ),
    ...agency.zoneMembership.flatMap((period, k) => [
      ...(backwards(period) ? [{ path: ['agencies', i, 'zoneMembership', k, 'to'], message: '止日早于起日' }] : []),
      ...(zones.has(period.zone) ? [] : [{ path: ['agencies', i, 'zoneMembership', k, 'zone'], message: `zones 中没有“${period.zone}”` }]),
    ]),
  ];
}

function factFaults(fact: Fact, i: number, agencies: ReadonlySet<string>): readonly Fault[] {
  const at = (...rest: (string | number)[]) => ['facts', i, ...rest];
  const faults: Fault[] = [];
  if ((fact.agency === undefined) === (fact.agencies === undefined)) {
    faults.push({ path: at('agency'), message: '应填 agency 或 agencies 其中之一' });
  }
  if (fact.agency !== undefined && !agencies.has(fact.agency)) {
    faults.push({ path: at('agency'), message: `agencies 中没有“${fact.agency}”` });
  }
  faults.push(...shareFaults(fact, i, agencies));
  if (fact.type === 'invention_grants' || fact.type === 'utility_model_grants') {
    if (fact.serialFrom + fact.count - 1 > 9_999_999) {
      faults.push({ path: at('count'), message: '流水号超出七位' });
    }
  }
  if (fact.type === 'custody_contract' && fact.endDate && fact.endDate < fact.startDate) {
    faults.push({ path: at('endDate'), message: '止日早于起日' });
  }
  return faults;
}

function shareFaults(fact: Fact, i: number, agencies: ReadonlySet<string>): readonly Fault[] {
  const partners = fact.agencies ?? [];
  const faults: Fault[] = partners.flatMap(({ id: partner }, k) => {
    const path = ['facts', i, 'agencies', k, 'id'];
    if (!agencies.has(partner)) return [{ path, message: `agencies 中没有“${partner}”` }];
    if (partners.findIndex((other) => other.id === partner) < k) return [{ path, message: `“${partner}”重复` }];
    return [];
  });
  const shares = partners.map((partner) => ({ agency: partner.id, percent: partner.sharePercent ?? null }));
  const isDeclared = shares.length > 0 && shares.every(({ percent }) => percent !== null);
  if (isDeclared && !isWholeShared(shares)) {
    faults.push({ path: ['facts', i, 'agencies'], message: '各方份额之和应为100%' });
  }
  return faults;
}

/** `['facts', 0, 'grantDate']` as `$.facts[0].grantDate`. */
export const jsonPath = (path: readonly PropertyKey[], root = '$'): string =>
  path.reduce<string>((text, part) => text + (typeof part === 'number' ? `[${part}]` : `.${String(part)}`), root);

const chinese = z.locales.zhCN().localeError;

/** Checks a value as a case file; every fault carries its JSON path below `root`. */
export function readCaseFile(
  value: unknown,
  root = '$',
): { readonly ok: true; readonly file: CaseFile } | { readonly ok: false; readonly faults: readonly CaseFault[] } {
  const checked = caseFileSchema.safeParse(value, { error: chinese });
  if (checked.success) return { ok: true, file: checked.data };
  const faults = checked.error.issues.flatMap((issue) => faultsOf(issue, root));
  return { ok: false, faults };
}

function faultsOf(issue: z.core.$ZodIssue, root: string): readonly CaseFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: jsonPath([...issue.path, key], root), message: '没有这个字段' }));
  }
  return [{ path: jsonPath(issue.path, root), message: issue.message.replaceAll('\n', ' ') }];
}

/** The JSON Schema of a case file, for `docs/generated/case-file.schema.json` and the HTTP route. */
export const caseFileJsonSchema = (): object => ({
  title: '案情文件（第九条核算）',
  ...z.toJSONSchema(caseFileSchema, { io: 'input' }),
});
