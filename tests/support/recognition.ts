import { randomUUID } from 'node:crypto';
import type { Moved } from '#contract/cases.ts';
import { scoreGroups } from '#processes/recognition/score-sheet.ts';
import { good } from './caller.ts';
import { changesOf } from './form.ts';
import { countyOpinion, reportOf } from './pure-recognition.ts';
import { Kase, panelOf, pastDeadline } from './story.ts';
import type { World } from './world.ts';
import { draftOf, placeEnterprise } from './zone.ts';

export type Builder = 'east' | 'south' | 'west';
const districts = { east: '370303', south: '370303', west: '370302' } as const;
const county = { east: ['reviewer', 'signer'], south: ['reviewer', 'signer'], west: ['reviewer2', 'signer2'] } as const;
/** The year that is recognised in these stories, in March of the next. */
export const year = 2020;
export const window = { year, firstDay: '2021-03-01', lastDay: '2021-03-31' };

let placed = 0;

/** A case for rows that need one to stand under; which one does not matter here. */
const anyCase = async (world: World): Promise<string> =>
  good(await (await world.as('officer')).open('ruling', draftOf('panelMinimum', 5))).id;

/** Puts a zone of this builder into the register, with the first agency and the listed enterprise inside. */
export async function placedZone(world: World, builder: Builder, designatedOn = '2020-11-02'): Promise<string> {
  placed += 1;
  const id = randomUUID();
  const number = `ZB-2020-${800 + placed}`;
  await world.owner.query(
    `insert into zone (id, number, certificate, kase, name, district, site_kind, boundary, industries, operator_name, operator, designated_on, known_from, status_since)
     values ($1, $2, $2, $3, $4, $5, 'park', '东至甲路', '{新材料}', $6, $7, $8, '2020-01-01T00:00:00Z', $8)`,
    [
      id,
      number,
      await anyCase(world),
      `${builder}示范区`,
      districts[builder],
      world.orgs[builder].name,
      world.orgs[builder].id,
      designatedOn,
    ],
  );
  await world.owner.query(`insert into zone_membership (id, agency, zone, from_day, known_from) values ($1, $2, $3, $4, '-infinity')`, [
    randomUUID(),
    world.orgs.first.id,
    id,
    designatedOn,
  ]);
  await placeEnterprise(world, id, designatedOn);
  return id;
}

const task = (no: string) => ({
  no,
  chapter: 'agencies',
  title: `任务${no}`,
  content: '引进服务机构，完善服务链。',
  responsible: '服务科',
  start: '2020-11-02',
  end: '2021-12-31',
  moneyYuan: 0,
  evidenceExpected: '入驻协议',
});
const indicator = (no: string) => ({
  no,
  name: `培训${no}`,
  unit: '场',
  baseValue: 0,
  baseDate: '2020-11-01',
  targets: [{ year, value: 10 }],
  source: 'reported',
});
const content = {
  general: { from: '2020-11-02', to: '2022-12-31', goals: '三年内聚集服务机构二十家。' },
  tasks: { rows: [task('1'), task('2')] },
  withoutTasks: {},
  indicators: { rows: [indicator('1'), indicator('2')] },
  funding: { rows: [] },
  organisation: { leader: '主任', rules: '管理办法', preferences: '房租减免' },
  risk: { risks: '招引不足，提前对接。' },
};

/** A consented plan case of the zone's builder, for the plan version to stand under. */
async function planCase(world: World, zone: string): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `insert into kase (id, number, process, state, data, version, summary, owner, district, opened_at, state_since, policy)
     select $1, 'FA-' || z.number, 'plan', 'consented', jsonb_build_object('zone', z.id), 1, z.name, z.operator, z.district, '2020-11-20', '2020-11-20', 'zibo-2020' from zone z where z.id = $2`,
    [id, zone],
  );
  return id;
}

