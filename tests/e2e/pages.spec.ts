import { expect, type Page, test } from '@playwright/test';
import { today } from './cases.ts';
import { openDuty, ownMenu, signIn } from './people.ts';
import { fits, isSound } from './sound.ts';

/** One account of each role, and whether something waits for it. */
const roles = [
  ['builder14', '申报（建设）单位'],
  ['zhangdian.review', '区县审核'],
  ['gaoqing.sign', '区县签发'],
  ['officer1', '市中心经办'],
  ['approver1', '市中心审定'],
  ['expert7', '评审专家'],
  ['agency1', '服务机构'],
  ['finance', '财务'],
  ['audit', '审计'],
  ['admin', '管理员'],
] as const;

/** Everything the browser complains about while a test runs; checked when it ends. */
const complaints: string[] = [];

test.beforeEach(({ page }) => {
  complaints.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
});

test.afterEach(() => {
  expect(complaints).toEqual([]);
});

const main = (page: Page) => page.getByRole('main');

for (const [username, role] of roles) {
  test(`${username}登录：待办载入，页面合用`, async ({ page }) => {
    await signIn(page, username);
    await expect(ownMenu(page)).toHaveAccessibleName(new RegExp(role));
    await expect(main(page).getByText(/\d+件待办|没有待办事项/)).toBeVisible();
    await fits(page, '待办');
  });
}

test('公开页面不用脚本，合用', async ({ page }, { project }) => {
  for (const path of ['/', '/calls', '/notices', '/zones', '/policy', '/how-it-works', '/verify', '/developers']) {
    const isStacked = ['/', '/zones', '/policy'].includes(path);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await page.locator('script').count()).toBe(0);
    await (project.name === 'desktop' || isStacked ? isSound : fits)(page, path);
  }
  await page.goto('/notices');
  await main(page).getByRole('link', { name: /公示/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /拟认定示范区公示/ })).toBeVisible();
  await isSound(page, '公示');
  await page.goto('/zones');
  await main(page)
    .getByRole('link', { name: /示范区/ })
    .first()
    .click();
  await expect(main(page).getByText('四至范围')).toBeVisible();
  await isSound(page, '示范区');
});

test('登录页合用', async ({ page }) => {
  await page.goto('/app/login');
  await expect(page.getByLabel('用户名')).toBeVisible();
  await isSound(page, '登录');
});

