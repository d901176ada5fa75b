import readXlsxFile from 'read-excel-file/node';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Moved } from '#contract/cases.ts';
import { good } from '../support/caller.ts';
import { overtaken } from '../support/overtaken.ts';
import { rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { placedPlan, placedZone } from '../support/recognition.ts';
import { gradedZone, placedGrade } from '../support/recommendation.ts';
import { Kase } from '../support/story.ts';
import { openWorld, type Username, usernames, type World } from '../support/world.ts';
import { draftOf } from '../support/zone.ts';

const world: World = await openWorld();
const zones = { east: '', south: '', west: '', lostBefore: '', lostAfter: '', neverStood: '' };

/** A title lost from this day on, as it became known on that day; for deceit it never stood. */
const lost = (zone: string, from: string, isDeceit = false) =>
  world.owner.query(
    `with entry as (insert into zone_status (zone, seq, status, from_day, is_deceit, known_from)
       select $1, max(seq) + 1, 'revoked', $2::date, $3, $2::date from zone_status where zone = $1)
     update zone set status = 'revoked', status_since = $2::date where id = $1`,
    [zone, from, isDeceit],
  );

/**
 * On 31 December 2020 Zhangdian (370303) has an excellent and a qualified zone; Zichuan (370302) an excellent one and one
 * that lost its title in January. Another of Zichuan lost it before the year's end, one got it by deceit.
 */
beforeAll(async () => {
  world.setNow('2021-03-01T01:00:00.000Z');
  zones.east = await gradedZone(world, 'east');
  zones.south = await gradedZone(world, 'south', { grade: 'qualified', parts: [45, 15, 10] });
  zones.west = await gradedZone(world, 'west');
  zones.lostAfter = await gradedZone(world, 'west', { grade: 'unqualified', parts: [10, 5, 5] });
  await lost(zones.lostAfter, '2021-01-15');
  zones.lostBefore = await gradedZone(world, 'west');
  await lost(zones.lostBefore, '2020-12-20');
  zones.neverStood = await placedZone(world, 'west');
  await lost(zones.neverStood, '2021-02-01', true);
});
beforeEach(() => world.setNow('2021-03-01T01:00:00.000Z'));

const read = async (year = 2020, who: Username = 'officer') =>
  good(await (await world.as(who)).call('readDistrictBonus', { query: { year } }));
const tried = async (body: object, who: Username = 'officer') => (await world.as(who)).open('bonus', { year: 2020, reason: '', ...body });
const refusedOpening = async (body: object, who: Username = 'officer') => {
  const reply = await tried(body, who);
  return [reply.status, reply.problem.refusals[0]?.code ?? reply.problem.code];
};
const prepared = async (body: object = {}, who: Username = 'officer') => new Kase(world, good(await tried(body, who)) as Moved);
const rule = async (key: string, value: unknown) => {
  const ruling = new Kase(world, good(await (await world.as('officer')).open('ruling', draftOf(key, value))));
  await ruling.do('approver', 'put_in_force');
};
const briefly = (rows: Awaited<ReturnType<typeof read>>['rows']) =>
  rows.map(({ district, zones: own, points }) => [district, own.length, points]);

describe('The list of a year', () => {
  it('has one entry per district, of zones that held their title on 31 December, as counted by hand', async () => {
    const { rows, faults } = await read();
    expect(faults).toEqual([]);
    expect(briefly(rows)).toEqual([
      ['370302', 2, 0],
      ['370303', 2, 0],
    ]);
    expect(rows[0]?.zones.map(({ zone, gradeTitle }) => [zone, gradeTitle])).toEqual([
      [zones.west, '优秀'],
      [zones.lostAfter, '不合格'],
    ]);
  });

  it('is refused for a year that is not over', async () => {
    expect(await refusedOpening({ year: 2021 })).toEqual([422, 'year_not_over']);
    expect((await read(2021)).faults).toEqual(['2021年度还没有结束，12月31日以后才能拟定名单']);
    world.setNow('2021-12-31T15:59:59.000Z');
    expect(await refusedOpening({ year: 2021 })).toEqual([422, 'year_not_over']);
  });

  it('is refused while a zone that holds its title has no result of the year', async () => {
    const late = await placedZone(world, 'south', '2020-12-01');
    expect(await refusedOpening({})).toEqual([422, 'recognitions_undecided']);
    expect((await read()).faults[0]).toContain('south示范区');
    await placedPlan(world, late, 'nothing');
    await placedGrade(world, late, { grade: 'qualified', parts: [40, 15, 10] });
    expect((await read()).faults).toEqual([]);
  });

  it('is prepared by an officer of the centre alone', async () => {
    for (const who of usernames.filter((name) => !['officer', 'officer2', 'both'].includes(name))) {
      expect((await tried({}, who)).status, who).toBe(403);
    }
    for (const who of ['east', 'reviewer', 'agency', 'finance', 'expert1'] as const) {
      expect((await (await world.as(who)).call('readDistrictBonus', { query: { year: 2020 } })).status, who).toBe(403);
    }
    expect(await refusedOpening({ year: 1999 })).toEqual([422, 'invalid_input']);
  });
});

describe('Points and rule', () => {
  it('are readings: what is decided goes into the next list, with the most a district gets', async () => {
    await rule('bonusPointsExcellent', 3);
    await rule('bonusPointsOther', 1);
    expect(briefly((await read()).rows)).toEqual([
      ['370302', 2, 4],
      ['370303', 3, 5],
    ]);
    await rule('bonusPointsMaximum', 4);
    expect(briefly((await read()).rows)[1]).toEqual(['370303', 3, 4]);
    await rule('bonusRule', 'graded_excellent');
    expect(briefly((await read()).rows)).toEqual([
      ['370302', 1, 3],
      ['370303', 1, 3],
    ]);
    await rule('bonusRule', 'holds_title_at_year_end');
  });
});

describe('Two persons', () => {
  it('confirm the list; a draft that rests on something else by now is not confirmed', async () => {
    const kase = await prepared({}, 'both');
    expect(await refusedOpening({})).toEqual([409, 'already_drafted']);
    await kase.refused(
      ['both', 'centre_approver'],
      'confirm',
      { documentNumber: '淄知函〔2021〕5号' },
      { status: 403, code: 'same_person' },
    );
    await kase.refused('approver', 'confirm', { documentNumber: '' }, { status: 422, code: 'invalid_input' });
    await rule('bonusPointsOther', 2);
    await kase.refused('approver', 'confirm', { documentNumber: '淄知函〔2021〕5号' }, { status: 422, code: 'list_moved' });
    await kase.do('approver', 'drop', { reason: '分值有变，重新拟定' });
    const again = await prepared();
    await again.do('approver', 'confirm', { documentNumber: '淄知函〔2021〕5号' });
    const { versions } = await read();
    expect(versions).toMatchObject([{ version: 1, documentNumber: '淄知函〔2021〕5号', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    await world.jobs();
    expect(good(await (await world.as('signer2')).call('listMessages')).some(({ says }) => says.includes('加分名单'))).toBe(true);
  });

  it('make a corrected list as a new version with its reason; nothing is edited', async () => {
    expect(await refusedOpening({ reason: '没有变化也想更正' })).toEqual([422, 'nothing_changed']);
    await lost(zones.south, '2020-12-30');
    expect((await read()).isChanged).toBe(true);
    expect(await refusedOpening({ reason: '' })).toEqual([422, 'reason_missing']);
    const kase = await prepared({ reason: '南园资格自2020年12月30日起取消' });
    await kase.do('approver', 'confirm', { documentNumber: '淄知函〔2021〕6号' });
    const { versions, isChanged } = await read(2020, 'auditor');
    expect(versions.map(({ version, rows }) => [version, rows[1]?.zones.length])).toEqual([
      [2, 2],
      [1, 3],
    ]);
    expect(isChanged).toBe(false);
  });

  it('can not confirm what another confirmed in the same instant', async () => {
    await rule('bonusPointsOther', 1);
    const kase = await prepared({ reason: '分值重新确定' });
    const elsewhere = `insert into district_bonus (year, version, kase, content, hash, document_number, prepared_by, confirmed_by, confirmed_on, known_from)
      select year, version + 1, (select id from kase where process = 'ruling' limit 1), content, hash, document_number, prepared_by, confirmed_by, confirmed_on, known_from
      from district_bonus where version = 2`;
    const problem = await overtaken(world, [[elsewhere]], () =>
      kase.refused('approver', 'confirm', { documentNumber: '淄知函〔2021〕7号' }, { status: 409, code: 'bonus_listed' }),
    );
    expect([problem.clause, problem.detail]).toEqual(['15.1', expect.stringContaining('刚被审定')]);
    await kase.do('approver', 'drop', { reason: '已有同一版名单' });
  });

  it('opening at the same moment is one draft', async () => {
    await rule('bonusPointsOther', 3);
    const replies = await Promise.all((['officer', 'officer2'] as const).map((who) => tried({ reason: '分值重新确定' }, who)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('The export', () => {
  it('is the confirmed version in both formats, numbers as numbers', async () => {
    const auditor = await world.as('auditor');
    const csv = (await auditor.call('exportDistrictBonusCsv', { query: { year: 2020, version: 1 } })).text.split('\r\n');
    expect(csv[2]).toMatch(/^2,张店区,3,.*优秀.*,4$/);
    const { versions } = await read();
    expect(csv.join('')).toContain(versions.find(({ version }) => version === 1)?.hash);
    const bytes = (await auditor.call('exportDistrictBonusXlsx', { query: { year: 2020, version: 2 } })).bytes;
    const [sheet] = await readXlsxFile(bytes);
    expect(sheet?.data.slice(1, 3).map((row) => [row[0], row[1], row[2], row[4]])).toEqual([
      [1, '淄川区', 2, 4],
      [2, '张店区', 2, 4],
    ]);
    expect((await auditor.call('exportDistrictBonusCsv', { query: { year: 2020, version: 9 } })).status).toBe(404);
  });
});

describe('The second wall', () => {
  it('lets nobody write or change a confirmed list by hand-written SQL, nor read it outside the city', async () => {
    const { rows } = await world.owner.query<{ id: string }>(`select kase as id from district_bonus limit 1`);
    const tries = [
      `insert into district_bonus values (2020, 9, '${rows[0]?.id}', '{}', sha256('x'), 'x', '${world.person('officer')}', app.person(), '2021-03-01', now())`,
      `update district_bonus set document_number = 'y'`,
      `delete from district_bonus`,
    ];
    for (const who of ['east', 'reviewer', 'approver', 'officer', 'agency', 'auditor', 'administrator'] as const) {
      for (const sql of tries) {
        await expect(wouldTouch(world, scopeOfPerson(world, who), sql), `${who}: ${sql.slice(0, 30)}`).rejects.toThrow(
          /row-level security|permission denied/,
        );
      }
    }
    for (const who of ['east', 'reviewer', 'agency', 'finance'] as const) {
      expect(await rowsAs(world, scopeOfPerson(world, who), 'select 1 from district_bonus'), who).toEqual([]);
    }
    expect(world.faults).toEqual([]);
  });
});
