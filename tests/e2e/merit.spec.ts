import { expect, test } from '@playwright/test';
import { signIn } from './people.ts';
import { isSound } from './sound.ts';

test('优先推荐名单、区县加分与审核情况各页合用', async ({ page }) => {
  test.slow();
  await signIn(page, 'officer1');
  for (const [path, name, shown] of [
    ['/app/recommendations', '优先推荐名单', /可以推荐的等次/],
    ['/app/bonus', '区县加分', /口径：/],
    ['/app/workload', '区县审核情况', /中位/],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('main').getByText(shown).first()).toBeVisible();
    await isSound(page, name);
  }
  await page
    .getByRole('main')
    .getByRole('button', { name: /查看.*受理的案件/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('link').first()).toBeVisible();
  await isSound(page, '审核情况所依据的案件');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const year = new Date().getFullYear();
  await page.goto(`/app/bonus?year=${year}`);
  await expect(page.getByText(`${year}年度还没有结束`)).toBeVisible();
  await expect(page.getByRole('button', { name: /拟定|更正/ })).toHaveCount(0);
});
