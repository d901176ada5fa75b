import { expect, type Page, test } from '@playwright/test';
import { books } from './books.ts';
import { begin, object, passNotice, send } from './cases.ts';
import { organisationOf } from '#demo/organisations.ts';
import { as } from './people.ts';

const agency = '岱青知识产权代理有限公司（虚构）';
const fee = new RegExp(`${agency}：\\d{4}年度第九条（四）`);
const custody = new RegExp(`${agency}：\\d{4}年度第九条（二）`);
const client = organisationOf('enterprise9').creditCode ?? '';
const objector = '芳汀客（虚构）';

/** What was earned is claimed with a click and a declaration; the facts and their papers come along. */
async function claim(page: Page, clause: string, isVoucher: boolean): Promise<void> {
  await page.goto('/app/support');
  const offers = page.getByRole('region', { name: '可以确认领取' });
  await offers.getByRole('listitem').filter({ hasText: clause }).getByRole('button', { name: '确认并领取' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(clause) })).toBeVisible();
  const form = await begin(page, '确认并申领');
  if (!isVoucher) await form.getByText(/稷门村镇银行/).click();
  await form.getByRole('radiogroup', { name: '同一事项的其他支持' }).getByText('没有其他财政支持').click();
  await form
    .getByRole('radiogroup', { name: /所填属实/ })
    .getByText('否', { exact: true })
    .click();
  await form.getByRole('button', { name: '确认并申领' }).click();
  await expect(form.getByRole('alert').first()).toContainText('声明');
  await form
    .getByRole('radiogroup', { name: /所填属实/ })
    .getByText('是', { exact: true })
    .click();
  await form.getByRole('button', { name: '确认并申领', exact: true }).click();
  await expect(page.getByText('待核对').first()).toBeVisible();
}

async function checkAndPropose(page: Page, matter: RegExp): Promise<void> {
  await openRow(page, matter, '核对证据');
  const sheet = await begin(page, '核对证据');
  await sheet.getByRole('button', { name: '全部属实' }).click();
  await send(page, '核对证据', '已核对，待提出金额');
  const amount = await begin(page, '提出核定金额');
  await expect(amount.getByLabel('核定金额')).not.toHaveValue('');
  await send(page, '提出核定金额', '待审定');
}

/** Opens a duty once it is there: the clock may still be writing down what became due. */
async function openRow(page: Page, matter: string | RegExp, todo: string): Promise<void> {
  const row = page.getByRole('table', { name: '我的待办' }).getByRole('row').filter({ hasText: matter }).filter({ hasText: todo });
  await expect(async () => {
    await page.goto('/app');
    await expect(row.first()).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await row.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: matter })).toBeVisible();
}

async function decide(page: Page, matter: RegExp, action: string, state: string): Promise<void> {
  await openRow(page, matter, action);
  await begin(page, action);
  await send(page, action, state);
}

async function answerObjection(page: Page, isApprover: boolean): Promise<void> {
  await openRow(page, new RegExp(agency), isApprover ? '审定答复' : '提出答复');
  if (!isApprover) await expect(page.getByText(objector)).toBeVisible();
  const form = await begin(page, isApprover ? '审定答复' : '提出答复');
  if (!isApprover) {
    await form.getByRole('radiogroup', { name: '核查结论' }).getByText('异议不成立').click();
    await form.getByLabel('答复').fill('经核查，裁判文书与委托合同齐全，案件确由该机构代理。');
  }
  await send(page, isApprover ? '审定答复' : '提出答复', isApprover ? '已答复' : '待审定答复');
}

/** Puts everything that can be paid into a batch; gives the control totals as the list shows them. */
async function makeBatch(page: Page): Promise<void> {
  await page.goto('/app/payments');
  await page.getByRole('button', { name: /选择符合筛选的全部/ }).click();
  await page.getByRole('button', { name: '编制兑付批次' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '编制兑付批次' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /笔，合计/ })).toBeVisible();
}

const totalsIn = (title: string) => {
  const [, count = '', total = ''] = /(\d+)笔，合计([\d,.]+)元/.exec(title) ?? [];
  return { count, total: total.replaceAll(',', '') };
};

