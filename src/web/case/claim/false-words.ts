import { both } from '#core/kernel/words.ts';

/** What the dialogs and cards about false facts and bars say. */
export const falseWords = {
  ticks: both('查明不实的事项', 'Matters found false'),
  ticksHelp: both(
    '只勾选查实为假的；不勾选就不认定。审定后，勾选的不再计入任何申领，本机构也不能再登记，他人可以正当申领。',
    'Tick only what was proved false; nothing else is. Once ordered it counts no more, the agency can not record it again, and its rightful owner may claim it.',
  ),
  chosen: (n: number) => both(n === 0 ? '没有勾选' : `已勾选${n}项`, n === 0 ? 'Nothing ticked' : `${n} ticked`),
  none: both('本申领没有登记在案的事项', 'The claim rests on no matter'),
  find: both('查找事项', 'Find a matter'),
  more: (n: number) => both(`另有${n}件，请用查找缩小范围`, `${n} more; narrow the search`),
  noMatch: both('没有找到', 'Nothing found'),
  wholeEntry: (n: number) => both(`全部${n}件`, `All ${n}`),
  restore: both('恢复计入的事项', 'Matters that count again'),
  restoreHelp: both(
    '勾选原认定有误的；恢复后从今天起重新计入，机构可以重新申领。已追回的款项不因此退还。',
    'Tick what was found false by mistake: it counts again from today and may be claimed anew. Money taken back stays so.',
  ),
  nothingFalse: both('没有仍被认定不实的事项', 'Nothing stands as found false'),
  notTicked: both('没有认定不实的事项', 'No matter was found false'),
  noBar: both('没有限制申领', 'No bar'),
  bar: both('申领限制', 'Bar on claims'),
  proposedBar: (months: number) => both(`拟限制${months}个月`, `${months} months proposed`),
  barredUntil: (day: string) => both(`至${day}（含当日）不受理新的申领`, `No new claims until ${day} inclusive`),
  lifted: both('已解除', 'Lifted'),
  restored: both('已恢复计入', 'Counts again'),
  corrections: both('更正', 'Corrections'),
  correction: (day: string, documentNumber: string) => both(`${day}，${documentNumber}：`, `${day}, ${documentNumber}: `),
};
