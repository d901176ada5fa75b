import { expect, type Page, test } from '@playwright/test';
import { parkOf } from '#demo/parks.ts';
import { changesOf } from '../support/form.ts';
import { reportOf } from '../support/pure-recognition.ts';
import { begin, next, passNotice, send } from './cases.ts';
import { type Desk, deskOf, type Matter } from './desk.ts';
import { drawFive, scoreAndSeal } from './experts.ts';
import { as, openDuty } from './people.ts';
import { isSound } from './sound.ts';

const builder = 'builder15';
const { park, place } = parkOf(builder);
const zone = `${park}知识产权服务业集聚发展示范区（虚构）`;

/** Opens the round of the year: who gets a case is said before, and the cases appear by themselves. */
async function openRound(page: Page, year: number): Promise<void> {
  await page.goto(`/app/recognitions?year=${year}`);
  await expect(page.getByText(/启动后将为下列\d+个示范区各建一个案卷/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: zone })).toContainText('尚未启动');
  await page.getByRole('button', { name: `启动${year}年度认定` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认启动' }).click();
  await expect(page.getByText(/自评窗口 .*至/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: zone })).toContainText('待自评');
  await expect(page.getByRole('row').filter({ hasText: zone }).getByRole('link')).toBeVisible();
}

/** Everything of the report but part one and one number of the annex, which are written in the browser. */
async function bringReport(desk: Desk, matter: Matter): Promise<void> {
  const report: Readonly<Record<string, object>> = reportOf(await desk.upload(builder, '盖章页.pdf'));
  const changes = changesOf(report).filter(({ path }) => !path.startsWith('carriedOut.') && path !== 'annex.wins');
  await desk.act(matter, { by: builder, event: 'fill_in', input: { changes } });
}

/** What is on record stands in the annex; what was written otherwise is told, and the number on record is one click away. */
async function fillAnnex(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '任务清单' }).getByRole('button', { name: '附表' }).click();
  await expect(page.getByLabel('胜诉案件数')).toHaveValue('0');
  await expect(page.getByText('取自台账（区内机构登记的事实）').first()).toBeVisible();
  const others = page.getByText(/^台账为/);
  const before = await others.count();
  await page.getByRole('button', { name: '用台账的数' }).first().click();
  await expect(others).toHaveCount(before - 1);
  await isSound(page, '附表');
}

/** Part one row by row, then the whole is checked and filed. */
async function file(page: Page, matter: string): Promise<void> {
  await openDuty(page, matter, '自评报告');
  await next(page)
    .getByRole('link', { name: /自评报告/ })
    .click();
  const parts = page.getByRole('navigation', { name: '任务清单' });
  await parts.getByRole('button', { name: /方案任务完成情况/ }).click();
  await page.getByRole('button', { name: '按台账更新' }).click();
  await expect(page.getByText('已按最新方案和台账更新')).toBeVisible();
  const lacking = page.locator('details').filter({ hasText: '缺原因' });
  await expect(lacking).not.toHaveCount(0);
  for (let left = await lacking.count(); left > 0; left -= 1) {
    await lacking.first().getByLabel('未完成的原因').fill('按方案安排在下半年启动，已与机构签订意向。');
    await expect(lacking).toHaveCount(left - 1);
  }
  await page.getByLabel('总体成效').fill('方案任务按年度分工推进，各项指标按季调度。');
  await fillAnnex(page);
  await parts.getByRole('button', { name: '检查并报送' }).click();
  await expect(page.getByText('各项均已填好，可以报送。')).toBeVisible();
  await page.getByRole('button', { name: '报送自评报告' }).click();
  await page.getByRole('dialog', { name: '报送自评报告' }).getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '报送回执' })).toBeVisible();
}

/** The reviewer marks a row as doubted; a doubt without its words goes back. */
async function giveOpinion(page: Page, matter: string): Promise<void> {
  await openDuty(page, matter, '提出区县意见');
  const form = await begin(page, '提出区县意见');
  await form.getByRole('radiogroup', { name: '自评内容' }).getByText('部分属实', { exact: true }).click();
  await form.getByRole('checkbox', { name: /存疑$/ }).first().check();
  await form.getByRole('radiogroup', { name: '意见', exact: true }).getByText('报市中心').click();
  await form.getByLabel('意见与理由').fill('到园区核对台账，除一项外属实，同意报送。');
  await form.getByRole('button', { name: '提出区县意见' }).click();
  await expect(form.getByText('请写明疑点，至少4个字')).toBeVisible();
  await form.getByLabel('疑点', { exact: true }).fill('签到表少一场');
  await send(page, '提出区县意见', '待区县签发');
  await expect(page.getByRole('region', { name: '自评报告' }).getByText('签到表少一场')).toBeVisible();
}

