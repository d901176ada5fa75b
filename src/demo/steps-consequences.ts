import { setTimeout as pause } from 'node:timers/promises';
import type { CaseRow } from '#contract/cases.ts';
import type { BusinessDate } from '#core/kernel/dates.ts';
import type { PlanContent } from '#processes/plan/content.ts';
import { accountOf, act, type City, dossierOf, openCase } from './city.ts';
import { parkOf } from './parks.ts';
import { zoneOf } from './steps-centre.ts';

const rectificationKey = (park: string): string => `rectification-${park}`;

const patience = { tries: 80, pauseMs: 150 };

/** Waits until the server's clock has opened the rectification of a zone. @throws Error when that takes some ten seconds. */
async function awaitRectification(city: City, park: string): Promise<void> {
  const as = await accountOf(city, 'officer1');
  for (let n = 0; n < patience.tries; n += 1) {
    const { body } = await city.client.ask<{ readonly rows: readonly CaseRow[] }>({ path: '/cases/rectification', as });
    const row = body.rows.find(({ summary }) => summary.includes(parkOf(park).park));
    if (row) {
      const key = rectificationKey(park);
      city.dossiers.set(key, { process: 'rectification', key, id: row.id, number: row.number, version: 1, acts: 0 });
      return;
    }
    await pause(patience.pauseMs);
  }
  throw new Error(`no rectification was opened for ${park}`);
}

/** The findings of a year in which tasks were not begun: the first tasks of the first chapters. */
export const findingsOf = ({ tasks }: Pick<PlanContent, 'tasks'>) =>
  tasks.rows.slice(1, 4).map(({ no, title }) => ({
    clause: '13.1',
    subject: `任务${no}`,
    found: `“${title}”到年末没有启动，台账里只有一次会议记录。`,
    measure: `定人定时间重新启动“${title}”，整改期内至少完成过半，逐次留存签到和照片。`,
  }));

/** An officer drafts the notice of the rectification with its last day. */
export async function draftNotice(
  city: City,
  park: string,
  input: { readonly findings: ReturnType<typeof findingsOf>; readonly deadline: BusinessDate },
): Promise<void> {
  await awaitRectification(city, park);
  await act(city, dossierOf(city, rectificationKey(park)), { as: await accountOf(city, 'officer1'), event: 'draft_notice', input });
}

/** An approver issues it: the zone rectifies, and money of its agencies waits. */
export async function issueNotice(city: City, park: string): Promise<void> {
  const input = { documentNumber: '虚构整改通知1号' };
  await act(city, dossierOf(city, rectificationKey(park)), { as: await accountOf(city, 'approver1'), event: 'issue_notice', input });
}

/** The building unit has dealt with the first finding and saved that; the others are still to be done. */
export async function reportFirstFinding(city: City, park: string, doneOn: BusinessDate): Promise<void> {
  const row = { finding: '1', measure: '重新排出季度计划，已办两次活动，签到和照片见台账。', doneOn, evidence: [] };
  await act(city, dossierOf(city, rectificationKey(park)), {
    as: await accountOf(city, park),
    event: 'save_report',
    input: { rows: [row] },
  });
}

/** An officer opens the recommendation of an excellent zone; it waits for the building unit's part. */
export async function recommend(city: City, park: string): Promise<void> {
  const input = { zone: zoneOf(city, park), level: 'province', orderReason: '' };
  await openCase(city, { process: 'recommendation', key: `recommendation-${park}`, as: await accountOf(city, 'officer1'), input });
}

/** An officer prepares the list of districts for the yearly assessment; an approver has still to confirm it. */
export async function prepareBonus(city: City, year: number): Promise<void> {
  await openCase(city, { process: 'bonus', key: `bonus-${year}`, as: await accountOf(city, 'officer2'), input: { year, reason: '' } });
}
