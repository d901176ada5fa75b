import { z } from 'zod';
import { planEndpoints } from '#contract/plans.ts';
import { ZoneRecordBody, zoneRecordEndpoints } from '#contract/zone-records.ts';
import { both, type Language, type Words } from '#core/kernel/words.ts';

type Kind = ZoneRecordBody['kind'];

const kindTitles: Readonly<Record<Kind, Words>> = {
  funds_arrived: both('资金到位', 'Funds arrived'),
  funds_spent: both('资金支出', 'Funds spent'),
  measure: both('集聚措施', 'Measure'),
  preference: both('优惠条件', 'Preferential terms'),
  visit: both('市中心指导', 'Guidance visit'),
  district_support: both('区县支持', 'Support of the district'),
  staff: both('机构人员', 'Staff of an agency'),
};
const kinds = Object.keys(kindTitles) as readonly Kind[];

/** What a kind of record is called. */
export const kindTitle = (kind: string, language: Language): string => kindTitles[kind as Kind]?.[language] ?? kind;

/** Which office records what: the building unit its own, the centre its visits, the county its support. */
export function mayRecord(role: string, kind: string): boolean {
  if (kind === 'visit') return role === 'centre_officer';
  if (kind === 'district_support') return role === 'county_reviewer' || role === 'county_approver';
  return role === 'applicant';
}

const formOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as never;

/** The form of each kind; the kind itself is chosen before. Made once. */
const recordForms = new Map(
  ZoneRecordBody.options.map((option) => [option.shape.kind.value, formOf((option as z.ZodObject).omit({ kind: true }))]),
);
const taskForm = formOf(planEndpoints.reportTask.body);
const indicatorForm = formOf(planEndpoints.reportIndicator.body);
const withdrawForm = formOf(zoneRecordEndpoints.withdrawZoneRecord.body);

/** The forms an office may fill in about a zone. */
export function zoneFormsFor(role: string, language: Language) {
  const isBuilder = role === 'applicant';
  const records = kinds.map((kind) => ({
    kind,
    title: kindTitles[kind][language],
    isOwn: mayRecord(role, kind),
    input: recordForms.get(kind) as never,
  }));
  return {
    task: isBuilder ? taskForm : null,
    indicator: isBuilder ? indicatorForm : null,
    withdraw: records.some(({ isOwn }) => isOwn) ? withdrawForm : null,
    records,
  };
}
