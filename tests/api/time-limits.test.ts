import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, filed, payee, proposed, won } from '../support/claims.ts';
import { document } from '../support/pure-rectification.ts';
import { notice, proposal } from '../support/pure-revocation.ts';
import * as yearly from '../support/recognition.ts';
import { openedForDeceit } from '../support/rectification.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { draftOf, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const { Kase } = story;
type Case = InstanceType<typeof Kase>;

/** The centre rules on a reading, from today on. */
async function ruled(key: string, value: number): Promise<void> {
  const ruling = draftOf(key, value, { effectiveFrom: world.now().slice(0, 10) });
  await new Kase(world, good(await (await world.as('officer')).open('ruling', ruling))).do('approver', 'put_in_force');
}

/** Length and last day of the time limit a case is under, as its readers see them. */
async function limitOf(kase: Case) {
  const { deadline } = await kase.view('approver');
  return deadline && { workdays: deadline.workdays, day: deadline.day, source: deadline.source };
}

/** The last days of the notices of these cases, each once. */
async function publishedUntil(cases: readonly Case[]): Promise<readonly string[]> {
  const ids = cases.map(({ id }) => id);
  const { rows } = await world.owner.query<{ day: string }>(`select last_day::text as day from public_notice where kase = any ($1)`, [ids]);
  assert.equal(rows.length, ids.length);
  return [...new Set(rows.map(({ day }) => day))];
}

const returned = story.opinion({ opinion: 'return', requests: [{ path: 'siting.boundary', says: '请写明南界' }] });

let call = '';
let caseNo = 0;

/** Each kind of case that is put on public notice, brought there by its own people. */
const noticed = {
  selection: (builder: yearly.Builder) => story.onNotice(world, builder, call),
  grade: async (builder: yearly.Builder) => {
    const zone = await yearly.placedZone(world, builder);
    await yearly.placedPlan(world, zone, 'all');
    const kase = await yearly.scoredRecognition(world, builder, { zone, share: 1 });
    await kase.do('officer', 'propose_grade', { grade: 'excellent', vetoes: [], reason: '' });
    await kase.do('approver', 'approve_grade');
    return kase;
  },
  revocation: async (builder: yearly.Builder) => {
    const kase = await openedForDeceit(world, await yearly.placedZone(world, builder));
    await kase.do('officer', 'draft_notice', notice());
    await kase.do('approver', 'issue_notice', document(3));
    await kase.do(builder, 'waive_hearing', { isWaived: true });
    await kase.do('officer', 'propose', proposal());
    await kase.do('approver2', 'publish');
    return kase;
  },
  claim: async (builder: yearly.Builder) => {
    const who = builder === 'east' ? 'agency' : 'agency2';
    caseNo += 1;
    await won(world, `（2021）鲁03民初${caseNo}号`, {}, who);
    const kase = await filed(world, '9.4', [await payee(world, who)], who);
    await proposed(kase, 32_000);
    await kase.do('approver', 'approve');
    return kase;
  },
};

beforeAll(async () => {
  call = await story.announcedCall(world);
  const zone = await placeZone(world);
  await world.owner.query(
    `insert into zone_membership (id, agency, zone, from_day, known_from) values (gen_random_uuid(), $1, $2, '2020-11-02', '-infinity')`,
    [world.orgs.second.id, zone],
  );
  await appropriated(world, '9.4', 200_000);
});

afterAll(() => assert.deepEqual(world.faults, []));

