import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('a stranger learns from “我能拿到什么” why one thing is a yes and another a no, without script', async ({ page }) => {
  await page.goto('/what-can-i-get');
  await expect(page.getByRole('heading', { level: 1, name: '我能拿到什么' })).toBeVisible();
  await page.getByLabel('哪一天入驻').fill('2020-11-02');
  await page.getByLabel('当年授权的我市发明专利（件）').fill('68');
  await page.getByLabel('政银保专利质押贷款（笔）').fill('2');
  await page.getByLabel('普通专利质押贷款（笔）').fill('1');
  await page.getByRole('button', { name: '算一算' }).click();

  const loans = page.locator('li.get', { hasText: '专利质押融资' });
  await expect(loans).toContainText('可得上限');
  await expect(loans).toContainText('2万元（20,000元）');
  await expect(loans).toContainText('属于政银保专利权质押保险贷款（政银保：是）');
  await expect(loans).toContainText('普通质押贷款不在支持范围');
  await expect(loans).toContainText('口径尚待市中心确认');

  const tier = page.locator('li.get', { hasText: '发明专利授权件数' });
  await expect(tier).toContainText('不可得');
  await expect(tier).toContainText('计入 68 件');
  await expect(tier).toContainText(/怎样变成“可得”：再有3件我市发明专利授权（12月31日前），就最高可得1万元/);

  const address = new URL(page.url());
  expect(address.searchParams.get('grants')).toBe('68');
  await page.goto(address.href);
  await expect(page.getByLabel('当年授权的我市发明专利（件）')).toHaveValue('68');
});

test('what is typed wrong is named at its field, and nothing is computed', async ({ page }) => {
  const answer = await page.goto('/what-can-i-get?zone=y&grants=很多');
  expect(answer?.status()).toBe(422);
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([/当年授权的我市发明专利/, /哪一天入驻/]);
  await expect(page.locator('li.get')).toHaveCount(0);
});

test('the worked examples explain a choice between two halves, and an agency outside every zone', async ({ page }) => {
  await page.goto('/what-can-i-get');
  await page.getByRole('link', { name: '区内的一家机构：有的可得，有的不可得' }).click();
  await expect(page.locator('#mix')).toContainText('发明专利授权件数');
  await expect(page.locator('#mix')).toContainText('单独看可得3万元');
  await page.goto('/what-can-i-get');
  await page.getByRole('link', { name: '区外的一家机构：为什么都不可得' }).click();
  await expect(page.locator('li.get').first()).toContainText('当日机构不在任何示范区内');
  await expect(page.locator('li.get').first()).toContainText('怎样变成“可得”：入驻示范区');
});

test('the register of readings is narrowed by plain links', async ({ page }) => {
  await page.goto('/readings');
  await page
    .getByRole('navigation', { name: '按状态查看' })
    .getByRole('link', { name: /首批请市中心确认/ })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: /I-15/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /I-02/ })).toHaveCount(0);
});

test.describe('with script, for the checker only', () => {
  test.use({ javaScriptEnabled: true });
  for (const address of ['/what-can-i-get', '/what-can-i-get?zone=y&since=2020-11-02&grants=130&double_grants=6&fee1=3', '/readings']) {
    test(`axe finds nothing on ${address}`, async ({ page }) => {
      await page.goto(address);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    });
  }
});