/** Puts a plan of two tasks and two indicators in force and reports on it: whole, half (as form F7 of these stories explains), or nothing. */
export async function placedPlan(world: World, zone: string, done: 'all' | 'half' | 'nothing'): Promise<void> {
  const by = world.person('east');
  await world.owner.query(
    `insert into plan_version (zone, version, kase, content, is_editorial, counts_from, document_number, consented_on, consented_by, known_from)
     values ($1, 1, $2, $3, false, $4, '淄知方案〔2020〕1号', '2020-11-20', $5, '2020-11-20T01:00:00Z')`,
    [zone, await planCase(world, zone), JSON.stringify(content), year, world.person('approver')],
  );
  for (const no of ['1', '2']) {
    await world.owner.query(`insert into task_standing (zone, no, starts, ends) values ($1, $2, '2020-11-02', '2021-12-31')`, [zone, no]);
    await world.owner.query(`insert into indicator_standing (zone, no, year, source, target) values ($1, $2, $3, 'reported', 10)`, [
      zone,
      no,
      year,
    ]);
    if (done === 'nothing') continue;
    const isWhole = done === 'all' || no === '1';
    await world.owner.query(
      `insert into task_report (id, zone, no, version, state, on_day, spent_yuan, note, person, person_name, known_from)
       values ($1, $2, $3, 1, $4, '2020-12-20', 0, '', $5, 'x', '2020-12-20T01:00:00Z')`,
      [randomUUID(), zone, no, isWhole ? 'done' : 'going_on', by],
    );
    await world.owner.query(
      `insert into indicator_report (id, zone, no, version, year, value, unit, on_day, note, person, person_name, known_from)
       values ($1, $2, $3, 1, $4, $5, '场', '2020-12-20', '', $6, 'x', '2020-12-20T01:00:00Z')`,
      [randomUUID(), zone, no, year, isWhole ? 10 : 5, by],
    );
  }
}

/** A recognition opened for one zone by an officer. */
export async function openedRecognition(world: World, zone: string): Promise<Kase> {
  return new Kase(world, good(await (await world.as('officer')).open('recognition', { zone, ...window })) as Moved);
}

/** Reasons for every task and indicator, for a zone that reached nothing. */
function reportFor(file: string) {
  const report = reportOf(file);
  const rows = ['1', '2'].map((no) => ({ no, reason: '受疫情影响推迟到下半年' }));
  return { ...report, carriedOut: { ...report.carriedOut, tasks: rows, indicators: rows } };
}

export async function filledRecognition(world: World, builder: Builder, zone: string): Promise<Kase> {
  const kase = await openedRecognition(world, zone);
  await kase.do(builder, 'fill_in', { changes: changesOf(reportFor(await world.paper(builder))) });
  return kase;
}

export async function signedRecognition(world: World, builder: Builder, zone: string): Promise<Kase> {
  const kase = await filledRecognition(world, builder, zone);
  await kase.do(builder, 'file');
  const [reviewer, signer] = county[builder];
  await kase.do(reviewer, 'county_check', countyOpinion());
  await kase.do(signer, 'county_sign');
  return kase;
}

/** A sheet with this share of every weight, in half points. */
export const sheetOf = (share: number, more: object = {}) => ({
  scores: Object.fromEntries(
    scoreGroups.flatMap(({ indicators }) => indicators.map(({ id, weight }) => [id, Math.round(weight * share * 2) / 2])),
  ),
  remark: '自评属实，成效明显。',
  hasNoConflict: true,
  ...more,
});

/** Drawn, declared, sealed by everybody with the same share, opened. */
export async function scoredRecognition(
  world: World,
  builder: Builder,
  given: { readonly zone: string; readonly share: number },
): Promise<Kase> {
  const kase = await signedRecognition(world, builder, given.zone);
  await kase.do('officer', 'draw_panel', { size: 5 });
  for (const expert of await panelOf(kase)) {
    await kase.do(expert, 'declare_clear', { hasNoConflict: true });
    await kase.do(expert, 'seal_sheet', sheetOf(given.share));
  }
  await kase.do('officer', 'open_scores');
  return kase;
}

/** Proposed, approved, published; the notice is over. */
export async function undecidedRecognition(kase: Kase, grade: string, more: object = {}): Promise<Kase> {
  await kase.do('officer', 'propose_grade', { grade, vetoes: [], reason: '', ...more });
  await kase.do('approver', 'approve_grade');
  await pastDeadline(kase);
  return kase;
}