test('经办人的待办、列表、案卷、排名、消息和账号页合用', async ({ page }) => {
  await signIn(page, 'officer1');
  await expect(page.getByRole('table', { name: '我的待办' })).toBeVisible();
  await isSound(page, '待办');
  const sections = page.getByRole('navigation', { name: '主要栏目' });
  await sections.getByRole('link', { name: '示范区', exact: true }).click();
  await sections.getByRole('link', { name: '示范区申报' }).click();
  await expect(page.getByRole('table', { name: '示范区申报' }).getByRole('link').first()).toBeVisible();
  await isSound(page, '列表');
  await page.getByRole('link', { name: /瀚岐智能制造产业园/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /瀚岐/ })).toBeVisible();
  await expect(page.getByText('综合得分')).toBeVisible();
  await isSound(page, '案卷');
  await page.goto('/app/cases/call');
  await page.getByRole('row').filter({ hasText: '第一批' }).getByRole('link', { name: '遴选排名' }).click();
  await expect(page.getByRole('row').filter({ hasText: '槐汀' })).toHaveCount(1);
  await isSound(page, '排名');
  for (const [path, name] of [
    ['/app/messages', '消息'],
    ['/app/account', '账号与安全'],
    ['/app/zones', '示范区名册'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await isSound(page, name);
  }
});

test('办理对话框合用', async ({ page }) => {
  await signIn(page, 'zhangdian.review');
  await openDuty(page, '玉黛数字经济产业园', '填写审核意见');
  const opener = page.getByRole('region', { name: '下一步' }).getByRole('button', { name: '填写审核意见' });
  await opener.click();
  await expect(page.getByRole('dialog', { name: '填写审核意见' })).toBeVisible();
  await isSound(page, '审核意见');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('填写申报书的每一部分合用', async ({ page }, { project }) => {
  test.slow();
  await signIn(page, 'builder14');
  await openDuty(page, '鹤汀电子信息产业园', '填写申报书');
  await page.getByRole('region', { name: '下一步' }).getByRole('link').first().click();
  const parts = page.getByRole('navigation', { name: '任务清单' });
  await expect(parts).toBeVisible();
  await isSound(page, '任务清单');
  const address = page.url();
  for (const part of ['applicant', 'industry', 'services', 'funding', 'check']) {
    const isStacked = ['services', 'funding', 'check'].includes(part);
    await page.goto(`${address}?part=${part}`);
    await expect(main(page).getByRole('heading', { level: 2 }).last()).toBeVisible();
    await (project.name === 'desktop' || isStacked ? isSound : fits)(page, part);
  }
});

test('专家评分与机构支持页合用', async ({ page, context }) => {
  await signIn(page, 'expert7');
  await openDuty(page, '岫川', '封存评分表');
  await page.getByRole('region', { name: '下一步' }).getByRole('link', { name: '封存评分表' }).click();
  await expect(
    page
      .getByText(/已打\d+项，共18项/)
      .or(page.getByRole('button', { name: /评分表 ·/ }))
      .first(),
  ).toBeVisible();
  await isSound(page, '评分');
  await context.clearCookies();
  await signIn(page, 'agency1');
  await page.getByRole('link', { name: '可得支持' }).click();
  await expect(page.getByText('展开计算过程').first()).toBeVisible();
  await isSound(page, '可得支持');
});

test('年度认定的进度、案卷、自评与评分页合用', async ({ page, context }) => {
  test.slow();
  await signIn(page, 'officer1');
  const round = page.getByRole('table', { name: '年度认定' });
  await page.goto('/app/recognitions');
  await expect(round).toBeVisible();
  const thisYear = Number((await today(page))?.slice(0, 4));
  const year = (await page.getByText('年度认定还没有启动').count()) > 0 ? thisYear - 1 : thisYear;
  await page.goto(`/app/recognitions?year=${year - 1}`);
  await expect(round.getByText('优秀')).toBeVisible();
  await isSound(page, '认定进度');
  await round.getByRole('link', { name: /稷门创新谷/ }).click();
  await page.getByText(/系统按方案与填报记录计算/).click();
  await expect(page.getByRole('region', { name: '历年认定' }).getByRole('link')).not.toHaveCount(0);
  await isSound(page, '认定案卷');
  await context.clearCookies();
  await signIn(page, 'builder16');
  await openDuty(page, `${year}年度认定`, '自评报告');
  await page.getByRole('region', { name: '下一步' }).getByRole('link').first().click();
  await expect(page.getByRole('navigation', { name: '任务清单' })).toBeVisible();
  const address = page.url();
  for (const part of ['carriedOut', 'check']) {
    await page.goto(`${address}?part=${part}`);
    await expect(page.getByText(/对照第\d+版建设方案/).first()).toBeVisible();
    await isSound(page, `自评 ${part}`);
  }
});

test('机构的事实、登记与清单导入各页合用', async ({ page }) => {
  test.slow();
  await signIn(page, 'agency1');
  await page.goto('/app/facts?kind=litigation');
  const facts = page.getByRole('table', { name: '事实清单' });
  await expect(facts).toBeVisible();
  await isSound(page, '事实清单');
  await facts.getByRole('link').first().click();
  await expect(page.getByRole('region', { name: '历次版本' })).toBeVisible();
  await isSound(page, '一条事实');
  await page.goto('/app/facts/new?kind=pledge_loan');
  await expect(page.getByRole('button', { name: '登记', exact: true })).toBeVisible();
  await isSound(page, '登记事实');
  await page.goto('/app/facts?tab=imports');
  await expect(page.getByRole('table', { name: '导入记录' })).toBeVisible();
  await isSound(page, '清单导入');
});

test('示范区页面、进展与预测、方案案卷合用', async ({ page, context }) => {
  test.slow();
  await signIn(page, 'builder1');
  await page.goto('/app/zones');
  await page.getByRole('table', { name: '示范区名册' }).getByRole('link', { name: /稷门/ }).click();
  await expect(page.getByRole('region', { name: '预计等次' })).toBeVisible();
  await isSound(page, '进展');
  await page
    .getByRole('button', { name: /^填报进展/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await isSound(page, '填报进展');
  await page.keyboard.press('Escape');
  for (const [tab, shown] of [
    ['建设方案', page.getByRole('table', { name: '历次版本' })],
    ['台账', page.getByRole('button', { name: '登记资金到位' })],
    ['历年认定', page.getByRole('table', { name: '历年认定' })],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(shown).toBeVisible();
    await isSound(page, tab);
  }
  await context.clearCookies();
  await signIn(page, 'officer1');
  await page.goto('/app/scorecards');
  await expect(page.getByRole('table', { name: '进展与预测' })).toBeVisible();
  await isSound(page, '进展与预测');
  await page.getByLabel('搜索示范区').fill('查无此区');
  await expect(page.getByText('没有符合筛选的示范区')).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await page.goto('/app/cases/plan?q=调整');
  await page.getByRole('table', { name: '建设方案及调整' }).getByRole('link').first().click();
  await expect(page.getByRole('region', { name: '与现行方案的差异' })).toBeVisible();
  await isSound(page, '方案案卷');
});

test('只用键盘：j、k、Enter走待办，Tab到得了主要操作 @desktop', async ({ page }) => {
  await signIn(page, 'officer1');
  const links = page.getByRole('table', { name: '我的待办' }).getByRole('link');
  await expect(links.nth(1)).toBeVisible();
  await page.keyboard.press('j');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(links.nth(0)).toBeFocused();
  const matter = await links.nth(0).innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(matter);
  const first = page
    .getByRole('region', { name: '下一步' })
    .getByRole('link')
    .or(page.getByRole('region', { name: '下一步' }).getByRole('button'))
    .first();
  await expect(main(page)).toBeFocused();
  let steps = 0;
  while (!(await first.evaluate((element) => element === document.activeElement)) && steps++ < 12) await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.goto('/app');
  await expect(links.first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main(page)).toBeFocused();
});

test('English：栏目和页面换成英文，下次来仍是英文', async ({ page }) => {
  await signIn(page, 'officer1');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My duties' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main sections' })).toContainText('Rules and oversight');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('columnheader', { name: 'To do' })).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'My duties' })).toBeVisible();
  await page.goto('/app/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Account and security' })).toBeVisible();
  await isSound(page, 'Account');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '账号与安全' })).toBeVisible();
  await page.goto('/?lang=en');
  await page.getByRole('banner').getByRole('link', { name: 'Notices' }).click();
  await expect(page).toHaveURL(/lang=en/);
  await expect(page.getByRole('heading', { level: 1, name: 'Notices' })).toBeVisible();
});
