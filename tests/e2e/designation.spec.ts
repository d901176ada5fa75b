import { expect, type Page, test } from '@playwright/test';
import { begin, next, object, passNotice, send, today } from './cases.ts';
import { drawFive, scoreAndSeal } from './experts.ts';
import { as, duty, openDuty } from './people.ts';

const zone = '齐岫循环经济产业园';
const objector = '芳汀客（虚构）';

/** The applicant checks the complete draft, files it, and anybody can check the receipt. */
async function file(page: Page): Promise<void> {
  await openDuty(page, zone, '报送区县');
  await next(page).getByRole('link', { name: '报送区县' }).click();
  await page.getByRole('navigation', { name: '任务清单' }).getByRole('button', { name: '检查并报送' }).click();
  await expect(page.getByText('各项均已填好，可以报送。')).toBeVisible();
  await page.getByRole('button', { name: '报送区县' }).click();
  await page.getByRole('dialog', { name: '报送区县' }).getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '报送回执' })).toBeVisible();
  await expect(page.getByRole('img', { name: '扫码核验' })).toBeVisible();
  await page.getByRole('link', { name: /\/verify\// }).click();
  await expect(page.getByRole('heading', { name: '属实', exact: true })).toBeVisible();
  await expect(page.getByText(/^是.*SB-.+于.+收到.*此后没有改动。$/)).toBeVisible();
}

async function review(page: Page): Promise<void> {
  await openDuty(page, zone, '填写审核意见');
  const form = await begin(page, '填写审核意见');
  await form.getByRole('radiogroup', { name: '材料齐全' }).getByText('是', { exact: true }).click();
  for (const name of [/区县支持条件/, /产业与需求/, /机构数量/, /服务覆盖/]) {
    await form.getByRole('radiogroup', { name }).getByText('属实', { exact: true }).click();
  }
  await form.getByLabel('实地查看日期').fill((await today(page)) ?? '');
  await form.getByRole('radiogroup', { name: '审核意见' }).getByText('同意推荐').click();
  await form.getByLabel('理由').fill('实地核实，机构正常经营，材料齐全，十一类服务均有机构提供。');
  await send(page, '填写审核意见', '待区县签发');
}

async function sign(page: Page): Promise<void> {
  await openDuty(page, zone, '签发推荐');
  const form = await begin(page, '签发推荐');
  await form.getByLabel('推荐函文号').fill('虚构〔2026〕88号');
  await send(page, '签发推荐', '待组织评估');
}

/** Draws five experts; gives their accounts. */
async function drawPanel(page: Page): Promise<readonly string[]> {
  const panel = await drawFive(page, zone, '专家评估与现场考察');
  await page.getByText(/项暂不能办/).click();
  await expect(page.getByText('评分表已封存0份，应为5份；全部封存前任何人不能查看')).toBeVisible();
  return panel;
}

/** An expert declares, scores every indicator and seals; `point` is what is left out of full marks at the last of them. */
const score = (page: Page, point: number) =>
  scoreAndSeal(page, { matter: zone, paper: '建设方案', party: `${zone}管理委员会（虚构）`, indicators: 18, all: 100, point });

async function inspect(page: Page): Promise<void> {
  await page.goto('/app');
  await openDuty(page, zone, '登记现场考察');
  await expect(page.getByRole('table', { name: '专家组' }).getByRole('cell', { name: '已封存' })).toHaveCount(5);
  await next(page).getByRole('link', { name: '登记现场考察' }).click();
  await page.getByLabel('成员2').fill('漪清远（虚构）');
  await page.getByRole('radiogroup', { name: '四至范围已查看' }).getByText('是', { exact: true }).click();
  const visits = page.getByRole('group', { name: '走访机构' });
  await visits.getByRole('button').first().click();
  await visits
    .getByRole('radiogroup', { name: /实际经营/ })
    .getByText('是', { exact: true })
    .click();
  await visits.getByLabel('接待人员').fill('岫云客等2人');
  await page.getByRole('button', { name: '加一' }).click();
  await page.getByLabel('查阅材料').fill('入驻协议、社保缴纳记录');
  await page.getByLabel('与申报书不符之处').last().fill('无');
  await page.getByRole('radiogroup', { name: '考察结论' }).getByText('相符', { exact: true }).click();
  await page.getByLabel('考察组签字').fill('漪清远（虚构）');
  await page.getByLabel('申报单位签字').fill('芷乐平');
  await page.getByRole('button', { name: '提交考察记录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '考察记录已登记' })).toBeVisible();
  await page.getByRole('link', { name: '回到案卷' }).click();
}

/** Five totals 100, 99.5, 99, 98.5, 98: without the first and the last the mean is 99. */
async function openScores(page: Page): Promise<void> {
  await begin(page, '开启评分并汇总');
  await send(page, '开启评分并汇总', '待择优遴选');
  await expect(page.getByText('综合得分99.00')).toBeVisible();
  await expect(page.getByRole('table', { name: '专家评分' }).getByText('未计入')).toHaveCount(2);
}

async function propose(page: Page): Promise<void> {
  const form = await begin(page, '提出遴选结论');
  await form.getByRole('radiogroup', { name: '入选' }).getByText('是', { exact: true }).click();
  await form.getByLabel('理由').fill('得分与排名在名额以内，建议入选。');
  await send(page, '提出遴选结论', '待审定遴选结论');
  await expect(page.getByText('第1名，共1名')).toBeVisible();
}

async function confirm(page: Page): Promise<void> {
  await openDuty(page, zone, '审定入选并公示');
  await begin(page, '审定入选并公示');
  await send(page, '审定入选并公示', '公示中');
}

async function proposeAnswer(page: Page): Promise<void> {
  await page.goto('/app');
  await openDuty(page, zone, '提出答复');
  await expect(page.getByText(objector)).toBeVisible();
  const form = await begin(page, '提出答复');
  await form.getByRole('radiogroup', { name: '核查结论' }).getByText('异议不成立').click();
  await form.getByLabel('答复').fill('经核查，该写字楼不在四至范围以内，所挂标识已要求拆除。');
  await send(page, '提出答复', '待审定答复');
}

async function signAnswer(page: Page): Promise<void> {
  await page.goto('/app');
  await openDuty(page, zone, '审定答复');
  await begin(page, '审定答复');
  await send(page, '审定答复', '已答复');
}

async function designate(page: Page): Promise<void> {
  await page.goto('/app');
  await openDuty(page, zone, '认定为示范区');
  await begin(page, '认定为示范区');
  await send(page, '认定为示范区', '已认定');
  await expect(page.getByText(/证书编号/)).toBeVisible();
}

test('示范区从报送到认定，全程在浏览器里办成 @desktop @clock', async ({ browser, page }) => {
  test.setTimeout(360_000);
  await as(browser, 'builder13', file);
  await as(browser, 'linzi.review', review);
  await as(browser, 'linzi.sign', sign);
  const panel = await as(browser, 'officer1', drawPanel);
  expect(panel).toHaveLength(5);
  for (const [index, username] of panel.entries()) await as(browser, username, (desk) => score(desk, index / 2));
  await as(browser, 'officer1', async (desk) => {
    await inspect(desk);
    await openScores(desk);
    await propose(desk);
  });
  await as(browser, 'approver1', confirm);
  await object(browser, zone, { name: objector, facts: '东侧界线外的一栋写字楼也挂有示范区标识，请核查是否在四至范围以内。' });
  await as(browser, 'officer1', proposeAnswer);
  await as(browser, 'approver1', async (desk) => {
    await expect(duty(desk, zone, '审定答复')).toHaveCount(1);
    await expect(duty(desk, zone, '认定为示范区')).toHaveCount(0);
    await signAnswer(desk);
    await passNotice(desk);
    await designate(desk);
  });
  await page.goto('/zones');
  await expect(page.getByRole('row').filter({ hasText: zone })).toContainText('临淄区');
});
