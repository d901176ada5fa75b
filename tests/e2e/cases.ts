import { type Browser, expect, type Page } from '@playwright/test';

/** The part of a case page that leads with the next step. */
export const next = (page: Page) => page.getByRole('region', { name: '下一步' });

/** The day of the demonstration clock. */
export const today = (page: Page) => page.getByRole('complementary', { name: '演示数据' }).getByRole('time').getAttribute('datetime');

/** Opens the dialog of the next step. */
export async function begin(page: Page, action: string) {
  await next(page).getByRole('button', { name: action, exact: true }).click();
  return page.getByRole('dialog', { name: action });
}

/** Sends the open dialog and waits for the state the case comes to. */
export async function send(page: Page, action: string, state: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
  await expect(page.getByText(`已办理“${action}”，当前状态：${state}`)).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Sends the open dialog of an event that leaves a receipt, and puts the receipt away. */
export async function sendForReceipt(page: Page, action: string, state: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
  const receipt = page.getByRole('dialog', { name: '已受理，请保存回执' });
  await expect(receipt.getByRole('link', { name: '核验回执' })).toBeVisible();
  await receipt.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByText(state, { exact: true }).first()).toBeVisible();
}

/** Moves the demonstration clock past a notice: five working days, and one more after the last has ended. */
export async function passNotice(page: Page): Promise<void> {
  for (const step of ['前进5个工作日', '前进1个工作日']) {
    const before = await today(page);
    await page.getByRole('button', { name: step }).click();
    await expect.poll(() => today(page)).not.toBe(before);
    await expect(page.getByRole('button', { name: step })).toBeEnabled();
  }
  await expect(page.getByText(/演示时钟已到.*到期事项已处理/)).not.toHaveCount(0);
}

export type Objector = { readonly name: string; readonly facts: string };

/** Somebody of the public objects to a notice; the portal asks for no script. A telephone that is none is sent back first. */
export async function object(browser: Browser, notice: string, { name, facts }: Objector): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/notices');
  await page.getByRole('link', { name: notice }).first().click();
  await page.getByLabel('姓名或单位').fill(name);
  await page.getByLabel('联系电话').fill('0533');
  await page.getByLabel('事实与理由').fill(facts);
  await page.getByRole('button', { name: '提交异议' }).click();
  await expect(page.getByRole('alert')).toContainText('联系电话');
  await expect(page.getByLabel('姓名或单位')).toHaveValue(name);
  await page.getByLabel('联系电话').fill('0533-2100077');
  await page.getByRole('button', { name: '提交异议' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '异议已收到' })).toBeVisible();
  await page.getByRole('link', { name: '现在核验' }).click();
  await expect(page.getByRole('heading', { name: '属实', exact: true })).toBeVisible();
  await context.close();
}
