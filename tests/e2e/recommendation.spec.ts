import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { parkOf } from '#demo/parks.ts';
import { zonesTold } from '#demo/zones-told.ts';
import { begin, send, today } from './cases.ts';
import { paper } from './desk.ts';
import { as, openDuty } from './people.ts';
import { isSound } from './sound.ts';

const { key: builder, park } = parkOf(zonesTold.jimen.park);
const matter = `${park}知识产权服务业集聚发展示范区（虚构）推荐申报国家知识产权服务业集聚发展区`;

/** Clicks a link that downloads; gives the bytes. */
async function download(page: Page, name: string | RegExp): Promise<Uint8Array> {
  const begun = page.waitForEvent('download');
  await page.getByRole('link', { name }).first().click();
  return readFile(await (await begun).path());
}

/** The first of the list is recommended for the national title; that it is in order is said beside the fields. */
async function open(page: Page): Promise<void> {
  await page.goto('/app/recommendations');
  const row = page.getByRole('table', { name: '优先推荐名单' }).getByRole('row').filter({ hasText: park });
  await expect(row).toContainText('优秀');
  await isSound(page, '优先推荐名单');
  await row.getByRole('button', { name: /^推荐.+申报国家/ }).click();
  const form = page.getByRole('dialog', { name: '推荐示范区' });
  await expect(form.getByText('按次序推荐，不必写理由。')).toBeVisible();
  await form.getByRole('button', { name: '推荐示范区' }).click();
  await expect(page.getByRole('heading', { level: 1, name: matter })).toBeVisible();
}

/** Consent is given with a tick; without it nothing is sent, and nothing typed is lost. */
async function consent(page: Page): Promise<void> {
  await openDuty(page, matter, '同意推荐并提交补充材料');
  const form = await begin(page, '同意推荐并提交补充材料');
  await form.getByLabel('建设成效与申报意愿').fill('两年来入驻机构翻番，服务覆盖全部主导产业，愿意申报。');
  await form.getByLabel('联系人').fill('岫云客 0533-2100077');
  await form.getByRole('button', { name: '添加一行' }).click();
  await form.getByLabel('材料名称').fill('典型案例');
  await form.getByLabel('文件', { exact: true }).setInputFiles(paper('典型案例.pdf'));
  await expect(form.getByRole('link', { name: '典型案例.pdf' })).toBeVisible();
  await form.getByRole('button', { name: '同意推荐并提交补充材料' }).click();
  await expect(form.getByRole('alert').first()).toContainText('同意推荐方可提交');
  await expect(form.getByLabel('联系人')).toHaveValue('岫云客 0533-2100077');
  await form.getByLabel('同意推荐，所报情况属实').check();
  await isSound(page, '同意推荐');
  await send(page, '同意推荐并提交补充材料', '待整理材料并拟荐');
}

/** The dossier is made from what is on record; the archive opens and holds document, print and evidence. */
async function makeDossier(page: Page): Promise<void> {
  await openDuty(page, matter, '拟荐');
  await page.getByRole('button', { name: '生成推荐材料' }).click();
  await expect(page.getByText('已生成第1份')).toBeVisible();
  const names = Object.keys(unzipSync(await download(page, /下载.*第1份/)));
  expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(1);
  expect(names.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(1);
  await isSound(page, '推荐材料');
  const form = await begin(page, '拟荐');
  await form.getByLabel('推荐意见').fill('年度认定优秀，经验可以推广，同意推荐。');
  await send(page, '拟荐', '待审定报送');
}

async function sendAbove(page: Page): Promise<void> {
  await openDuty(page, matter, '审定并报送');
  const form = await begin(page, '审定并报送');
  await form.getByLabel('报送文号').fill('虚构〔2026〕401号');
  await form.getByLabel('报送日期').fill((await today(page)) ?? '');
  await send(page, '审定并报送', '已报送，待上级结果');
  await expect(page.getByText('已报送的一份')).toBeVisible();
}

async function recordOutcome(page: Page): Promise<void> {
  await page.goto('/app/cases/recommendation');
  await page.getByRole('link', { name: matter }).click();
  const form = await begin(page, '登记：已获认定');
  await form.getByLabel('获得的称号').fill('国家知识产权服务业集聚发展区');
  await form.getByLabel('上级文号').fill('虚构国〔2026〕9号');
  await form.getByLabel('日期').fill((await today(page)) ?? '');
  await send(page, '登记：已获认定', '已获认定');
  await page.goto('/app/recommendations');
  await expect(page.getByRole('row').filter({ hasText: park })).toContainText('已获“国家知识产权服务业集聚发展区”');
}

test('从优先推荐名单到上级结果：建设单位同意，材料生成可下载，审定报送 @desktop', async ({ browser }) => {
  test.setTimeout(180_000);
  await as(browser, 'officer1', open);
  await as(browser, builder, consent);
  await as(browser, 'officer1', makeDossier);
  await as(browser, 'approver1', sendAbove);
  await as(browser, 'officer1', recordOutcome);
});

/** The list that waits is dropped with its reason and prepared anew; gives its year. */
async function prepareBonus(page: Page): Promise<string> {
  await page.goto('/app/cases/bonus');
  await page
    .getByRole('link', { name: /年度区县加分名单/ })
    .first()
    .click();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const year = /(\d{4})年度/.exec(title)?.[1] ?? '';
  const form = await begin(page, '作废');
  await form.getByLabel('理由').fill('考核部门要求重新拟定。');
  await form.getByRole('button', { name: '作废' }).click();
  await form.getByRole('button', { name: '确认作废' }).click();
  await expect(page.getByText('已办理“作废”，当前状态：已作废')).toBeVisible();
  await page.goto(`/app/bonus?year=${year}`);
  await expect(page.getByText('每个区县只列一次', { exact: false })).toBeVisible();
  await isSound(page, '区县加分');
  await page.getByRole('button', { name: '拟定名单' }).click();
  await page.getByRole('dialog', { name: '拟定加分名单' }).getByRole('button', { name: '拟定加分名单' }).click();
  await expect(page.getByText('待审定').first()).toBeVisible();
  return year;
}

async function confirmBonus(page: Page, year: string): Promise<void> {
  await openDuty(page, `${year}年度区县加分名单`, '审定名单');
  const form = await begin(page, '审定名单');
  await form.getByLabel('报送文号').fill('虚构〔2026〕402号');
  await send(page, '审定名单', '已审定');
  await page.goto(`/app/bonus?year=${year}`);
  await expect(page.getByRole('heading', { level: 3, name: /第1版.*虚构〔2026〕402号/ })).toBeVisible();
  await expect(page.getByText('与下面已审定的第1版相同，无须更正。')).toBeVisible();
  await isSound(page, '已审定的名单');
  const rows = new TextDecoder().decode(await download(page, 'CSV'));
  expect(rows).toContain(park);
  const sheets = Object.keys(unzipSync(await download(page, 'Excel')));
  expect(sheets).toContain('xl/workbook.xml');
}

test('年度区县加分名单：一人拟定，另一人审定，导出表格 @desktop', async ({ browser }) => {
  test.setTimeout(120_000);
  const year = await as(browser, 'officer1', prepareBonus);
  await as(browser, 'approver2', (page) => confirmBonus(page, year));
});
