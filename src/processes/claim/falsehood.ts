import { addMonths, type BusinessDate, businessDate } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { eventsOf, type Guard, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { type Facts, known, type Matter } from '#core/process/facts.ts';
import { tellOwner } from '#core/process/tell.ts';
import { type ClaimData, Correction, type Recovery } from './data.ts';
import { matterKey } from './filing.ts';
import { correctionApprover } from './people.ts';
import type { State } from './states.ts';

type ClaimSight = Sight<ClaimData>;
type Recovered = NonNullable<ClaimData['recovery']>;

const wrong = (field: string, code: string, says: Refusal['says']): Refusal => ({
  kind: 'input',
  code,
  clause: 'operational',
  field,
  says,
});

/** Matters that are none of these. */
const strangersTo = (known_: readonly Matter[], named: readonly Matter[]): readonly Matter[] => {
  const keys = new Set(known_.map(matterKey));
  return named.filter((matter) => !keys.has(matterKey(matter)));
};

/** Only facts this claim rests on can be found false with it; who holds a certificate is no fact of its own. */
export function falseFaults(entries: ClaimData['entries'], named: readonly Matter[]): readonly Refusal[] {
  const [first] = strangersTo(
    entries.flatMap(({ kind, matters }) => matters.filter((matter) => matter.kind === kind)),
    named,
  );
  return first
    ? [wrong('falseMatters', 'not_of_claim', both(`“${first.matter}”不是本申领的事项，请从清单中勾选`, 'Not a matter of this claim'))]
    : [];
}

/** The longest bar, in months, by the readings in effect. */
const monthsAtMost = (facts: Facts): number => Number(known(facts, 'readings').barMonthsMaximum);

const tooLong = (most: number) =>
  both(
    most === 0 ? '现行口径不允许限制申领，请删去月数' : `限制申领最长${most}个月，请减少月数`,
    most === 0 ? 'The readings allow no bar' : `A bar lasts ${most} months at most`,
  );

/** A bar has its months and its reason, both or neither, and is no longer than the readings allow. */
export function barFaults({ facts }: ClaimSight, { barMonths, barReason }: Recovery): readonly Refusal[] {
  if (barMonths === null) {
    return barReason === ''
      ? []
      : [wrong('barMonths', 'bar_months_missing', both('请填写限制的月数；不限制的，删去理由', 'For how many months?'))];
  }
  return [
    ...(barMonths > monthsAtMost(facts) ? [wrong('barMonths', 'bar_too_long', tooLong(monthsAtMost(facts)))] : []),
    ...(barReason.length < 5
      ? [wrong('barReason', 'bar_reason_missing', both('请写明限制的理由，至少5个字', 'Say why it is barred'))]
      : []),
  ];
}

/** The readings may have changed between proposal and order. */
export const withinMaximum: Guard<ClaimData> = {
  code: 'bar_too_long',
  clause: 'operational',
  asks: ['readings'],
  says: ({ facts }) => both(`${tooLong(monthsAtMost(facts)).zh}：请不予追回，由经办人重新提出`, tooLong(monthsAtMost(facts)).en),
  met: ({ data: { recovery }, facts }) => !recovery?.barMonths || recovery.barMonths <= monthsAtMost(facts),
};

/** Last day of the bar that is ordered today; it counts in full. Null where none was proposed. */
export const barredUntil = ({ recovery }: ClaimData, today: BusinessDate): BusinessDate | null =>
  recovery?.barMonths ? addMonths(today, recovery.barMonths) : null;

/** What the order does besides taking the support back: only what was proposed. */
export function orderedBesides({ data: { recovery }, today }: ClaimSight): readonly Effect[] {
  if (recovery === null) return [];
  const { falseMatters, findings, documentNumber, barredUntil: until, barReason } = recovery;
  return [
    ...(falseMatters.length > 0
      ? [{ kind: 'find false', when: 'with', matters: falseMatters, grounds: { reason: findings, documentNumber } } as const]
      : []),
    ...(until
      ? [
          {
            kind: 'bar claims',
            when: 'with',
            from: today,
            to: businessDate(until),
            grounds: { reason: barReason, documentNumber },
          } as const,
        ]
      : []),
  ];
}

/** The same for the agency, in words. */
export function toldBesides({ data: { recovery } }: ClaimSight): string {
  const found = recovery?.falseMatters.length ?? 0;
  return [
    ...(found > 0 ? [`；${found}项事项认定不实，不再计入，也不能再登记`] : []),
    ...(recovery?.barredUntil ? [`；至${recovery.barredUntil}（含当日）不受理贵单位新的申领`] : []),
  ].join('');
}

/** Matters that were found false and still stand so. */
export function stillFalse({ falseMatters, corrections }: Recovered): readonly Matter[] {
  return strangersTo(
    corrections.flatMap(({ restored }) => restored),
    falseMatters,
  );
}

/** Whether the bar of this recovery still stands on a day. */
const isBarring = ({ barredUntil: until, corrections }: Recovered, today: BusinessDate): boolean =>
  until !== null && today <= until && !corrections.some(({ liftsBar }) => liftsBar);

const somethingStands: Guard<ClaimData> = {
  code: 'nothing_to_correct',
  clause: 'operational',
  says: both('没有仍然有效的不实认定或者申领限制', 'No finding and no bar stands any more'),
  met: ({ data: { recovery }, today }) => recovery !== null && (stillFalse(recovery).length > 0 || isBarring(recovery, today)),
};

function correctionFaults({ data: { recovery }, today }: ClaimSight, { restored, liftsBar }: Correction): readonly Refusal[] {
  if (recovery === null) return [];
  const [first] = strangersTo(stillFalse(recovery), restored);
  return [
    ...(restored.length === 0 && !liftsBar
      ? [wrong('restored', 'nothing_chosen', both('请勾选要恢复的事项，或者选择解除限制', 'Choose what is taken back'))]
      : []),
    ...(first ? [wrong('restored', 'not_found_false', both(`“${first.matter}”没有被认定不实`, 'That was not found false'))] : []),
    ...(liftsBar && !isBarring(recovery, today)
      ? [wrong('liftsBar', 'not_barred', both('没有仍然有效的申领限制', 'There is no bar to lift'))]
      : []),
  ];
}

/** A finding or a bar that was wrong is taken back by an approver who had no hand in it; the money is a matter of a new claim. */
export const correctFinding = eventsOf<State, ClaimData>()({
  title: both('更正不实认定、解除限制', 'Take back a finding or the bar'),
  clause: 'operational',
  from: ['recovering', 'recovered'],
  to: 'same',
  who: [correctionApprover],
  input: Correction,
  guards: [somethingStands],
  manner: 'grave',
  accepts: correctionFaults,
  apply: ({ data, today }, correction) => ({
    ...data,
    recovery: data.recovery && {
      ...data.recovery,
      corrections: [...data.recovery.corrections, { ...correction, on: today }],
    },
  }),
  effects: (sight, { restored, liftsBar, reason, documentNumber }) => [
    ...(restored.length > 0
      ? [{ kind: 'restore facts', when: 'with', matters: restored, grounds: { reason, documentNumber } } as const]
      : []),
    ...(liftsBar ? [{ kind: 'lift bar', when: 'with', grounds: { reason, documentNumber } } as const] : []),
    tellOwner(
      sight,
      [...(restored.length > 0 ? [`${restored.length}项事项恢复计入`] : []), ...(liftsBar ? ['申领限制解除'] : [])].join('，'),
      'what was found false or barred was corrected',
    ),
  ],
});
