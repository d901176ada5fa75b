import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';

/** A yearly determination with its results. */
export type Run = AnswerOf<NamedEndpoints['readRun']>;
export type RunHead = AnswerOf<NamedEndpoints['listRuns']>[number];
export type RunRow = Run['rows'][number];
export type RunItem = RunRow['items'][number];

/** What each code of an answer means, in a few words. */
const codeLabels: Readonly<Record<string, string>> = {
  OK: '符合条件',
  OK_CAPPED: '按上限核减',
  UNKNOWN: '缺事实，待核',
  BELOW_THRESHOLD: '未达最低数量',
  ABNORMAL_FILING: '有非正常申请认定',
  BANK_NOT_LOCAL: '不是本市银行',
  NOT_INSURED_SCHEME: '不是政银保贷款',
  GATE_NO_LOCAL_LOAN: '没有本市银行贷款',
  NO_CENTRE_RECOGNITION: '没有成绩显著认定',
  LEVEL_NOT_COVERED: '级别不在范围',
  BEFORE_ENTRY: '入驻之前取得',
  NOT_WON: '没有胜诉',
  NOT_FINAL: '裁判未生效',
  NOT_FOREIGN_OR_MAJOR: '不涉外也无重大影响',
  NOT_PATENT_CASE: '不是专利案件',
  CLIENT_NOT_IN_ZONE: '委托人不在区内',
  OUTSIDE_YEAR: '不在本年度',
  POLICY_NOT_IN_FORCE: '不在施行期内',
  NOT_IN_ZONE: '不在示范区内',
  NOT_QUALIFIED_AGENCY: '没有代理资质',
  ZONE_NOT_DESIGNATED: '所在区域未认定',
  ZONE_REVOKED: '示范区已取消',
  ZONE_RECTIFYING: '整改期间不计',
  ONCE_ONLY: '年度只享受一次',
  SAME_MATTER: '同一事项已支持',
  DUPLICATE: '重复填报',
};

/** The words for a code; the code itself if it has none. */
export const codeText = (code: string): string => codeLabels[code] ?? code;

/** Sums of a run; cash and vouchers apart. */
export const totalsOf = (rows: readonly RunRow[]) => ({
  cash: rows.reduce((sum, { cashYuan }) => sum + cashYuan, 0),
  voucher: rows.reduce((sum, { voucherYuan }) => sum + voucherYuan, 0),
  open: rows.reduce((sum, { openCount }) => sum + openCount, 0),
});

/** An agency whose result is not the same in two runs of a year; null where it is missing in one. */
export type Difference = { readonly agency: string; readonly name: string; readonly here: RunRow | null; readonly there: RunRow | null };

const resultOf = (row: RunRow | undefined) => row && JSON.stringify([row.cashYuan, row.voucherYuan, row.openCount, row.items]);

/** Agencies whose results differ between two runs, in the order of the first, then those only the second has. */
export function differencesOf(here: readonly RunRow[], there: readonly RunRow[]): readonly Difference[] {
  const [mine, theirs] = [here, there].map((rows) => new Map(rows.map((row) => [row.agency, row])));
  const agencies = new Set([...here, ...there].map(({ agency }) => agency));
  return [...agencies].flatMap((agency) => {
    const [a, b] = [mine?.get(agency), theirs?.get(agency)];
    return resultOf(a) === resultOf(b) ? [] : [{ agency, name: (a ?? b)?.name ?? agency, here: a ?? null, there: b ?? null }];
  });
}

/** Characters that make a spreadsheet take text for a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

const cell = (value: string): string => {
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const line = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`;

/** The results of a run as CSV with a byte order mark: one line per agency and clause, no cell that a spreadsheet would run. */
export function csvOf(run: Pick<Run, 'year' | 'asOf' | 'readingsVersion' | 'digest' | 'rows'>): string {
  const head = ['年度', '核算日', '服务机构', '条款', '结论', '说明', '资金上限（元）', '服务券上限（元）', '口径版本', '结果指纹'];
  const tail = [run.readingsVersion, run.digest ?? ''];
  const verdict = (eligible: boolean | null) => (eligible === null ? '待核' : eligible ? '可得' : '不可得');
  const lines = run.rows.flatMap(({ name, items }) =>
    items.length === 0
      ? [line([String(run.year), run.asOf, name, '', '没有有关事实', '', '0', '0', ...tail])]
      : items.map(({ cite, eligible, code, kind, ceilingYuan }) => {
          const sums = kind === 'voucher' ? ['0', String(ceilingYuan)] : [String(ceilingYuan), '0'];
          return line([String(run.year), run.asOf, name, cite, verdict(eligible), codeText(code), ...sums, ...tail]);
        }),
  );
  return `\uFEFF${line(head)}${lines.join('')}`;
}

/** A moment typed into a `datetime-local` field as Beijing time; undefined where nothing was typed. */
export const knownAtOf = (typed: string): string | undefined =>
  typed === '' ? undefined : `${typed.length === 16 ? `${typed}:00` : typed}+08:00`;
