import { beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { openedRecognition, placedPlan, placedZone, window, year } from '../support/recognition.ts';
import { Kase, pastDeadline } from '../support/story.ts';
import { openWorld, type Username, usernames, type World } from '../support/world.ts';

const world: World = await openWorld();
const zones: Record<string, string> = {};

beforeEach(() => world.setNow('2021-03-01T01:00:00.000Z'));

const opening = async (who: Username, body: object = window) => (await world.as(who)).call('openRecognitionRound', { body: body as never });
const progress = async (who: Username = 'officer', query = {}) =>
  good(await (await world.as(who)).call('readRecognitionRound', { params: { year }, query }));
const cases = async () =>
  (
    await world.owner.query<{ zone: string; owner: string; district: string; person: string | null; deadline_day: string }>(
      `select data->>'zone' as zone, owner, district, opened_by as person, deadline_day::text from kase where process = 'recognition' order by opened_at, number`,
    )
  ).rows;

describe('The round of a year', () => {
  it('is opened by an officer of the centre alone', async () => {
    for (const who of usernames.filter((name) => !['officer', 'officer2', 'both'].includes(name)))
      expect((await opening(who)).status, who).toBe(403);
    expect((await world.anybody().call('openRecognitionRound', { body: window })).status).toBe(401);
  });

  it.each([
    ['a year to come', { ...window, year: 2022 }, 'year_not_begun'],
    ['a window that is over', { ...window, firstDay: '2021-02-01', lastDay: '2021-02-26' }, 'window_over'],
    ['a window that ends before it begins', { ...window, lastDay: '2021-02-27' }, 'invalid_input'],
    ['a day that does not exist', { ...window, lastDay: '2021-03-32' }, 'invalid_input'],
    ['no year', { firstDay: '2021-03-01', lastDay: '2021-03-31' }, 'invalid_input'],
    ['a year of the past millennium', { ...window, year: 1999 }, 'invalid_input'],
  ])('is not opened for %s', async (_name, body, code) => {
    const reply = await opening('officer', body);
    expect([reply.status, reply.problem.refusals[0]?.code]).toEqual([422, code]);
    expect((await progress()).round).toBeNull();
  });

  it('opens one recognition for every zone that holds its title, in the name of its building unit, and is opened once', async () => {
    zones.east = await placedZone(world, 'east');
    zones.south = await placedZone(world, 'south');
    zones.west = await placedZone(world, 'west');
    zones.revoked = await placedZone(world, 'west');
    zones.young = await placedZone(world, 'west', '2021-01-04');
    await world.owner.query(`update zone set status = 'revoked' where id = $1`, [zones.revoked]);
    await openedRecognition(world, zones.south);

    const key = 'round-of-2020';
    const officer = await world.as('officer');
    const first = await officer.call('openRecognitionRound', { body: window, key });
    expect([first.status, first.data]).toEqual([201, { ...window, zones: 2 }]);
    const again = await officer.call('openRecognitionRound', { body: window, key });
    expect([again.status, again.text]).toEqual([201, first.text]);
    const second = await opening('officer2');
    expect([second.status, second.problem.code, second.problem.clause]).toEqual([409, 'round_exists', '12.1']);

    await world.jobs();
    const made = await cases();
    expect(made.map(({ zone }) => zone).sort()).toEqual([zones.east, zones.south, zones.west].sort());
    const west = made.find(({ zone }) => zone === zones.west);
    expect(west).toEqual({ zone: zones.west, owner: world.orgs.west.id, district: '370302', person: null, deadline_day: '2021-03-31' });
    await world.jobs();
    expect(await cases()).toHaveLength(3);
    expect(world.faults).toEqual([]);
    const duties = good(await (await world.as('west')).call('listDuties'));
    expect(duties.rows.map(({ process }) => process)).toEqual(['recognition']);
  });

  it('two officers open at the same moment is one round', async () => {
    const body = { year: 2021, firstDay: '2021-03-02', lastDay: '2021-03-31' };
    const replies = await Promise.all([opening('officer', body), opening('officer2', body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    await world.jobs();
    const { rows } = await world.owner.query(
      `select count(*)::int as n from kase where process = 'recognition' and data->>'year' = '2021'`,
    );
    expect(rows).toEqual([{ n: 4 }]); // the young zone takes part in its first year
  });

  it('shows the centre how far every zone has come, who holds it and until when', async () => {
    const { round, rows, counts, zones: all, unopened } = await progress('auditor');
    expect(round).toMatchObject({ firstDay: '2021-03-01', lastDay: '2021-03-31' });
    expect(rows.map(({ zone, state, isOverdue }) => [zone, state, isOverdue])).toEqual(
      expect.arrayContaining([zones.east, zones.south, zones.west].map((zone) => [zone, 'self_assessment', false])),
    );
    expect(counts).toEqual([{ state: 'self_assessment', stateTitle: '待自评', count: 3 }]);
    expect([all, unopened]).toEqual([3, 0]);
    expect(rows[0]).toMatchObject({ awaits: '建设单位', deadline: { day: '2021-03-31', workdaysLeft: 22 }, forecast: null, total: null });
    for (const who of ['agency', 'expert1', 'finance'] as const) {
      expect((await (await world.as(who)).call('readRecognitionRound', { params: { year } })).status, who).toBe(403);
    }
    expect((await world.anybody().call('listRecognitions', { query: { year: 1999 } })).status).toBe(422);
  });

  it('shows a county the zones of its district and a building unit its own', async () => {
    const seen = async (who: Username) => (await progress(who)).rows.map(({ zone }) => zone).sort();
    expect(await seen('reviewer')).toEqual([zones.east, zones.south].sort());
    expect(await seen('signer2')).toEqual([zones.west]);
    expect(await seen('east')).toEqual([zones.east]);
  });

  it('is narrowed by state, district, grade and words, and the export has the same rows', async () => {
    const narrowed = async (query: object) => (await progress('officer', query)).rows.map(({ zone }) => zone).sort();
    expect(await narrowed({ district: '370302' })).toEqual([zones.west]);
    expect(await narrowed({ q: 'east' })).toEqual([zones.east]);
    expect(await narrowed({ state: 'none' })).toEqual([]);
    expect(await narrowed({ grade: 'excellent' })).toEqual([]);
    const page = await (await world.as('officer')).ask({ url: `/api/recognition-rounds/${year}/export.csv?district=370302` });
    expect(page.text.trim().split('\r\n')).toHaveLength(2);
    expect(page.text).toContain('west示范区,淄川区,');
  });

  it('marks a self-assessment that is overdue and reminds; nothing else happens', async () => {
    const moved = (await cases()).find(({ zone }) => zone === zones.east);
    const { rows } = await world.owner.query(
      `select id, number, process, state, version from kase where process = 'recognition' and data->>'zone' = $1 and data->>'year' = $2`,
      [moved?.zone, String(year)],
    );
    const kase = new Kase(world, rows[0] as never);
    await pastDeadline(kase);
    expect(kase.state).toBe('self_assessment');
    expect((await progress()).rows.find(({ zone }) => zone === zones.east)).toMatchObject({ isOverdue: true, deadline: null });
    for (const who of ['east', 'reviewer', 'officer'] as const) {
      const messages = good(await (await world.as(who)).call('listMessages'));
      expect(
        messages.filter(({ kase: id, says }) => id === kase.id && says.includes('逾期')),
        who,
      ).toHaveLength(1);
    }
  });
});

describe('The second wall', () => {
  it('lets nobody write a result, a round or an opening by hand-written SQL', async () => {
    await placedPlan(world, zones.east ?? '', 'all');
    const { rows } = await world.owner.query<{ id: string }>(`select id from kase where process = 'recognition' limit 1`);
    const tries = [
      `insert into recognition values ('${zones.east}', 2020, '${rows[0]?.id}', 1, 0, 0, 0, 0, 'unqualified', 'unqualified', '{}', null, '2021-03-01', '${world.person('officer')}', app.person(), now())`,
      `insert into pending_event (process, event, input, created_at) values ('recognition', 'open', '{}', now())`,
      `insert into recognition_round values (2022, '2022-03-01', '2022-03-31', app.person(), now())`,
      `insert into kase (id, number, process, state, data, version, summary, owner, opened_at, state_since, policy) values (gen_random_uuid(), 'x', 'recognition', 'decided', '{}', 1, '', '${world.orgs.east.id}', now(), now(), 'x')`,
      `update recognition set grade = 'excellent'`,
      `delete from recognition_round`,
    ];
    for (const who of ['east', 'reviewer', 'signer', 'approver', 'agency', 'auditor', 'expert1', 'administrator'] as const) {
      for (const sql of tries) {
        // A building unit may open cases of its own, and of those the program decides which.
        if (who === 'east' && sql.startsWith('insert into kase')) continue;
        await expect(wouldTouch(world, scopeOfPerson(world, who), sql), `${who}: ${sql.slice(0, 40)}`).rejects.toThrow(
          /row-level security|permission denied/,
        );
      }
    }
  });
});
