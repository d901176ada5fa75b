import { type Browser, expect, type Page } from '@playwright/test';
import { demoAccounts } from '#demo/accounts.ts';

/** The one password of the demonstration. */
const password = demoAccounts[0]?.password ?? '';

/** Fills the sign-in form and sends it. */
export async function giveName(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await givePassword(page);
}

/** Gives the password where the name stands already. */
export async function givePassword(page: Page): Promise<void> {
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Signs in through the page and waits for the queue. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/app/login');
  await giveName(page, username);
  await expect(page.getByRole('heading', { level: 1, name: '我的待办' })).toBeVisible();
}

/** The menu of the person who is signed in. */
export const ownMenu = (page: Page) => page.getByRole('button', { name: /^当前身份：/ });

/** Takes another of one's offices. */
export async function switchOffice(page: Page, role: string): Promise<void> {
  await ownMenu(page).click();
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
  await expect(ownMenu(page)).toHaveAccessibleName(new RegExp(`，${role}，`));
}

/** Does something as somebody, in a browser of their own that is closed afterwards. */
export async function as<Result>(browser: Browser, username: string, work: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await signIn(page, username);
    if (username === 'expert10') await switchOffice(page, '评审专家');
    return await work(page);
  } finally {
    await context.close();
  }
}

/** The row of the queue that is about `matter` and asks for `todo`. */
export const duty = (page: Page, matter: string, todo: string) =>
  page.getByRole('table', { name: '我的待办' }).getByRole('row').filter({ hasText: matter }).filter({ hasText: todo });

/** Opens a duty from the queue and arrives at its case. */
export async function openDuty(page: Page, matter: string, todo: string): Promise<void> {
  await duty(page, matter, todo).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: matter })).toBeVisible();
}
