import type { Condition } from '#core/policy/condition.ts';
import { met, notMet, type Truth, unknown } from '#core/policy/truth.ts';
import { covers, type GateRow, titleProblem, zoneStatusOn } from './world.ts';

const when = (holds: boolean): Truth => (holds ? met : notMet);

/** Several agencies in one matter: nothing is determined before all have declared their parts (I-27). */
const sharesDeclared: Condition<GateRow> = {
  code: 'UNKNOWN',
  says: '共同完成的，各方份额已申报',
  fails: '各方份额尚未申报',
  test: ({ shares }) => (shares.length === 1 || shares.every(({ percent }) => percent !== null) ? met : unknown),
  missing: () => ['sharePercent'],
};

/** The fact belongs to the year asked about (I-02, I-04). */
export const inYear: Condition<GateRow> = {
  code: 'OUTSIDE_YEAR',
  says: '事实发生在本年度内',
  fails: '这一事实不在所问的年度内',
  settings: ['yearBasis'],
  test: ({ day, world }) => when(world.yearFrom <= day && day <= world.yearTo),
  shows: ({ day, world }) => `${day}（年度 ${world.yearFrom} 至 ${world.yearTo}）`,
};

/** The plan is in force (17.1, 17.2). */
const inForce: Condition<GateRow> = {
  code: 'POLICY_NOT_IN_FORCE',
  says: '方案在施行期内',
  fails: '当日方案尚未施行或试用期已满',
  settings: ['policyFrom', 'policyTo'],
  test: ({ gateDay, world: { settings } }) => when(settings.policyFrom <= gateDay && gateDay <= settings.policyTo),
  shows: ({ gateDay, world: { settings } }) => `${gateDay}（施行期 ${settings.policyFrom} 至 ${settings.policyTo}）`,
};

/** The agency holds the patent-agency qualification (I-09). */
const isQualified: Condition<GateRow> = {
  code: 'NOT_QUALIFIED_AGENCY',
  says: '机构具有专利代理资质',
  fails: '当日机构没有有效的专利代理资质',
  test: ({ gateDay, office }) => when(office.patentQualification.some((period) => covers(period, gateDay))),
  shows: ({ gateDay }) => `资质检验日 ${gateDay}`,
};

/** The agency is located in a zone (I-08). */
const isInZone: Condition<GateRow> = {
  code: 'NOT_IN_ZONE',
  says: '机构在示范区内',
  fails: '当日机构不在任何示范区内',
  test: ({ zone }) => when(zone !== undefined),
  shows: ({ zone, gateDay }) => (zone ? `${gateDay} 位于 ${zone.id}` : `${gateDay} 没有入驻记录`),
};

const title = (problem: ReturnType<typeof titleProblem>, words: { code: string; says: string; fails: string }) => ({
  ...words,
  settings: ['zoneRule', 'rectification'],
  test: ({ world, zone, gateDay }: GateRow): Truth => when(zone === undefined || titleProblem(world, zone, gateDay) !== problem),
  shows: ({ zone, gateDay }: GateRow): string =>
    zone ? `${zone.id} 在 ${gateDay} 的状态：${statusLabel[zoneStatusOn(zone, gateDay) ?? 'none']}` : '没有所在示范区',
});

const statusLabel = {
  none: '尚无记录',
  applied: '申报中',
  recommended: '已推荐',
  designated: '已认定',
  rectifying: '整改中',
  revoked: '已取消',
} as const;

const zoneDesignated = title('none', {
  code: 'ZONE_NOT_DESIGNATED',
  says: '所在区域已被认定为示范区',
  fails: '当日所在区域还不是示范区',
});
const zoneNotRevoked = title('revoked', {
  code: 'ZONE_REVOKED',
  says: '示范区资格未被取消',
  fails: '示范区资格已被取消',
});
const zoneNotSuspended = title('rectifying', {
  code: 'ZONE_RECTIFYING',
  says: '示范区不在停止计算的整改期内',
  fails: '示范区正在整改，按现行口径此间事实不计',
});

/** Settings every clause reads through the gate. */
export const gateSettings = ['policyFrom', 'policyTo', 'yearBasis', 'zoneRule', 'rectification'] as const;

/** Gate up to qualification: the year, the plan, the agency's licence. */
export const gateBeforePlace: readonly Condition<GateRow>[] = [sharesDeclared, inYear, inForce, isQualified];

/** Gate from the place on: in a zone, and the zone holds its title. */
export const gateOfPlace: readonly Condition<GateRow>[] = [isInZone, zoneDesignated, zoneNotRevoked, zoneNotSuspended];

/** The one gate of 第九条: a fact counts only if all of this holds on its date. */
export const gate: readonly Condition<GateRow>[] = [...gateBeforePlace, ...gateOfPlace];
