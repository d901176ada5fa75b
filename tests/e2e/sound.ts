import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** Nothing is wider than the window. */
export async function fits(page: Page, what: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(beyond, `${what}：横向多出的像素`).toBe(0);
}

/** The page fits the window and axe finds nothing. */
export async function isSound(page: Page, what: string): Promise<void> {
  await test.step(what, async () => {
    await fits(page, what);
    const { violations, passes } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
    expect(passes.length).toBeGreaterThan(5);
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    expect.soft(found, what).toEqual([]);
  });
}