describe('A ruling on how long a public notice runs', () => {
  it('holds for the next notice of a selection, a grade, a revocation and a claim; those that run keep their five days', async () => {
    const five = { workdays: 5, day: '2021-03-08', source: '5个工作日（I-35 公示期）' };
    const seven = { workdays: 7, day: '2021-03-10', source: '7个工作日（I-35 公示期）' };
    const running: Case[] = [];
    for (const bring of Object.values(noticed)) running.push(await bring('east'));
    expect(await Promise.all(running.map(limitOf))).toEqual([five, five, five, five]);

    await ruled('publicNoticeWorkdays', 7);
    const next: Case[] = [];
    for (const bring of Object.values(noticed)) next.push(await bring('south'));
    expect(await Promise.all(next.map(limitOf))).toEqual([seven, seven, seven, seven]);
    expect(await publishedUntil(next)).toEqual(['2021-03-10']);
    expect(await Promise.all(running.map(limitOf))).toEqual([five, five, five, five]);
    expect(await publishedUntil(running)).toEqual(['2021-03-08']);

    world.setNow('2021-03-08T16:00:00.000Z');
    await world.jobs();
    for (const kase of [...running, ...next]) await kase.refresh();
    expect(running.map(({ state }) => state)).toEqual(['designation', 'decision', 'decision', 'determination']);
    expect(next.map(({ state }) => state)).toEqual(['public_notice', 'public_notice', 'public_notice', 'noticed']);
  });

  it('is told to the public with the number of its question', async () => {
    const page = await world.anybody().ask({ url: '/how-it-works' });
    expect(page.text).toContain('7个工作日（I-35 公示期）');
    expect(page.text).toContain('/readings#publicNoticeWorkdays');
  });
});

describe('A ruling on the time of the county', () => {
  it('holds for what comes to a county from then on; a clock that runs keeps its ten days, over both steps and a return', async () => {
    world.setNow('2021-03-09T01:00:00.000Z');
    const before = await story.filedApplication(world, 'west', call);
    const ten = { workdays: 10, day: '2021-03-23', source: '10个工作日（I-34 区县审核期限）' };
    expect(await limitOf(before)).toEqual(ten);
    await ruled('countyReviewWorkdays', 3);
    await ruled('completionWorkdays', 8);
    await before.do('reviewer2', 'county_check', returned);
    expect(await limitOf(before)).toEqual(ten);
    await before.do('signer2', 'county_return');
    expect(await limitOf(before)).toEqual({ workdays: 8, day: '2021-03-19', source: '8个工作日（I-34 补正期限）' });
    world.setNow('2021-03-11T01:00:00.000Z');
    await before.do('west', 'resubmit');
    expect(await limitOf(before)).toEqual({ ...ten, day: '2021-03-25' });

    const zone = await yearly.placedZone(world, 'west');
    await yearly.placedPlan(world, zone, 'all');
    const after = await yearly.filledRecognition(world, 'west', zone);
    expect(await limitOf(after)).toEqual({ workdays: null, day: '2021-03-31', source: '本轮认定的自评窗口' });
    await after.do('west', 'file');
    expect(await limitOf(after)).toEqual({ workdays: 3, day: '2021-03-16', source: '3个工作日（I-34 区县审核期限）' });
  });

  it('leaves a return that runs as long as it was', async () => {
    world.setNow('2021-03-11T01:00:00.000Z');
    const other = await story.announcedCall(world, { title: '补报批次' });
    const kase = await story.filedApplication(world, 'west', other);
    await kase.do('reviewer2', 'county_check', returned);
    await kase.do('signer2', 'county_return');
    await ruled('completionWorkdays', 2);
    expect(await limitOf(kase)).toMatchObject({ workdays: 8, day: '2021-03-23' });
  });
});

describe('A ruling on the answer to objections', () => {
  it('is what the notice promises, what the office is told and what the case gets', async () => {
    world.setNow('2021-03-09T01:00:00.000Z');
    await ruled('objectionWorkdays', 4);
    const { rows } = await world.owner.query<{ id: string }>(`select id from public_notice where ended_at is null limit 1`);
    const id = rows[0]?.id ?? '';
    expect((await world.anybody().ask({ url: `/notices/${id}` })).text).toContain('自收到之日起4个工作日内答复');
    const words = { notice: id, name: '王女士', contact: '13812345678', facts: '所列机构并未入驻，请予核查。' };
    const opened = good(await world.anybody().open('objection', words));
    expect(await limitOf(new Kase(world, opened))).toEqual({ workdays: 4, day: '2021-03-15', source: '4个工作日（I-35 异议答复期限）' });
    await world.jobs();
    const told = good(await (await world.as('officer')).call('listMessages')).map(({ says }) => says);
    expect(told.join()).toContain('请于2021-03-15前答复');
  });
});
