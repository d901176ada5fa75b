import { type Browser, expect, type Page, test } from '@playwright/test';
import { begin, send, today } from './cases.ts';
import { as, openDuty, signIn } from './people.ts';
import { isSound } from './sound.ts';

const zone = '瀚岐智能制造产业园';
const chapters = [
  '集聚措施与服务创新',
  '机构引育与服务链',
  '供求对接',
  '人才引进与培训',
  '市场秩序与自律',
  '国际交流合作',
  '专项行动与运营',
];

/** Opens the page of the zone from the register. */
async function openZone(page: Page): Promise<void> {
  await page.goto('/app/zones');
  await page
    .getByRole('table', { name: '示范区名册' })
    .getByRole('link', { name: new RegExp(zone) })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(zone) })).toBeVisible();
}

const part = (page: Page, name: string) => page.getByRole('navigation', { name: '任务清单' }).getByRole('button', { name });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /已保存|保存到服务器|正在/ })).toHaveText(/^已保存 \d\d:\d\d:\d\d$/);

async function openPart(page: Page, name: string): Promise<void> {
  await part(page, name).click();
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(name) })).toBeVisible();
}

/** What the application said stands in the chapters already; who does it, for how much and how it is proved is added. */
async function writeChapters(page: Page): Promise<void> {
  for (const name of chapters) {
    await openPart(page, name);
    const owner = page.getByLabel('责任单位（人）');
    if ((await owner.count()) === 0) continue; // the application said why the chapter has no task
    await owner.fill('管委会产业处');
    await page.getByLabel('投入资金').fill('200000');
    await page.getByLabel('完成时的佐证').fill('印发的文件和验收记录');
    await page.getByLabel('完成时的佐证').blur();
  }
}

/** Rows of a spreadsheet become tasks of the chapter they are pasted in; what was not understood, and what is wrong, is said at its place. */
async function pasteTask(page: Page): Promise<void> {
  await openPart(page, '供求对接');
  const tasks = page.locator('details').filter({ has: page.getByLabel('任务名称') });
  const before = await tasks.count();
  await page.getByRole('button', { name: /^从Excel粘贴/ }).click();
  const dialog = page.getByRole('dialog', { name: /^粘贴到/ });
  const rowOf = (money: string) =>
    `任务名称\t任务内容\t责任单位（人）\t开始时间\t完成时间\t投入资金\t完成时的佐证\n季度对接会\t每季一场，会前收需求。\t产业处\t2027年3月1日\t2027/1/31\t${money}\t签到表`;
  await dialog.getByLabel('粘贴区').fill(rowOf('约十万'));
  await expect(dialog.getByText('第1行“投入资金”：“约十万”')).toBeVisible();
  await dialog.getByLabel('粘贴区').fill(rowOf('100,000'));
  await dialog.getByRole('button', { name: '追加1行' }).click();
  await expect(tasks).toHaveCount(before + 1);
  await expect(tasks.last().getByLabel('编号')).toHaveValue(/^3\.\d+$/);
  await expect(tasks.last().getByLabel('投入资金')).toHaveValue(/^100,?000$/);
  await expect(tasks.last().getByText(/完成时间（2027-01-31）早于开始时间（2027-03-01）/)).toBeVisible();
  await tasks
    .last()
    .getByRole('button', { name: /^删除此行/ })
    .click();
  await expect(tasks).toHaveCount(before);
}

