import { expect, test } from '@playwright/test';
import { pdfOf } from '#demo/pdf.ts';
import { as, duty, openDuty, signIn } from './people.ts';

const zone = '萌岚康养科创园';

test('退回补正：只开放清单所列字段，补齐后重新报送 @desktop', async ({ page, browser }) => {
  await signIn(page, 'builder11');
  await openDuty(page, zone, '补正后重新报送');
  await page.getByRole('region', { name: '下一步' }).getByRole('link', { name: '补正字段' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '补正申报书' })).toBeVisible();
  const asked = page.getByRole('list').filter({ hasText: '北侧界线与所附图纸不一致' }).getByRole('button');
  await expect(asked).toHaveText(['四至范围', '服务需求分析', '（七）专项行动与运营', '扶持政策文件']);

  const sections = page.getByRole('navigation', { name: '任务清单' });
  await expect(sections.getByRole('button', { name: /需补正1项/ })).toHaveCount(4);
  await sections.getByRole('button', { name: /封面/ }).click();
  await expect(page.getByText('这一部分没有补正要求，内容不能修改。')).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);

  await sections.getByRole('button', { name: /选址/ }).click();
  await expect(page.getByRole('main').getByRole('textbox').and(page.locator(':enabled'))).toHaveCount(1);
  await expect(page.getByText('北侧界线与所附图纸不一致')).toBeVisible();
  await page.getByLabel('四至范围').fill('东至书院街，南至晚钟路，西至湖心街，北至萌岚路中心线；道路北侧楼宇不在范围内。');
  await sections.getByRole('button', { name: /产业与需求/ }).click();
  await expect(page.getByLabel('产业优势')).toBeDisabled();
  await page.getByLabel('服务需求分析').fill('问卷于九月发放，回收有效问卷五十二份，比例按有效问卷计算。');
  await sections.getByRole('button', { name: /建设方案/ }).click();
  await page.getByLabel('（七）专项行动与运营').fill('各项行动由企业服务中心牵头，按季度公布进度。');
  await sections.getByRole('button', { name: /区县支持条件/ }).click();
  await expect(page.getByLabel('扶持政策名称')).toBeDisabled();
  const bytes = pdfOf(['Supporting policy, complete', 'Invented', 'Pages 1 and 2']);
  await page
    .getByLabel('扶持政策文件')
    .and(page.locator('input[type=file]'))
    .setInputFiles({ name: '扶持政策（完整）.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
  await expect(page.getByRole('link', { name: '扶持政策（完整）.pdf' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^已保存/ })).toBeVisible();

  await sections.getByRole('button', { name: '检查并报送' }).click();
  await page.getByRole('button', { name: '补正后重新报送' }).click();
  await page.getByRole('dialog', { name: '补正后重新报送' }).getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '报送回执' })).toBeVisible();
  await page.getByRole('link', { name: '查看办理进度' }).click();
  await expect(page.getByText('待区县审核').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '第2次报送' })).toBeVisible();
  await page.getByRole('button', { name: '第1次报送' }).click();
  const first = page.getByRole('dialog');
  await expect(first.getByText('这是报送时冻结的内容')).toBeVisible();
  await expect(first.getByText('已改', { exact: true })).toHaveCount(4);

  await as(browser, 'wenchang.review', async (desk) => {
    await expect(duty(desk, zone, '填写审核意见')).toHaveCount(1);
  });
});
