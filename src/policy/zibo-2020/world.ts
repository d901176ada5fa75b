import { textOrder } from '#core/policy/canonical.ts';
import type { Share } from '#core/policy/shares.ts';
import type { CaseFile } from './case-file.ts';
import type { Fact } from './facts.ts';
import type { SupportValues } from './settings-support.ts';

/** A zone of the case file. */
export type Zone = CaseFile['zones'][number];

/** An agency of the case file. */
export type Agency = CaseFile['agencies'][number];

/** Status of a zone on a day; null before its first entry. */
export type ZoneStatus = Zone['statusHistory'][number]['status'] | null;

/** A case file made ready for questions: look-ups by id, the year's first and last day, the readings in force. */
export type World = {
  readonly file: CaseFile;
  readonly settings: SupportValues;
  /** Facts to stand first in their matter; only where alternatives are tried out. */
  readonly preferred?: ReadonlyMap<string, string>;
  readonly yearFrom: string;
  readonly yearTo: string;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly enterprises: ReadonlyMap<string, CaseFile['enterprises'][number]>;
};

/** The later of two days. */
export const later = (a: string, b: string): string => (a > b ? a : b);

/** The earlier of two days. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** First and last day of a year: 1 January to 31 December, or 25 August to 24 August of the next (I-02). */
export function yearBounds(year: number, basis: SupportValues['yearBasis']): readonly [string, string] {
  return basis === 'calendar' ? [`${year}-01-01`, `${year}-12-31`] : [`${year}-08-25`, `${year + 1}-08-24`];
}

/** Makes a checked file ready. */
export function worldOf(file: CaseFile, settings: SupportValues): World {
  const [yearFrom, yearTo] = yearBounds(file.year, settings.yearBasis);
  const zones = file.zones.map((zone) => [zone.id, { ...zone, statusHistory: inOrder(zone.statusHistory) }] as const);
  return {
    file,
    settings,
    yearFrom,
    yearTo,
    zones: new Map(zones),
    agencies: new Map(file.agencies.map((agency) => [agency.id, agency])),
    enterprises: new Map(file.enterprises.map((enterprise) => [enterprise.id, enterprise])),
  };
}

/** What was determined before, in any year. */
export const determinedBefore = ({ file }: World): NonNullable<CaseFile['priorDeterminations']> => file.priorDeterminations ?? [];

const inOrder = <Entry extends { readonly from: string }>(history: readonly Entry[]): Entry[] =>
  [...history].sort((a, b) => textOrder(a.from, b.from));

/** Status on a day: the last entry that is not later holds. */
export const zoneStatusOn = (zone: Zone | undefined, day: string): ZoneStatus =>
  zone?.statusHistory.findLast(({ from }) => from <= day)?.status ?? null;

/** Whether a day lies in a period, both ends included; null is an open end. */
export const covers = (period: { readonly from: string; readonly to: string | null }, day: string): boolean =>
  period.from <= day && (period.to === null || day <= period.to);

/** Whether a zone holds the title on a day: designated, or in rectification. */
export function holdsTitle(zone: Zone | undefined, day: string): boolean {
  const status = zoneStatusOn(zone, day);
  return status === 'designated' || status === 'rectifying';
}

/** Whether any agency condition of the gate could hold on this day; used to find the deciding day of a long fact. */
export type GateRow = {
  readonly world: World;
  readonly office: Agency;
  /** The day that dates the fact. */
  readonly day: string;
  /** The day on which plan, qualification, place and title are tested; differs from `day` only under I-03. */
  readonly gateDay: string;
  /** The zone the agency is in on that day; undefined if none. */
  readonly zone: Zone | undefined;
  readonly shares: readonly Share[];
};

/** The zone an agency is in on a day. Of several, one that passes the title test is taken. */
export function zoneOf(world: World, office: Agency, day: string): Zone | undefined {
  const here = office.zoneMembership.filter((period) => covers(period, day)).map(({ zone }) => world.zones.get(zone));
  return here.find((zone) => titleProblem(world, zone, day) === null) ?? here[0];
}

/** Why a zone's title does not support a fact of this day: the status that fails, `none` before designation; null if it does. */
export function titleProblem(world: World, zone: Zone | undefined, day: string): 'none' | 'revoked' | 'rectifying' | null {
  const days = world.settings.zoneRule === 'fact_date' ? [day] : [day, world.file.asOf];
  for (const one of days) {
    const status = zoneStatusOn(zone, one);
    if (status === 'revoked') return 'revoked';
    if (status === 'rectifying' && world.settings.rectification === 'suspended') return 'rectifying';
    if (status !== 'designated' && status !== 'rectifying') return 'none';
  }
  return null;
}

/** Whether payment waits for a recheck: the zone is in rectification when the matter is determined (I-07). */
export const isUnderRecheck = (world: World, zone: Zone | undefined, day: string): boolean =>
  zoneStatusOn(zone, later(day, world.file.asOf)) === 'rectifying';

/** Who shares a fact, lead first. */
export const sharesOf = (fact: Fact): readonly Share[] =>
  fact.agencies
    ? fact.agencies.map(({ id, sharePercent }) => ({ agency: id, percent: sharePercent ?? null }))
    : [{ agency: fact.agency ?? '', percent: 100 }];
