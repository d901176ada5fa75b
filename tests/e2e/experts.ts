import { expect, type Page } from '@playwright/test';
import { people } from '#demo/people.ts';
import { begin, next, send } from './cases.ts';
import { openDuty } from './people.ts';

/** Draws a panel of five, after three were refused; gives the accounts of its members. */
export async function drawFive(page: Page, matter: string, state: string): Promise<readonly string[]> {
  await openDuty(page, matter, '随机抽取专家');
  const form = await begin(page, '随机抽取专家');
  await form.getByLabel('专家人数').fill('3');
  await form.getByRole('button', { name: '随机抽取专家' }).click();
  await expect(form.getByRole('alert')).toContainText('专家不少于5人');
  await form.getByLabel('专家人数').fill('5');
  await send(page, '随机抽取专家', state);
  const members = page.getByRole('table', { name: '专家组' }).getByRole('rowheader');
  await expect(members).toHaveCount(5);
  const names = await members.allInnerTexts();
  return people.filter(({ expert, name }) => expert !== null && names.includes(name)).map(({ username }) => username);
}

type Judging = {
  readonly matter: string;
  /** A heading of the papers, shut until the expert has declared, and a body the case concerns. */
  readonly paper: string;
  readonly party: string;
  readonly indicators: number;
  /** Full marks, and what is left out of them at the last indicator. */
  readonly all: number;
  readonly point: number;
};

/** An expert declares, scores every indicator in full but the last, and seals. */
export async function scoreAndSeal(page: Page, { matter, paper, party, indicators, all, point }: Judging): Promise<void> {
  await openDuty(page, matter, '声明无利益关系');
  await expect(page.getByText('声明无利益关系后才能查看材料')).toBeVisible();
  await expect(page.getByRole('heading', { name: paper })).toBeHidden();
  await next(page).getByRole('link', { name: '声明无利益关系' }).click();
  await expect(page.getByText(party).first()).toBeVisible();
  const declare = page.getByRole('button', { name: '声明无利益关系，开始评审' });
  await expect(declare).toBeDisabled();
  await page.getByRole('checkbox', { name: /没有任职、持股、亲属、代理等利益关系/ }).check();
  await declare.click();
  const sheet = page.getByRole('region', { name: '评分表' });
  await expect(sheet.getByRole('spinbutton')).toHaveCount(indicators);
  const fields = await sheet.getByRole('spinbutton').all();
  for (const field of fields) await field.fill((await field.getAttribute('max')) ?? '');
  const last = fields.at(-1);
  await last?.fill(String(Number(await last.getAttribute('max')) - point));
  await expect(sheet.getByText(`已打${indicators}项，共${indicators}项`)).toBeVisible();
  await expect(sheet.getByText(String(all - point), { exact: true })).toBeVisible();
  await sheet.getByLabel('评语').fill('各章任务明确，资金来源可靠。');
  await sheet.getByRole('checkbox', { name: /再次声明/ }).check();
  await sheet.getByRole('button', { name: '封存评分表' }).click();
  await page.getByRole('dialog', { name: '封存评分表' }).getByRole('button', { name: '确认封存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '评分表已封存' })).toBeVisible();
}
