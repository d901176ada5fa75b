import { type Browser, expect, type Page, test } from '@playwright/test';
import { nameOf, people } from '#demo/people.ts';
import { as, duty, openDuty } from './people.ts';

const zone = '齐岫循环经济产业园';
const experts = people.filter(({ expert }) => expert !== null).map(({ username }) => username);
const day = (page: Page) => page.getByRole('complementary', { name: '演示数据' }).getByRole('time');

/** Sends the open dialog and waits for the state the case comes to. */
async function send(page: Page, action: string, state: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
  await expect(page.getByText(`已办理“${action}”，当前状态：${state}`)).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function act(page: Page, action: string): Promise<void> {
  await page.getByRole('region', { name: '下一步' }).getByRole('button', { name: action, exact: true }).click();
}

/** The applicant checks the complete draft, files it and keeps the receipt. */
async function file(page: Page): Promise<string> {
  await openDuty(page, zone, '填写申报书');
  await page.getByRole('region', { name: '下一步' }).getByRole('link', { name: '报送区县' }).click();
  await page.getByRole('button', { name: '检查并报送' }).click();
  await expect(page.getByText('各项均已填好，可以报送。')).toBeVisible();
  await page.getByRole('button', { name: '报送区县' }).click();
  await page.getByRole('dialog', { name: '报送区县' }).getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '报送回执' })).toBeVisible();
  await page.getByRole('link', { name: /\/verify\// }).click();
  await expect(page.getByRole('heading', { name: '属实' })).toBeVisible();
  await expect(page.getByText(/^是：“.*”（SB.*）于.*收到.*此后没有改动。$/)).toBeVisible();
  return page.url();
}

test('示范区从报送到认定，全程在浏览器里办成 @clock', async ({ browser }) => {
  test.setTimeout(180_000);
  await as(browser, 'builder13', async (page) => {
    await file(page);
  });
});
