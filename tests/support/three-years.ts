import type { BusinessDate } from '#core/kernel/dates.ts';
import { good } from './caller.ts';
import { changesOf } from './form.ts';
import { centreCheck, changeReport, planChanges, planContent, planOpinion } from './plan.ts';
import { countyOpinion, reportOf } from './pure-recognition.ts';
import { document, notice } from './pure-rectification.ts';
import { sheetOf } from './recognition.ts';
import { causedCase } from './rectification.ts';
import { formOf, inspection, Kase, opinion, panelOf, pastDeadline, sheetOf as applicationSheet, usualCall } from './story.ts';
import { confirmersOf, moveIn, siteCheck } from './residence.ts';
import { alone, closedToOthers, openedAlone } from './strangers.ts';
import type { Username, World } from './world.ts';

export type Builder = 'east' | 'south' | 'west';
export const counties = { east: ['reviewer', 'signer'], south: ['reviewer', 'signer'], west: ['reviewer2', 'signer2'] } as const;

/** A zone of a builder with the day it was designated. */
export type Zone = { readonly world: World; readonly builder: Builder; readonly id: string; readonly designatedOn: BusinessDate };

/** A call one person of the centre drafts and another announces, each step closed to everybody else. */
async function calledUp(world: World): Promise<string> {
  const call = await openedAlone(world, 'officer', { process: 'call', input: usualCall });
  await alone(call, 'approver', 'announce');
  return call.id;
}

/** From the draft of an application to the zone's title, each step closed to everybody else; other building units may apply too. */
async function designatedAlone(world: World, builder: Builder, call: string): Promise<Kase> {
  const [reviewer, signer] = counties[builder];
  const kase = await openedAlone(world, builder, { process: 'application', input: { call }, besides: ['east', 'south', 'west'] });
  await alone(kase, builder, 'fill_in', { input: { changes: changesOf(await formOf(world, builder)) } });
  await alone(kase, builder, 'file');
  await alone(kase, reviewer, 'county_check', { input: opinion() });
  await alone(kase, signer, 'endorse', { input: { letterNumber: '区知推〔2021〕1号' } });
  await alone(kase, 'officer', 'draw_panel', { input: { size: 5 } });
  await sealedByPanel(kase, applicationSheet(0.8));
  await alone(kase, 'officer', 'record_inspection', { input: inspection(), besides: await panelOf(kase) });
  await alone(kase, 'officer', 'open_scores');
  await alone(kase, 'officer', 'propose_selection', { input: { isSelected: true, reason: '排名第一，符合条件' } });
  await alone(kase, 'approver', 'confirm_selection');
  await pastDeadline(kase);
  await alone(kase, 'approver', 'designate');
  return kase;
}

/** Every member declares that nothing ties it to the zone and seals a sheet; nobody outside the panel may. */
async function sealedByPanel(kase: Kase, sheet: object): Promise<void> {
  const panel: readonly Username[] = await panelOf(kase);
  for (const expert of panel) {
    await alone(kase, expert, 'declare_clear', { input: { hasNoConflict: true }, besides: panel });
    await alone(kase, expert, 'seal_sheet', { input: sheet, besides: panel });
  }
}

/** From the call to the title, with both agencies moved in on that day. */
export async function newZone(world: World, builder: Builder): Promise<Zone> {
  const kase = await designatedAlone(world, builder, await calledUp(world));
  const { zone } = await kase.view('officer');
  if (!zone) throw new Error('a designated case without its zone');
  const designatedOn = world.house.clock.today();
  for (const agency of ['first', 'second'] as const) {
    const input = { ...(await moveIn(world, { builder, agency, zone: zone.id, from: designatedOn })), evidence: [] };
    const entry = await openedAlone(world, 'officer', { process: 'residence', input, besides: [builder] });
    await alone(entry, counties[builder][0], 'confirm', { input: siteCheck(designatedOn), besides: confirmersOf(builder) });
  }
  return { world, builder, id: zone.id, designatedOn };
}

/** A plan or a change of it, opened, filed, passed by the county and put in force by the centre: each step closed to everybody else. */
export async function planInForce({ world, builder, id }: Zone, content = planContent(), report: object = {}): Promise<Kase> {
  const [reviewer, signer] = counties[builder];
  const kase = await openedAlone(world, builder, { process: 'plan', input: { zone: id } });
  await alone(kase, builder, 'fill_in', { input: { changes: planChanges(content) } });
  await alone(kase, builder, 'file', { input: report });
  await alone(kase, reviewer, 'county_check', { input: planOpinion() });
  await alone(kase, signer, 'endorse');
  await alone(kase, 'officer', 'centre_check', { input: centreCheck() });
  await alone(kase, 'approver', 'consent', { input: { documentNumber: `淄知方${kase.number}` } });
  return kase;
}

