import { type Fen, fen, wholeYuan, yuan } from '#core/kernel/money.ts';
import type { WaitFact } from '#core/process/facts.ts';
import type { AnswerItem } from '#policy/zibo-2020/answer.ts';
import type { CaseFileInput, ClauseKey } from '#policy/zibo-2020/case-file.ts';
import type { Matter } from '#policy/zibo-2020/fact-kinds/case-facts.ts';
import { oneSumWith, type Rise } from '#policy/zibo-2020/later-tier.ts';
import { type AgencyYear, caseFileFrom } from './case-file.ts';
import { decide, decideWithRises } from './determination.ts';
import { type Rulings, settingsUnder } from './readings.ts';

/** An item as it can be claimed now, after what was determined before in the same year. */
export type ClaimItem = {
  readonly item: AnswerItem;
  /** The most that earlier determinations of the same yearly sum could give. */
  readonly before: Fen;
  readonly waits: WaitFact | null;
};

type Left = { readonly item: AnswerItem; readonly before: Fen; readonly record: AgencyYear };

/**
 * What a later tier gives beyond what was determined before (I-25, `pay_difference`): the year is decided as if nothing
 * had been determined of this sum, and what could be given before is taken off. Ceilings are compared, so that what an
 * officer gave less for a reason does not come back by the next tier.
 */
function difference(
  { item, before, record }: Left,
  together: readonly ClauseKey[],
  decideWithout: (prior: AgencyYear['prior']) => AnswerItem | undefined,
) {
  const whole = decideWithout(record.prior.filter(({ clause }) => !together.includes(clause)));
  const rest = yuan(whole?.ceilingYuan ?? 0) - before;
  if (whole?.eligible !== true || rest <= 0) return item;
  const [all, paid, open] = [whole.ceilingYuan, wholeYuan(before), wholeYuan(fen(rest))].map((sum) => sum.toLocaleString('en-US'));
  const result = `${item.cite}：全年${all}元，减去此前已核定的${paid}元，本次${open}元。`;
  const trace = whole.trace ? { trace: { ...whole.trace, result } } : {};
  return { ...whole, ...trace, code: 'OK_CAPPED', ceilingYuan: wholeYuan(fen(rest)), uncappedYuan: whole.ceilingYuan };
}

const waitOf = (rise: Rise | null): WaitFact | null => rise && { most: rise.most, from: rise.settledFrom };

/** Every item of an agency and year as it can be claimed, with the file it was decided on. `without` names matters to leave out. */
export function claimItemsOf(
  record: AgencyYear,
  rulings: Rulings,
  without: readonly Matter[] = [],
): { readonly file: CaseFileInput; readonly items: readonly ClaimItem[] } {
  const { values } = settingsUnder(rulings);
  const file = caseFileFrom(record, { prior: record.prior, without });
  const items = decideWithRises(file, rulings).map(({ rise, ...item }): ClaimItem => {
    const together = oneSumWith(item.clause, values);
    const before = fen(record.ceilings.filter(({ clause }) => together.includes(clause)).reduce((sum, { ceiling }) => sum + ceiling, 0));
    if (values.laterTier === 'wait_for_year_end') return { item, before, waits: waitOf(rise) };
    const isLater = item.code === 'ONCE_ONLY' && before > 0;
    const again = (prior: AgencyYear['prior']) =>
      decide(caseFileFrom(record, { prior, without }), rulings).items.find(({ clause }) => clause === item.clause);
    return { item: isLater ? difference({ item, before, record }, together, again) : item, before, waits: null };
  });
  return { file, items };
}
