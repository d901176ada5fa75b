import { randomUUID } from 'node:crypto';
import { good } from './caller.ts';
import { countyOpinion, document, notice, recheck, work } from './pure-rectification.ts';
import { notice as intended, proposal } from './pure-revocation.ts';
import { type Builder, placedPlan, placedZone } from './recognition.ts';
import { Kase, pastDeadline } from './story.ts';
import type { World } from './world.ts';

/** The grade of a year straight on record, as a decided recognition leaves it. Returns the recognition's case. */
export async function placedYear(world: World, zone: string, year: number, grade = 'unqualified'): Promise<string> {
  const id = randomUUID();
  const progress = {
    version: { number: 1, consentedOn: '2020-11-20' },
    tasks: [{ no: '1', title: '任务1', state: 'not_started', note: null }],
    indicators: [{ no: '1', name: '培训1', unit: '场', target: 10, actual: null, source: '单位填报' }],
  };
  await world.owner.query(
    `insert into kase (id, number, process, state, data, version, summary, owner, district, opened_at, state_since, policy)
     select $1::uuid, 'RD-' || $3::int || '-' || left($1::uuid::text, 8), 'recognition', 'decided', jsonb_build_object('zone', z.id, 'year', $3::int, 'progress', $4::jsonb), 1,
       z.name, z.operator, z.district, now(), now(), 'zibo-2020' from zone z where z.id = $2`,
    [id, zone, year, JSON.stringify(progress)],
  );
  await world.owner.query(
    `insert into recognition values ($1, $2, $3, 1, 0, 1250, 750, 2000, $4, $4, '{}', null, '2021-02-26', $5, $6, '2021-02-26T01:00:00Z')`,
    [zone, year, id, grade, world.person('officer'), world.person('approver')],
  );
  return id;
}

/** A zone with a plan and an unqualified year. */
export async function unqualifiedZone(world: World, builder: Builder): Promise<{ readonly zone: string; readonly recognition: string }> {
  const zone = await placedZone(world, builder);
  await placedPlan(world, zone, 'nothing');
  return { zone, recognition: await placedYear(world, zone, 2020) };
}

export async function openedRectification(world: World, builder: Builder): Promise<Kase> {
  const named = await unqualifiedZone(world, builder);
  return new Kase(world, good(await (await world.as('officer')).open('rectification', named)));
}

/** With the notice out. */
export async function issuedRectification(world: World, builder: Builder): Promise<Kase> {
  const kase = await openedRectification(world, builder);
  await kase.do('officer', 'draft_notice', notice());
  await kase.do('approver', 'issue_notice', document());
  return kase;
}

/** Every finding with its measure, day and a file of the builder. */
export const reportOf = async (world: World, builder: Builder) => ({
  rows: await Promise.all(
    ['1', '2'].map(async (no) => work(no, { evidence: [{ title: '照片', attachment: await world.paper(builder) }] })),
  ),
});

const county = { east: ['reviewer', 'signer'], south: ['reviewer', 'signer'], west: ['reviewer2', 'signer2'] } as const;

/** Reported and supervised: it waits for the recheck. */
export async function supervisedRectification(world: World, builder: Builder): Promise<Kase> {
  const kase = await issuedRectification(world, builder);
  await kase.do(builder, 'save_report', await reportOf(world, builder));
  await kase.do(builder, 'file_report');
  const [reviewer, signer] = county[builder];
  await kase.do(reviewer, 'county_check', countyOpinion());
  await kase.do(signer, 'county_sign');
  return kase;
}

export async function decidedRectification(world: World, builder: Builder, result: 'qualified' | 'unqualified'): Promise<Kase> {
  const kase = await supervisedRectification(world, builder);
  await kase.do('officer', 'record_recheck', recheck(result));
  await kase.do('approver', result === 'qualified' ? 'keep_title' : 'find_unqualified', document(2));
  await world.jobs();
  return kase;
}

/** The case of a process that another has caused, found as the owner of the database finds it. */
export async function causedCase(world: World, process: string, where: { readonly field: string; readonly id: string }): Promise<Kase> {
  const { rows } = await world.owner.query<{ id: string; number: string; state: string; version: number }>(
    `select id, number, state, version from kase where process = $1 and data->>$2 = $3 order by opened_at desc limit 1`,
    [process, where.field, where.id],
  );
  const [row] = rows;
  if (!row) throw new Error(`no ${process} was opened`);
  return new Kase(world, { ...row, process } as never);
}

/** The revocation that follows a failed rectification. */
export const revocationAfter = (world: World, rectification: Kase): Promise<Kase> =>
  causedCase(world, 'revocation', { field: 'basis', id: rectification.id });

/** With the notice out and the time to be heard running. */
export async function noticedRevocation(kase: Kase): Promise<Kase> {
  await kase.do('officer', 'draft_notice', intended());
  await kase.do('approver', 'issue_notice', document(3));
  return kase;
}

/** Heard in silence, proposed, published, the notice over. */
export async function undecidedRevocation(kase: Kase): Promise<Kase> {
  await pastDeadline(kase);
  await kase.do('officer', 'propose', proposal());
  await kase.do('approver', 'publish');
  await pastDeadline(kase);
  return kase;
}

/** A title got by deceit, as an officer opens its revocation. */
export async function openedForDeceit(world: World, zone: string): Promise<Kase> {
  const evidence = [{ title: '核查记录', attachment: await world.paper('officer') }];
  const found = '经查，申报所列服务机构有三家系虚构。';
  return new Kase(world, good(await (await world.as('officer')).open('revocation', { zone, ground: 'deceit', found, evidence })));
}