/** A task of the plan is put off: the report of a change that happened on this day. */
export const taskPutOff = (no: string, end: string, changedOn: string) =>
  [
    planContent({ tasks: { rows: planContent().tasks.rows.map((row) => (row.no === no ? { ...row, end } : row)) } }),
    changeReport({ changedOn }),
  ] as const;

/** Everything the plan asks for in a year is reported as done, by its building unit and by nobody else. */
export async function everythingDone(
  { world, builder, id }: Zone,
  { on, value: reached }: { readonly on: string; readonly value: number },
): Promise<void> {
  const own = await world.as(builder);
  const report = { state: 'done', on, spentYuan: 90_000 } as never;
  await closedToOthers(world, 'reportTask', { given: { params: { id, no: '1.1' }, body: report }, allowed: [builder] });
  for (const { no } of planContent().tasks.rows.filter(({ start }) => start <= on)) {
    good(await own.call('reportTask', { params: { id, no }, body: report }));
  }
  const value = { year: Number(on.slice(0, 4)), value: reached, unit: '场', on } as never;
  await closedToOthers(world, 'reportIndicator', { given: { params: { id, no: 'A' }, body: value }, allowed: [builder] });
  good(await own.call('reportIndicator', { params: { id, no: 'A' }, body: value }));
}

const reasons = (file: string) => {
  const report = reportOf(file);
  const reason = '人手不足，推迟到下一年度完成';
  const { tasks, indicators } = planContent();
  return {
    ...report,
    carriedOut: {
      ...report.carriedOut,
      tasks: tasks.rows.map(({ no }) => ({ no, reason })),
      indicators: indicators.rows.map(({ no }) => ({ no, reason })),
    },
  };
};

/** The round of a year, opened by an officer alone; the clock opens the zone's case, which is given back. */
export async function roundOpened(
  { world, id }: Zone,
  window: { readonly year: number; readonly firstDay: string; readonly lastDay: string },
): Promise<Kase> {
  await closedToOthers(world, 'openRecognitionRound', { given: { body: window }, allowed: ['officer', 'officer2', 'both'] });
  good(await (await world.as('officer')).call('openRecognitionRound', { body: window }));
  await world.jobs();
  const { rows } = await world.owner.query(
    `select id, number, process, state, version from kase where process = 'recognition' and data->>'zone' = $1 and data->>'year' = $2`,
    [id, String(window.year)],
  );
  return new Kase(world, rows[0] as never);
}

/** From the self-assessment to the grade that waits for its decision, each step closed to everybody else. */
export async function judged(
  kase: Kase,
  builder: Builder,
  { grade, share }: { readonly grade: string; readonly share: number },
): Promise<void> {
  const [reviewer, signer] = counties[builder];
  await alone(kase, builder, 'fill_in', { input: { changes: changesOf(reasons(await kase.world.paper(builder))) } });
  await alone(kase, builder, 'file');
  await alone(kase, reviewer, 'county_check', { input: countyOpinion() });
  await alone(kase, signer, 'county_sign');
  await alone(kase, 'officer', 'draw_panel', { input: { size: 5 } });
  await sealedByPanel(kase, sheetOf(share));
  await alone(kase, 'officer', 'open_scores');
  await alone(kase, 'officer', 'propose_grade', { input: { grade, vetoes: [], reason: '' } });
  await alone(kase, 'approver', 'approve_grade');
  await pastDeadline(kase);
}

/** The last year was unqualified: an officer drafts the notice of the rectification, an approver issues it. */
export async function rectifying(year: Kase, deadline: string): Promise<Kase> {
  await year.world.jobs();
  const kase = await causedCase(year.world, 'rectification', { field: 'recognition', id: year.id });
  await kase.refused('officer', 'draft_notice', notice({ deadline: undefined }), { status: 422, code: 'invalid_input' });
  await alone(kase, 'officer', 'draft_notice', { input: notice({ deadline }) });
  await alone(kase, 'approver', 'issue_notice', { input: document() });
  return kase;
}

/** How the title of a zone stands, and since which day. */
export const titleOf = async ({ world, id }: Zone) =>
  (await world.owner.query<{ status: string; since: string }>(`select status, status_since::text as since from zone where id = $1`, [id]))
    .rows[0];
