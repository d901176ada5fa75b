import type { ImportView } from '#contract/facts.ts';
import { addDays, type BusinessDate, businessDate, yearOf } from '#core/kernel/dates.ts';
import { type Stop, stop } from './agenda.ts';
import { accountOf, type City } from './city.ts';
import { workdayAfter, workdayBefore } from './days.ts';
import { csvOf, faultyRows, grantLists, type GrantList, type GrantRow, grantRows } from './grants.ts';
import { designationDays } from './history.ts';
import { paperFields, record, vouch } from './steps-facts.ts';
import { casesWon } from './wins.ts';

const firstMonthOfMainYear = '03-01';

/** The year whose grants are told in full: this one, or last year's in January and February. */
const mainYearOf = (today: BusinessDate): number => yearOf(today) - (today.slice(5) < firstMonthOfMainYear ? 1 : 0);

const laterOf = (a: BusinessDate, b: BusinessDate): BusinessDate => (a > b ? a : b);
const earlierOf = (a: BusinessDate, b: BusinessDate): BusinessDate => (a < b ? a : b);

/** The days of the main year on which grants count everywhere: both zones are designated and the lists are out. */
export function mainSpan(today: BusinessDate): { readonly mainFrom: BusinessDate; readonly mainTo: BusinessDate } {
  const year = mainYearOf(today);
  return {
    mainFrom: laterOf(businessDate(`${year}-01-01`), addDays(designationDays(today).second, 1)),
    mainTo: earlierOf(businessDate(`${year}-12-31`), workdayBefore(today, 6)),
  };
}

type Upload = { readonly agency: string; readonly fileName: string; readonly rows: readonly GrantRow[] };

/** Uploads a list and has it checked, unless an earlier run did: an upload carries no key of its own. */
async function check(city: City, { agency, fileName, rows }: Upload): Promise<ImportView> {
  const account = await accountOf(city, agency, 'agency');
  const { body: known } = await city.client.ask<readonly ImportView[]>({ path: '/fact-imports', as: account });
  const earlier = known.find((one) => one.fileName === fileName);
  if (earlier) return earlier;
  const file = { name: fileName, type: 'text/csv', bytes: csvOf(rows) };
  const { body } = await city.client.ask<ImportView>({ method: 'POST', path: '/fact-imports', as: account, file });
  return body;
}

/** Small agencies report both years in one list: every list takes the server a second. */
const inOneList = new Set(['agency5', 'agency6', 'agency7', 'agency8', 'agency9', 'agency10']);

/** Uploads the lists of an agency as one file and confirms it. @throws Error when the check finds a fault: the generator writes good rows. */
async function report(city: City, lists: readonly GrantList[]): Promise<void> {
  const [list] = lists;
  if (!list) throw new RangeError('nothing to report');
  const years = lists.map(({ from }) => yearOf(from)).join('、');
  const fileName = `${years}年发明专利授权清单.csv`;
  const checked = await check(city, { agency: list.agency, fileName, rows: lists.flatMap(grantRows) });
  if (checked.state !== 'checked') return;
  const fault = checked.faults.find(({ isWarning }) => !isWarning);
  if (fault) throw new Error(`${list.agency} ${fileName} 第${fault.row}行 ${fault.column}：${fault.says}`);
  const account = await accountOf(city, list.agency, 'agency');
  const path = `/fact-imports/${checked.id}/confirm`;
  await city.client.ask({
    method: 'POST',
    path,
    as: account,
    key: `demo-import-${list.agency}-${yearOf(list.from)}`,
    version: checked.version,
  });
}

/** The cases won, each with the papers there are. */
async function reportCases(city: City, span: ReturnType<typeof mainSpan>): Promise<void> {
  for (const [n, { agency, body, lacks }] of casesWon(span.mainFrom, span.mainTo).entries()) {
    const missing = lacks === 'all' ? paperFields(body.kind) : lacks;
    await record(city, { key: `case-won-${n + 1}`, agency, ...body, lacks: missing, word: null }, agency);
  }
}

/** The companies of the two cases with all papers know their agency's part in them. */
async function vouchForCases(city: City): Promise<void> {
  for (const [key, by] of [
    ['case-won-1', 'enterprise1'],
    ['case-won-5', 'enterprise9'],
  ] as const) {
    await vouch(city, { key, word: { by, isConfirmed: true } });
  }
}

const unconfirmed = 'agency12';

/** What the agencies put on record: two years of grants, cases won, and one list that still waits for its author. */
export function evidence(today: BusinessDate): readonly Stop[] {
  const span = mainSpan(today);
  const lists = grantLists(span);
  const newYear = workdayAfter(businessDate(`${yearOf(span.mainFrom)}-01-15`), 0);
  const back = (n: number) => workdayBefore(today, n);
  const last = lists.main.find(({ agency }) => agency === unconfirmed);
  if (!last) throw new RangeError(`${unconfirmed} has no list`);
  return [
    ...lists.before
      .filter(({ agency }) => !inOneList.has(agency))
      .map((list) => stop(newYear, '10:00', `${list.agency}：上年清单`, (city) => report(city, [list]))),
    ...lists.main.map((list) =>
      stop(back(2), '15:00', `${list.agency}：本年清单`, (city) => {
        const before = inOneList.has(list.agency) ? lists.before.filter(({ agency }) => agency === list.agency) : [];
        return report(city, [...before, list]);
      }),
    ),
    stop(back(2), '15:15', '胜诉案件', (city) => reportCases(city, span)),
    stop(back(1), '10:30', '企业确认胜诉案件', (city) => vouchForCases(city)),
    stop(back(1), '11:00', '未确认的清单', async (city) => {
      await check(city, { agency: unconfirmed, fileName: '补充授权清单（待核对）.csv', rows: faultyRows(last) });
    }),
  ];
}
