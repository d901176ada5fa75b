import { expect, type Page, test } from '@playwright/test';
import { duty, openDuty, signIn } from './people.ts';

const zone = '鹤汀电子信息产业园';

/** Opens one section of the half draft from the queue, as its applicant would. */
async function openSection(page: Page, section: string): Promise<void> {
  await openDuty(page, zone, '填写申报书');
  await page.getByRole('region', { name: '下一步' }).getByRole('link').first().click();
  await page.getByRole('navigation', { name: '任务清单' }).getByRole('button', { name: section }).click();
  await expect(page.getByRole('heading', { level: 2, name: section })).toBeVisible();
}

const stamp = (page: Page) => page.getByRole('status').filter({ hasText: /已保存|保存到服务器|正在/ });
const saved = (page: Page) => expect(stamp(page)).toHaveText(/^已保存 \d\d:\d\d:\d\d$/);

test.beforeEach(async ({ page }) => {
  await signIn(page, 'builder14');
  await expect(duty(page, zone, '填写申报书')).toHaveCount(1);
});

test('边填边存：写明保存时间，重新载入后一字不少', async ({ page }, { project }) => {
  const post = `副主任（${project.name}）`;
  const goals = `三年内引育机构六家，培训两千人次。\n第二段（${project.name}）：每年两次对接会。`;
  await openSection(page, '申报单位');
  await page.getByLabel('职务').fill(post);
  await saved(page);
  await openPart(page, '建设方案');
  await page.getByLabel('建设目标').fill(goals);
  await page.getByLabel('建设期起').fill('2027-03-01');
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('建设目标')).toHaveValue(goals);
  await expect(page.getByLabel('建设期起')).toHaveValue('2027-03-01');
  await saved(page);
  await openPart(page, '申报单位');
  await expect(page.getByLabel('职务')).toHaveValue(post);
});

/** Goes to another section; on a phone the list of sections is a page of its own. */
async function openPart(page: Page, section: string): Promise<void> {
  const list = page.getByRole('navigation', { name: '任务清单' });
  if (!(await list.isVisible())) await page.getByRole('button', { name: '任务清单' }).click();
  await list.getByRole('button', { name: section }).click();
  await expect(page.getByRole('heading', { level: 2, name: section })).toBeVisible();
}

test('信用代码写错：本字段旁边说明错在哪里，改对后消失', async ({ page }) => {
  await openSection(page, '申报单位');
  const code = page.getByLabel('统一社会信用代码');
  const good = await code.inputValue();
  expect(good).toMatch(/^[0-9A-Z]{18}$/);
  const wrong = `${good.slice(0, 17)}${good.endsWith('0') ? '1' : '0'}`;
  for (const [typed, says] of [
    [wrong, '统一社会信用代码校验位不符，请核对证照逐位重输'],
    [good.slice(0, 16), '统一社会信用代码应为18位，现为16位'],
    [`${good.slice(0, 17)}I`, '统一社会信用代码不含字符“I”（不用I、O、S、V、Z）'],
  ] as const) {
    await code.fill(typed);
    await code.blur();
    await expect(code).toHaveAttribute('aria-invalid', 'true');
    await expect(code).toHaveAccessibleDescription(says);
  }
  await code.fill(good);
  await code.blur();
  await expect(page.getByText(/统一社会信用代码(应为|不含|校验)/)).toHaveCount(0);
  await expect(code).not.toHaveAttribute('aria-invalid');
});

test('表格加一行，存上并留住', async ({ page }, { project }) => {
  const yuan = project.name === 'phone' ? '360000' : '1280000';
  await openSection(page, '资金与政策');
  const rows = page.getByRole('row').filter({ has: page.getByRole('textbox', { name: '金额（元）' }) });
  const before = await rows.count();
  await page.getByRole('button', { name: '添加一行' }).click();
  await expect(rows).toHaveCount(before + 1);
  await rows.last().getByLabel('来源').selectOption({ label: '区县财政' });
  await rows.last().getByLabel('年度').fill('2027');
  await rows.last().getByLabel('金额（元）').fill(yuan);
  await rows.last().getByLabel('金额（元）').blur();
  await saved(page);
  await page.reload();
  await expect(rows).toHaveCount(before + 1);
  await expect(rows.last().getByLabel('来源')).toHaveValue('district');
  await expect(rows.last().getByLabel('年度')).toHaveValue('2027');
  await expect(rows.last().getByLabel('金额（元）')).toHaveValue(yuan);
});

test('断网：提示一直在，写下的不丢，恢复后自动存上', async ({ page, context }, { project }) => {
  const policies = `入驻机构三年租金补贴，断网时写下（${project.name}）。`;
  await openSection(page, '资金与政策');
  const field = page.getByLabel('拟给予的优惠政策');
  await context.setOffline(true);
  await field.fill(policies);
  await field.blur();
  const alert = page.getByRole('alert').filter({ hasText: '没有保存到服务器' });
  await expect(alert).toBeVisible();
  await expect(stamp(page)).toHaveText('没有保存到服务器');
  await field.press('End');
  await field.pressSequentially('续写');
  await expect(field).toHaveValue(`${policies}续写`);
  await expect(alert).toBeVisible();
  await context.setOffline(false);
  await saved(page);
  await expect(alert).toHaveCount(0);
  await page.reload();
  await expect(field).toHaveValue(`${policies}续写`);
});

test('断网时关掉页面，再打开时找回并存上', async ({ page, context }, { project }) => {
  const reason = `园区毗邻高校，断网时写下（${project.name}）。`;
  await openSection(page, '选址');
  await context.setOffline(true);
  await page.getByLabel('选址理由').fill(reason);
  await expect(page.getByRole('alert').filter({ hasText: '没有保存到服务器' })).toBeVisible();
  const address = page.url();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByText('已找回上次没有存上的1处内容，并重新保存。')).toBeVisible();
  await expect(again.getByLabel('选址理由')).toHaveValue(reason);
  await saved(again);
});

test('两个窗口改同一处：并排给出两种内容，由人选定', async ({ page, context }, { project }) => {
  const mine = `本窗口写的主任（${project.name}）`;
  const theirs = `另一窗口写的主任（${project.name}）`;
  await openSection(page, '申报单位');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('职务').fill(theirs);
  await other.getByLabel('职务').blur();
  await saved(other);
  await page.getByLabel('职务').fill(mine);
  await page.getByLabel('职务').blur();
  const dialog = page.getByRole('dialog', { name: '同一处内容在别处也改了' });
  await expect(dialog.getByText(mine)).toBeVisible();
  await expect(dialog.getByText(theirs)).toBeVisible();
  await expect(dialog.getByRole('button', { name: '按所选保存' })).toBeDisabled();
  await dialog.getByRole('radio', { name: /我的/ }).check();
  await dialog.getByRole('button', { name: '按所选保存' }).click();
  await expect(dialog).toHaveCount(0);
  await saved(page);
  await other.reload();
  await expect(other.getByLabel('职务')).toHaveValue(mine);
});
