import type { Language } from '#core/kernel/words.ts';
import { districtNames } from '#policy/zibo-2020/districts.ts';
import { siteKinds } from '#processes/application/form.ts';
import { type Grade, grades } from '#processes/recognition/scoring.ts';
import type { ZoneRow } from '#server/stores/published.ts';

/** Whether a district of that code exists. */
export const isDistrict = (code: string): boolean => Object.hasOwn(districtNames, code);

/** The district's name in the reader's language; null stays null. */
export const districtName = (code: string | null, language: Language): string | null =>
  code === null ? null : (districtNames[code]?.[language] ?? code);

/** Every district with its name, for a choice among them. */
export const districtList = (language: Language) => Object.entries(districtNames).map(([code, name]) => ({ code, name: name[language] }));

/** A grade of 第十四条 in the reader's language. */
export const gradeTitle = (grade: string, language: Language): string => grades[grade as Grade]?.[language] ?? grade;

/** A zone of the register in the reader's words; only what is published. */
export const zoneView = (zone: ZoneRow, language: Language) => ({
  id: zone.id,
  number: zone.number,
  certificate: zone.certificate,
  name: zone.name,
  district: zone.district,
  districtName: districtName(zone.district, language) ?? zone.district,
  siteKindTitle: siteKinds[zone.site_kind as keyof typeof siteKinds]?.[language] ?? zone.site_kind,
  boundary: zone.boundary,
  industries: [...zone.industries],
  operatorName: zone.operator_name,
  designatedOn: zone.designated_on,
  status: zone.status,
  statusSince: zone.status_since,
  isVoid: zone.is_void,
});
