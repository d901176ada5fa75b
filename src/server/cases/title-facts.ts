import type { FactMap } from '#core/process/facts.ts';
import type { Shortfall, SupportLine } from '#core/process/title-facts.ts';
import { RecognitionData } from '#processes/recognition/data.ts';
import { indicatorShare, taskShare } from '#processes/recognition/scoring.ts';
import type { Actor } from '#core/people/actor.ts';
import type { Tx } from '#server/db/transaction.ts';
import { gradedYear, lastRevocationOf, rectificationById, supportsOfZone, titleZone } from '#server/stores/titles.ts';
import { zoneNamed } from './plan-facts.ts';

type Asking = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly kase: { readonly id: string; readonly data: unknown } | null;
  readonly words: unknown;
};

const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The case that a case or its opening names as what it rests on: a recognition or a rectification. */
function basisNamed({ kase, words }: Pick<Asking, 'kase' | 'words'>): string | null {
  const told = kase ? kase.data : words;
  const { recognition, basis } = (typeof told === 'object' && told !== null ? told : {}) as {
    readonly recognition?: unknown;
    readonly basis?: unknown;
  };
  const named = recognition ?? basis;
  return isId(named) ? named : null;
}

export async function titleZoneFact(asking: Asking): Promise<FactMap['titleZone']> {
  const zone = zoneNamed(asking);
  const row = zone === null ? undefined : await titleZone(asking.tx, zone, asking.kase?.id ?? null);
  if (!row) return null;
  const { operator_name: operatorName, other_rectification: otherRectification, other_revocation: otherRevocation, ...rest } = row;
  return { ...rest, operatorName, otherRectification, otherRevocation };
}

const states = { not_started: '未开始', going_on: '进行中', done: '已完成', dropped: '自行取消' } as const;
const Progress = RecognitionData.shape.progress;

/** Tasks not done and indicators not reached of the year, as they were pinned. */
function shortfallsOf(progress: unknown): readonly Shortfall[] {
  const { tasks, indicators } = Progress.parse(progress) ?? { tasks: [], indicators: [] };
  return [
    ...tasks
      .filter((one) => taskShare(one) < 1)
      .map(({ no, title, state }) => ({ subject: `任务${no} ${title}`, says: `年末状态：${states[state]}` })),
    ...indicators
      .filter((one) => indicatorShare(one) < 1)
      .map(({ no, name, unit, target, actual }) => ({
        subject: `指标${no} ${name}`,
        says: `目标${target}${unit}，${actual === null ? '没有记录' : `实际${actual}${unit}`}`,
      })),
  ];
}

export async function gradedYearFact(asking: Asking): Promise<FactMap['gradedYear']> {
  const recognition = basisNamed(asking);
  const row = recognition === null ? undefined : await gradedYear(asking.tx, recognition, asking.kase?.id ?? null);
  if (!row || recognition === null) return null;
  return {
    recognition,
    number: row.number,
    zone: row.zone,
    year: row.year,
    grade: row.grade,
    decidedOn: row.decided_on,
    reason: row.reason,
    shortfalls: shortfallsOf(row.progress),
    isSecondInARow: row.is_second_in_a_row,
    consequence: row.consequence,
  };
}

export async function rectificationFact(asking: Asking): Promise<FactMap['rectification']> {
  const named = basisNamed(asking);
  const row = named === null ? undefined : await rectificationById(asking.tx, named, asking.kase?.id ?? null);
  if (!row) return null;
  const { is_failed: isFailed, ...rest } = row;
  return { ...rest, isFailed };
}

export async function zoneSupportFact(asking: Asking): Promise<FactMap['zoneSupport']> {
  const zone = zoneNamed(asking);
  const rows = zone === null ? [] : await supportsOfZone(asking.tx, zone);
  const lines = (paidAs: 'cash' | 'voucher', of: 'paid' | 'unpaid' | 'amount'): readonly SupportLine[] =>
    rows.filter((row) => row.paid_as === paidAs && row[of] > 0).map((row) => ({ number: row.number, amount: row[of] }));
  return { unpaid: lines('cash', 'unpaid'), paid: lines('cash', 'paid'), vouchers: lines('voucher', 'amount') };
}

export const titleRevokedOnFact = ({ tx, actor }: Asking): Promise<FactMap['titleRevokedOn']> =>
  actor.organisation === null ? Promise.resolve(null) : lastRevocationOf(tx, actor.organisation);