async function signOpinion(page: Page, matter: string): Promise<void> {
  await openDuty(page, matter, '签发区县意见');
  await expect((await begin(page, '签发区县意见')).getByText(/签到表少一场/)).toBeVisible();
  await send(page, '签发区县意见', '待组织评审');
}

/** Five sheets of 40 down to 38: without the first and the last part two is 25 and part three 14. */
async function openScores(page: Page, matter: string): Promise<void> {
  await openDuty(page, matter, '开启评分并汇总');
  await begin(page, '开启评分并汇总');
  await send(page, '开启评分并汇总', '待拟定等次');
  const scores = page.getByRole('region', { name: '得分' });
  await expect(scores.getByText('25.00')).toBeVisible();
  await expect(scores.getByText('14.00')).toBeVisible();
  await scores.getByText(/系统按方案与填报记录计算/).click();
  await expect(scores.getByText(/乘60分得/)).toBeVisible();
}

/** The computed grade moves with the vetoes; another grade than the computed one is not taken without its reason. */
async function propose(page: Page): Promise<string> {
  const form = await begin(page, '拟定等次');
  const grades = form.getByRole('radiogroup', { name: '等次' });
  const computed = (
    await form
      .getByText(/^(优秀|合格|不合格)$/)
      .first()
      .innerText()
  ).trim();
  await expect(grades.getByRole('radio', { name: computed, exact: true })).toBeChecked();
  await form.getByRole('checkbox', { name: '自评数据严重失实' }).check();
  await expect(grades.getByRole('radio', { name: '不合格' })).toBeChecked();
  await expect(form.getByText('有否决事项，不论得分均为不合格')).toBeVisible();
  await form.getByRole('checkbox', { name: '自评数据严重失实' }).uncheck();
  await expect(grades.getByRole('radio', { name: computed, exact: true })).toBeChecked();
  const grade = computed === '合格' ? '优秀' : '合格';
  await grades.getByText(grade, { exact: true }).click();
  await expect(form.getByText('与计算等次不同，须写明理由（不少于10个字）')).toBeVisible();
  await form.getByRole('button', { name: '拟定等次' }).click();
  await expect(form.getByRole('alert')).toContainText('须写明理由');
  await form.getByLabel('理由', { exact: true }).fill('任务多安排在下半年，已有实质进展，据实拟定。');
  await send(page, '拟定等次', '待审定等次');
  return grade;
}

async function approve(page: Page, matter: string): Promise<void> {
  await openDuty(page, matter, '审定等次并公示');
  await expect((await begin(page, '审定等次并公示')).getByText(/已有实质进展/)).toBeVisible();
  await send(page, '审定等次并公示', '公示中');
}

async function decide(page: Page, matter: string): Promise<void> {
  await passNotice(page);
  await page.goto('/app');
  await openDuty(page, matter, '认定等次');
  await begin(page, '认定等次');
  await send(page, '认定等次', '已认定');
  await expect(page.getByRole('region', { name: '历年认定' }).getByRole('link').first()).toBeVisible();
}

test('一个年度的认定：从启动到认定等次，全程在浏览器里办成 @desktop @year', async ({ browser, page }, { project }) => {
  test.setTimeout(360_000);
  const office = deskOf(project.use.baseURL ?? '');
  const year = await office.unopenedYear();
  const matter = `${zone} ${year}年度认定`;
  await as(browser, 'officer1', (desk) => openRound(desk, year));
  await bringReport(office, { process: 'recognition', about: matter });
  await as(browser, builder, (desk) => file(desk, matter));
  await as(browser, `${place}.review`, (desk) => giveOpinion(desk, matter));
  await as(browser, `${place}.sign`, (desk) => signOpinion(desk, matter));
  const panel = await as(browser, 'officer1', (desk) => drawFive(desk, matter, '专家评审'));
  const judging = { matter, paper: '（二）主要成效与经验', party: `${park}管理委员会（虚构）`, indicators: 7, all: 40 };
  for (const [index, username] of panel.entries()) {
    await as(browser, username, (desk) => scoreAndSeal(desk, { ...judging, point: index / 2 }));
  }
  const grade = await as(browser, 'officer1', async (desk) => {
    await openScores(desk, matter);
    return propose(desk);
  });
  await as(browser, 'approver1', (desk) => approve(desk, matter));
  await page.goto('/notices');
  await page.getByRole('link', { name: `${year}年度认定等次公示：${zone}` }).click();
  await expect(page.getByText(grade, { exact: true })).toBeVisible();
  await expect(page.getByText(/得分|总分/)).toHaveCount(0);
  await as(browser, 'approver1', (desk) => decide(desk, matter));
  await page.goto('/zones');
  await expect(page.getByRole('row').filter({ hasText: zone })).toContainText(`${grade} ${year}年`);
});
