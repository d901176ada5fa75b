import { type Fen, fen, wholeYuan } from '#core/kernel/money.ts';
import { both, type Words } from '#core/kernel/words.ts';
import type { Guard, Sight } from '#core/process/define.ts';
import { type Entitlement, known, type WaitFact } from '#core/process/facts.ts';
import type { ClaimData } from './data.ts';

type ClaimGuard = Guard<ClaimData>;

const earned = ({ facts }: Sight<ClaimData>) => known(facts, 'entitlement');
const inYuan = (amount: Fen): string => `${wholeYuan(amount).toLocaleString('en-US')}元`;

const isYearly = (now: Entitlement | null): boolean => now !== null && now.before > 0;

/** What is claimed was determined before: a sum that is one step a year, or the very facts; nothing is left of it (I-25, I-26). */
export const notSettled: ClaimGuard = {
  code: 'already_settled',
  clause: '9.6',
  asks: ['entitlement'],
  says: (sight) =>
    isYearly(earned(sight))
      ? both(
          `该年度这一项已经核定（上限${inYuan(earned(sight)?.before ?? fen(0))}），每年只核定一次，不能再申领`,
          'Determined already for this year; once a year only',
        )
      : both('所登记的事实都已核定过，没有可以再申领的', 'Every fact on record was determined already'),
  met: (sight) => {
    const now = earned(sight);
    const isOver = now?.eligible === false && now.code === 'ONCE_ONLY';
    return !isOver || (!isYearly(now) && now.entries.length > 0);
  },
};

/** Why a determination waits, from which day on it does not, and that nothing is lost by it. */
export const waitInWords = ({ most, from }: WaitFact): Words => {
  const [, month, day] = from.split('-').map(Number);
  const on = `${from.slice(0, 4)}年${month}月${day}日`;
  return most === null
    ? both(`每年只取一项，年内还可能有更高的一项：自${on}起核定`, `One item a year, and another may come to more: determined from ${from}`)
    : both(`年内还可能升到${inYuan(most)}，每年只核定一次：自${on}起核定`, `It may still rise to ${inYuan(most)}: determined from ${from}`);
};

/** A tier that may still rise is determined when its year is over, so that the higher one is not lost (I-25). */
export const yearIsSettled: ClaimGuard = {
  code: 'may_still_rise',
  clause: '9.6',
  asks: ['entitlement'],
  says: (sight) => {
    const waits = earned(sight)?.waits;
    if (!waits) throw new Error('a claim that waits for nothing was refused');
    const why = waitInWords(waits);
    return both(`${why.zh}。现在不能核定，申领和已留出的资金不变`, `${why.en}. The claim and its money stay as they are`);
  },
  met: (sight) => {
    const waits = earned(sight)?.waits ?? null;
    return waits === null || sight.today >= waits.from;
  },
};
