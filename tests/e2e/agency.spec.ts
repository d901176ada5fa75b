import { expect, type Page, test } from '@playwright/test';
import type { BusinessDate } from '#core/kernel/dates.ts';
import { composePatentNumber, printPatentNumber } from '#core/kernel/patent-number.ts';
import { grantDaysBetween } from '#demo/days.ts';
import { mainSpan } from '#demo/evidence.ts';
import { csvOf, type GrantRow } from '#demo/grants.ts';
import { firstInventedSerial } from '#demo/numbers.ts';
import { signIn } from './people.ts';

/** Opens the year whose facts the demonstration tells in full. */
async function openSupport(page: Page, agency: string): Promise<{ readonly year: string; readonly grantDay: string }> {
  await signIn(page, agency);
  const today = (await page.getByRole('complementary', { name: '演示数据' }).getByRole('time').getAttribute('datetime')) as BusinessDate;
  const { mainFrom, mainTo } = mainSpan(today);
  const grantDay = grantDaysBetween(mainFrom, mainTo).at(-1) ?? '';
  const year = grantDay.slice(0, 4);
  await page.getByRole('link', { name: '可得支持' }).click();
  await page.getByLabel('年度').selectOption(year);
  return { year, grantDay };
}

const tier = (page: Page) => page.getByRole('list', { name: '逐条核算' }).getByRole('listitem').filter({ hasText: '发明专利授权件数' });

/** Goes to the lists of facts, and back to what a year gives. */
const sections = (page: Page) => page.getByRole('navigation', { name: '主要栏目' });
async function openLists(page: Page): Promise<void> {
  await sections(page).getByRole('link', { name: '事实与证据' }).click();
  await page.getByRole('tab', { name: '清单导入' }).click();
}
async function backToSupport(page: Page, year: string): Promise<void> {
  await sections(page).getByRole('link', { name: '可得支持' }).click();
  await page.getByLabel('年度').selectOption(year);
}

function rowOf(n: number, grantDay: string): GrantRow {
  const number = composePatentNumber(Number(grantDay.slice(0, 4)) - 2, 1, firstInventedSerial + 950_000 + n);
  return {
    申请号: printPatentNumber(number),
    名称: '一种传感器的在线检测方法',
    申请人: '稷门检测有限公司（虚构）',
    地址: '山东省淄博市张店区稷门大道1号',
    授权公告日: grantDay,
    代理机构: '',
  };
}

async function upload(page: Page, name: string, rows: readonly GrantRow[]): Promise<void> {
  await page
    .getByLabel('选择清单文件')
    .and(page.locator('input[type=file]'))
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csvOf(rows)) });
}

test('授权清单：有错整份不导入并逐行说明，改好确认后数额和理由随之变化 @desktop', async ({ page }) => {
  const { year, grantDay } = await openSupport(page, 'agency3');
  await expect(tier(page)).toContainText('计入 119 件，三档起点 71、121、200 件');
  await expect(tier(page)).toContainText(/再有2件.*授权/);
  await expect(tier(page)).toContainText('10,000 元');

  const good = [rowOf(1, grantDay), rowOf(2, grantDay)];
  const bad = {
    ...rowOf(3, grantDay),
    申请号: `${rowOf(3, grantDay).申请号.slice(0, -1)}${rowOf(3, grantDay).申请号.endsWith('0') ? 1 : 0}`,
  };
  await openLists(page);
  await upload(page, '有一行错误.csv', [good[0] ?? bad, bad, good[1] ?? bad]);
  await expect(page.getByRole('alert')).toContainText('尚未导入任何内容');
  await expect(page.getByText('共3行，可导入2行').first()).toBeVisible();
  const fault = page.getByRole('table', { name: '问题' }).getByRole('row').filter({ hasText: bad.申请号 });
  await expect(fault).toContainText('申请号');
  await expect(fault).toContainText('校验位');
  await expect(fault.getByRole('cell').first()).toHaveText('3');
  await expect(page.getByRole('button', { name: /确认导入/ })).toBeDisabled();
  await backToSupport(page, year);
  await expect(tier(page)).toContainText('计入 119 件');

  await openLists(page);
  await upload(page, '改好的清单.csv', good);
  await expect(page.getByText('每一行都没有问题。')).toBeVisible();
  await page.getByRole('button', { name: '确认导入2行' }).click();
  await expect(page.getByText('已导入2行').first()).toBeVisible();
  await backToSupport(page, year);
  await expect(tier(page)).toContainText('计入 121 件');
  await expect(tier(page)).not.toContainText('10,000 元');
  await expect(tier(page)).toContainText('30,000 元');
  await tier(page).getByText('展开计算过程').click();
  await expect(tier(page)).toContainText('条款内容');
  await expect(tier(page)).toContainText('机构在示范区内');
});

test('差三件的机构看到自己有68件、起点71件，还差几件', async ({ page }) => {
  await openSupport(page, 'agency4');
  await expect(tier(page)).toContainText('未达到');
  await expect(tier(page)).toContainText(/68 件.*71/);
  await expect(tier(page)).toContainText(/再有3件.*授权/);
});