test('一年的支持：从确认领取到公示、异议、兑付，券用去一部分，全程在浏览器里办成 @desktop @clock', async ({ browser }) => {
  test.setTimeout(300_000);
  const { entries: before } = await books();
  await as(browser, 'agency2', async (desk) => {
    await claim(desk, '第九条（四）', false);
    await claim(desk, '第九条（二）', true);
  });
  await as(browser, 'officer1', async (desk) => {
    await checkAndPropose(desk, fee);
    await checkAndPropose(desk, custody);
  });
  await as(browser, 'approver1', async (desk) => {
    await decide(desk, fee, '审定并公示', '公示中');
    await decide(desk, custody, '审定并公示', '公示中');
  });
  await object(browser, `拟支持公示：${agency}`, { name: objector, facts: '该机构没有代理过这个案件，请核查委托合同与裁判文书。' });
  await as(browser, 'officer1', (desk) => answerObjection(desk, false));
  await as(browser, 'approver1', async (desk) => {
    await answerObjection(desk, true);
    await passNotice(desk);
    await decide(desk, fee, '核定支付', '已核定，待兑付');
    await decide(desk, custody, '核定并发券', '已发券');
  });

  const title = await as(browser, 'finance', async (desk) => {
    await makeBatch(desk);
    return (await desk.getByRole('heading', { level: 1 }).innerText()).trim();
  });
  const { count, total } = totalsIn(title);
  await as(browser, 'finance2', async (desk) => {
    await openRow(desk, title, '复核');
    const form = await begin(desk, '复核');
    await form.getByLabel('笔数').fill(count);
    await form.getByLabel('合计').fill('0.01');
    await form.getByRole('button', { name: '复核', exact: true }).click();
    await expect(form.getByRole('alert').first()).toContainText('与清单不符');
    await form.getByLabel('合计').fill(total);
    await send(desk, '复核', '待付款');
  });
  await as(browser, 'finance3', async (desk) => {
    await openRow(desk, title, '付款并生成银行文件');
    await begin(desk, '付款并生成银行文件');
    await send(desk, '付款并生成银行文件', '已送银行，待回单');
  });
  await as(browser, 'finance', async (desk) => {
    await openRow(desk, title, '登记银行回单');
    const download = desk.waitForEvent('download');
    await desk.getByRole('link', { name: '模拟银行回单' }).click();
    const answer = test.info().outputPath('bank-answer.csv');
    await (await download).saveAs(answer);
    await desk.getByLabel('上传银行回单').setInputFiles(answer);
    await expect(desk.getByText(/全部对上/)).toBeVisible();
    await begin(desk, '登记银行回单');
    await send(desk, '登记银行回单', '已对账');
  });

  const code = await as(browser, 'agency2', async (desk) => {
    await desk.goto('/app/cases/claim');
    await desk.getByRole('link', { name: fee }).first().click();
    await expect(async () => {
      await desk.reload();
      await expect(desk.getByText('已兑付').first()).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 60_000 });
    await expect(desk.getByText(/银行流水号/).first()).toBeVisible();
    await desk.goto('/app/vouchers');
    await desk.getByRole('button', { name: '出示券码' }).first().click();
    await expect(desk.getByRole('img', { name: '券码二维码' })).toBeVisible();
    return (
      await desk
        .getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)
        .first()
        .innerText()
    ).trim();
  });
  await as(browser, 'agency11', async (desk) => {
    await desk.goto(`/app/vouchers?code=${code}`);
    const form = desk.getByRole('dialog', { name: '兑用服务券' });
    await expect(form.getByText(agency)).toBeVisible();
    await form.getByLabel('接受服务的企业（信用代码）').fill(client);
    await form.getByLabel('服务种类').selectOption({ label: '检索分析' });
    await form.getByLabel('抵用金额').fill('60000.00');
    await expect(form.getByText(/超过券上余额/)).toBeVisible();
    await form.getByLabel('抵用金额').fill('12345.67');
    await form.getByLabel('服务合同编号').fill('FW-2026-77');
    await form.getByLabel('发票号码').fill('37020001');
    await form.getByLabel('发票金额（价税合计）').fill('12345.67');
    const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`) });
    await form.getByLabel('服务合同', { exact: true }).setInputFiles(paper('合同.pdf'));
    await form.getByLabel('发票', { exact: true }).setInputFiles(paper('发票.pdf'));
    await form.getByLabel('服务成果或验收凭证', { exact: true }).setInputFiles(paper('验收单.pdf'));
    await expect(form.getByText('发票.pdf')).toBeVisible();
    await expect(form.getByText('验收单.pdf')).toBeVisible();
    await form.getByRole('radiogroup', { name: '收款账户' }).getByRole('radio').first().check();
    await form.getByRole('button', { name: '兑用服务券', exact: true }).click();
    await expect(desk.getByText('待企业确认').first()).toBeVisible();
  });
  await as(browser, 'enterprise9', async (desk) => {
    await openRow(desk, /兑用12,345\.67元/, '确认已接受服务');
    await begin(desk, '确认已接受服务');
    await send(desk, '确认已接受服务', '待市中心结算');
  });
  await as(browser, 'officer1', async (desk) => {
    await openRow(desk, /兑用12,345\.67元/, '核对合同发票并结算');
    await begin(desk, '核对合同发票并结算');
    await send(desk, '核对合同发票并结算', '已结算');
  });
  await as(browser, 'agency2', async (desk) => {
    await desk.goto('/app/vouchers');
    await expect(desk.getByText('37,654.33').first()).toBeVisible();
  });
  const { faults, planted, entries } = await books();
  expect(faults).toEqual([]);
  expect(planted).not.toEqual([]);
  const year = ['reserve', 'grant_cash', 'issue_voucher', 'pay_out', 'confirm_paid', 'present_voucher', 'accept_voucher_use'];
  expect(year.filter((kind) => (entries[kind] ?? 0) <= (before[kind] ?? 0))).toEqual([]);
});