async function writeRest(page: Page, year: string): Promise<void> {
  await openPart(page, '指标');
  await page.getByRole('button', { name: '添加一行' }).click();
  for (const [label, value] of [
    ['编号', 'A'],
    ['指标名称', '供需对接活动'],
    ['单位', '场'],
    ['基期值', '2'],
    ['基期时间', `${Number(year) - 1}-12-31`],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole('button', { name: '添加一行' }).first().click();
  await page.getByRole('textbox', { name: '年度', exact: true }).fill(year);
  await page.getByRole('textbox', { name: '目标值' }).fill('10');
  await page.getByLabel('数据来源').selectOption({ label: '建设单位填报' });
  await openPart(page, '组织保障');
  await page.getByLabel('组织领导').fill('管委会主任任组长');
  await page.getByLabel('管理制度').fill('议事规则与专项资金管理办法。');
  await openPart(page, '风险');
  await page.getByLabel('风险与应对').fill('招引不及预期的，调整招引方向并按季通报。');
  await page.getByLabel('风险与应对').blur();
  await saved(page);
}

async function check(page: Page): Promise<void> {
  await part(page, '检查并报送').click();
  await expect(page.getByText('各项均已填好，可以报送。')).toBeVisible();
}

const receipt = (page: Page) => expect(page.getByRole('heading', { level: 1, name: '报送回执' })).toBeVisible();

/** The county and the centre, two persons each. */
async function agree(browser: Browser, documentNumber: string): Promise<void> {
  await as(browser, 'jingkai.review', async (page) => {
    await openDuty(page, zone, '填写审核意见');
    const form = await begin(page, '填写审核意见');
    for (const name of ['所报情况属实', '材料齐全']) {
      await form.getByRole('radiogroup', { name }).getByText('是', { exact: true }).click();
    }
    await form.getByRole('radiogroup', { name: '审核意见' }).getByText('审核通过').click();
    await send(page, '填写审核意见', '待区县签发');
  });
  await as(browser, 'jingkai.sign', async (page) => {
    await openDuty(page, zone, '签发审核通过，报市中心');
    await begin(page, '签发审核通过，报市中心');
    await send(page, '签发审核通过，报市中心', '待市中心审核');
  });
  await as(browser, 'officer1', async (page) => {
    await openDuty(page, zone, '填写市中心审核意见');
    const form = await begin(page, '填写市中心审核意见');
    await form.getByRole('radiogroup', { name: '审核意见' }).getByText('建议同意').click();
    await form.getByLabel('理由').fill('内容完整，指标有据，目标没有降低。');
    await send(page, '填写市中心审核意见', '待市中心审定');
  });
  await as(browser, 'approver1', async (page) => {
    await openDuty(page, zone, '审定同意');
    const form = await begin(page, '审定同意');
    await form.getByLabel('同意文号').fill(documentNumber);
    await send(page, '审定同意', '已同意');
  });
}

/** The zone is designated; its building unit writes the first plan from what the application said, and files it. */
async function makePlan(browser: Browser): Promise<void> {
  await as(browser, 'approver1', async (page) => {
    await openDuty(page, zone, '认定为示范区');
    await begin(page, '认定为示范区');
    await send(page, '认定为示范区', '已认定');
  });
  await as(browser, 'builder10', async (page) => {
    const year = (await today(page))?.slice(0, 4) ?? '';
    await openZone(page);
    await expect(page.getByText(`${year}年度还没有经同意的建设方案`)).toBeVisible();
    await page.getByRole('button', { name: '编制建设方案' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '填写建设方案' })).toBeVisible();
    await writeChapters(page);
    await pasteTask(page);
    await writeRest(page, year);
    await isSound(page, '填写方案');
    await check(page);
    await page.getByRole('button', { name: '报送区县审核' }).click();
    await page.getByRole('dialog', { name: '报送区县审核' }).getByRole('button', { name: '确认报送' }).click();
    await receipt(page);
  });
}

/** Progress and a value are reported where they are read; a day to come is sent back to its field, and nothing typed is lost. */
async function report(page: Page): Promise<void> {
  await openZone(page);
  await page.getByRole('button', { name: '填报进展 1.1' }).click();
  const form = page.getByRole('dialog', { name: /^填报任务1\.1/ });
  await form.getByRole('radiogroup', { name: '进展' }).getByText('进行中').click();
  await form.getByLabel('截至日期').fill('2099-01-01');
  await form.getByLabel('累计支出').fill('60000');
  await form.getByLabel('说明').fill('办法已印发，首批机构签约。');
  await form.getByRole('button', { name: '填报' }).click();
  await expect(form.getByRole('alert')).toContainText('日期不能晚于今天');
  await expect(form.getByLabel('说明')).toHaveValue('办法已印发，首批机构签约。');
  await form.getByLabel('截至日期').fill((await today(page)) ?? '');
  await form.getByRole('button', { name: '填报' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('办法已印发，首批机构签约。')).toBeVisible();
  await page.getByRole('button', { name: '填报数值 A' }).click();
  const value = page.getByRole('dialog', { name: /^填报指标A/ });
  await value.getByLabel('数值').fill('4');
  await value.getByRole('button', { name: '填报' }).click();
  await expect(value).toBeHidden();
  await expect(page.getByText('4 / 10 场')).toBeVisible();
}

/** The target of the year is lowered: before filing the page shows old and new, the effect, and for which year it counts. */
async function change(page: Page): Promise<void> {
  await openZone(page);
  await page.getByRole('button', { name: '报告方案调整' }).click();
  await openPart(page, '指标');
  await page.getByRole('textbox', { name: '目标值' }).fill('8');
  await page.getByRole('textbox', { name: '目标值' }).blur();
  await saved(page);
  await check(page);
  const difference = page.getByRole('region', { name: '与现行方案的差异' });
  await expect(difference.getByText('指标A · 年度目标')).toBeVisible();
  await expect(page.getByText(/第一部分（满分60分）由.+分变为.+分/)).toBeVisible();
  await isSound(page, '检查并报送');
  await page.getByRole('button', { name: '报送区县审核' }).click();
  const form = page.getByRole('dialog', { name: '报送区县审核' });
  await form.getByRole('button', { name: '确认报送' }).click();
  await expect(form.getByRole('alert')).toContainText('请写明调整原因');
  await form.getByLabel('调整原因').fill('两场对接会因场馆检修取消。');
  await form.getByLabel('情况说明').fill('明年补办，总目标不变。');
  await form.getByLabel('变化发生日期').fill((await today(page)) ?? '');
  await form.getByRole('button', { name: '确认报送' }).click();
  await receipt(page);
}

test('建设方案从编制到同意，进展填报，调整并读到差异 @desktop', async ({ browser, page }) => {
  test.setTimeout(240_000);
  await makePlan(browser);
  await agree(browser, '虚构〔2026〕201号');
  await as(browser, 'builder10', report);
  await as(browser, 'builder10', change);
  await agree(browser, '虚构〔2026〕202号');
  await signIn(page, 'officer1');
  await openZone(page);
  await page.getByRole('tab', { name: '建设方案' }).click();
  const versions = page.getByRole('table', { name: '历次版本' });
  await expect(versions.getByRole('row').filter({ hasText: '第2版' })).toContainText('现行');
  const difference = page.getByRole('region', { name: '比较两版' });
  await expect(difference.getByText('指标A · 年度目标')).toBeVisible();
  await expect(difference.getByRole('table')).toHaveCount(2);
  await versions.getByRole('row').filter({ hasText: '第2版' }).getByRole('link').click();
  await expect(page.getByRole('region', { name: '调整报告' })).toContainText('报告及时');
});
