import { expect, test } from '@playwright/test';
import { duty, giveName, givePassword, openDuty, ownMenu, signIn } from './people.ts';

test('区县只能看本区县：别处的案卷打不开，页面仍是本站样子', async ({ page, context }) => {
  await signIn(page, 'zhangdian.review');
  await openDuty(page, '玉黛数字经济产业园', '填写审核意见');
  const address = page.url();
  await context.clearCookies();
  await signIn(page, 'boshan.review');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible();
  await expect(page.getByText('地址可能写错了')).toBeVisible();
  await expect(page.getByText('玉黛')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: '主要栏目' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '回到待办' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '我的待办' })).toBeVisible();
  await page.goto('/app/no-such-page');
  await expect(page.getByText('没有这个页面')).toBeVisible();
});

test('没有登录：先登录，再回到要去的那一页', async ({ page }) => {
  await page.goto('/app/cases/application?state=county_review');
  await expect(page.getByRole('heading', { level: 1, name: '登录办事' })).toBeVisible();
  await page.getByLabel('用户名').fill('yiyuan.review');
  await page.getByLabel('密码').fill('jixia-demo-2025');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(/用户名或密码/);
  await expect(page.getByLabel('用户名')).toHaveValue('yiyuan.review');
  await giveName(page, 'yiyuan.review');
  await expect(page).toHaveURL('/app/cases/application?state=county_review');
  await expect(page.getByRole('combobox', { name: '状态' })).toHaveValue('county_review');
  await expect(page.getByRole('row').filter({ hasText: '沂岚医药包材产业园' })).toHaveCount(1);
});

test('登录在别处被结束：原地登录后接着办，写好的字都在', async ({ page, browser }) => {
  const reasons = '实地看过，材料齐全；写到一半时登录被结束。';
  await signIn(page, 'yiyuan.review');
  await openDuty(page, '沂岚医药包材产业园', '填写审核意见');
  await page.getByRole('region', { name: '下一步' }).getByRole('button', { name: '填写审核意见' }).click();
  const form = page.getByRole('dialog', { name: '填写审核意见' });
  await form.getByLabel('理由').fill(reasons);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, 'yiyuan.review');
  await other.goto('/app/account');
  const others = other.getByRole('table', { name: '登录设备' }).getByRole('button', { name: /^下线/ });
  await expect(others).not.toHaveCount(0);
  while ((await others.count()) > 0) {
    const before = await others.count();
    await others.first().click();
    await expect(others).toHaveCount(before - 1);
  }
  await elsewhere.close();

  await form.getByRole('button', { name: '填写审核意见' }).click();
  const again = page.getByRole('dialog', { name: '登录已过期' });
  await expect(again.getByText('页面上填写的内容都还在')).toBeVisible();
  await expect(again.getByLabel('用户名')).toHaveValue('yiyuan.review');
  await givePassword(page);
  await expect(again).toHaveCount(0);
  await expect(form.getByLabel('理由')).toHaveValue(reasons);
  // The waiting request went on by itself: the server names what is still missing.
  await expect(form.getByRole('alert')).toContainText('处需要处理');
  await form.getByRole('button', { name: '取消' }).click();
  await expect(ownMenu(page)).toBeVisible();
  await page.goto('/app');
  await expect(duty(page, '沂岚医药包材产业园', '填写审核意见')).toHaveCount(1);
});
