/** A day as a document writes it: 2021年3月1日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A number with its thousands apart. */
export const amountWords = (value: number): string => value.toLocaleString('en-US');

/** Points kept in hundredths. */
export const pointsWords = (hundredths: number): string => (hundredths / 100).toFixed(2);

export const taskStates = { not_started: '未开始', going_on: '进行中', done: '已完成' } as const;

export const recordKinds: Readonly<Record<string, string>> = { measure: '措施', preference: '优惠政策', district_support: '区县支持' };

const statuses: Readonly<Record<string, string>> = { designated: '有效', rectifying: '整改中', revoked: '已取消' };
/** How a title stands. */
export const statusWords = (status: string): string => statuses[status] ?? status;
