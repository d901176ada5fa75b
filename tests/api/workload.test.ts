import { beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import * as story from '../support/story.ts';
import { openWorld, type Username, usernames, type World } from '../support/world.ts';
import { rowsAs, scopeOfPerson } from '../support/raw.ts';

const world: World = await openWorld();
const year = 2021;
const on = (day: string) => world.setNow(`${day}T02:00:00.000Z`);

/**
 * Zhangdian (370303), March 2021: one application signed after 3 workdays; one returned after 1 workday, filed again and
 * signed 4 workdays later (5 together); one still there, overdue. Zichuan (370302): one signed on the day it came.
 */
beforeAll(async () => {
  on('2021-03-01');
  const call = await story.announcedCall(world, { places: 3 });
  const east = await story.filedApplication(world, 'east', call);
  const south = await story.filedApplication(world, 'south', call);
  await story.recommended(world, 'west', call);
  on('2021-03-02');
  await south.do(
    'reviewer',
    'county_check',
    story.opinion({ opinion: 'return', requests: [{ path: 'siting.boundary', says: '请写明南界' }] }),
  );
  await south.do('signer', 'county_return');
  on('2021-03-04'); // Thursday: Tuesday, Wednesday, Thursday
  await east.do('reviewer', 'county_check', story.opinion());
  await east.do('signer', 'endorse', { letterNumber: '张知推〔2021〕1号' });
  await south.do('south', 'amend', { changes: [{ path: 'siting.boundary', value: '东至东环路，南至昌国路，西至西环路，北至北一路' }] });
  await south.do('south', 'resubmit');
  on('2021-03-10'); // Friday, Monday, Tuesday, Wednesday
  await south.do('reviewer', 'county_check', story.opinion());
  await south.do('signer', 'endorse', { letterNumber: '张知推〔2021〕2号' });
  const other = await story.announcedCall(world, { title: '2021年补充申报' });
  const late = await story.filedApplication(world, 'east', other);
  await story.pastDeadline(late);
  // One objection to the first application upheld, one to the second not; the objections themselves are another test's matter.
  for (const [kase, outcome] of [
    [east, 'upheld'],
    [south, 'rejected'],
  ] as const) {
    await world.owner.query(
      `insert into kase (id, number, process, state, data, version, summary, parent, opened_at, state_since, policy)
       values (gen_random_uuid(), $1, 'objection', 'answered', $2, 1, '异议', $3, now(), now(), 'zibo-2020')`,
      [`YY-${kase.number}`, JSON.stringify({ answer: { outcome } }), kase.id],
    );
  }
});

const read = async (who: Username, query: object = {}) =>
  good(await (await world.as(who)).call('readWorkload', { query: { year, ...query } as never }));
const behind = async (who: Username, query: object = {}) =>
  good(await (await world.as(who)).call('listWorkloadCases', { query: { year, ...query } as never }));

const zhangdian = {
  district: '370303',
  districtName: '张店区',
  process: 'application',
  processTitle: '示范区申报',
  received: 3,
  open: 1,
  medianDays: 4, // of 3 and 5
  p90Days: 4.8,
  overdue: 1,
  overdueShare: 3333,
  returned: 1,
  returnShare: 3333,
  objected: 1,
  objectionShare: 3333,
};

describe('Reviews by county', () => {
  it('agree with what was counted by hand', async () => {
    const { rows } = await read('officer');
    expect(rows.map(({ district }) => district)).toEqual(['370302', '370303']);
    expect(rows[1]).toEqual({ ...zhangdian, processTitle: rows[1]?.processTitle });
    expect(rows[0]).toMatchObject({ received: 1, open: 0, medianDays: 0, p90Days: 0, overdue: 0, returned: 0, objected: 0 });
  });

  it('are filtered by process, district and year; a year without cases is empty', async () => {
    expect((await read('approver', { district: '370302' })).rows.map(({ district }) => district)).toEqual(['370302']);
    expect((await read('auditor', { process: 'application' })).rows).toHaveLength(2);
    expect((await read('auditor', { process: 'recognition' })).rows).toEqual([]);
    expect((await read('officer', { year: 2022 })).rows).toEqual([]);
  });

  it('show a county its own row and the same figures, whatever it asks for', async () => {
    for (const who of ['reviewer', 'signer'] as const) {
      const { rows } = await read(who);
      expect(rows).toEqual([{ ...zhangdian, processTitle: rows[0]?.processTitle }]);
    }
    expect((await read('reviewer2')).rows.map(({ district }) => district)).toEqual(['370302']);
    expect((await read('reviewer2', { district: '370303' })).rows).toEqual([]);
    expect((await behind('reviewer2', { district: '370303' })).rows).toEqual([]);
  });

  it('are closed to everybody else', async () => {
    const readers = ['officer', 'officer2', 'approver', 'both', 'auditor', 'reviewer', 'signer', 'reviewer2', 'signer2'];
    for (const who of usernames.filter((name) => !readers.includes(name))) {
      const [, office] = world.post(who);
      if (['centre_officer', 'centre_approver', 'auditor', 'county_reviewer', 'county_approver'].includes(office)) continue;
      for (const name of ['readWorkload', 'exportWorkload', 'listWorkloadCases'] as const) {
        expect((await (await world.as(who)).call(name, { query: { year } as never })).status, who).toBe(403);
      }
    }
    expect((await world.anybody().call('readWorkload', { query: { year } })).status).toBe(401);
  });

  it.each([{ year: 'x' }, { year: 1999 }, {}])('are refused with a sentence for the year %o', async (query) => {
    const reply = await (await world.as('officer')).call('readWorkload', { query: query as never });
    expect([reply.status, reply.problem.code]).toEqual([422, 'invalid_input']);
  });
});

describe('The cases behind a figure', () => {
  it('are as many as the figure says, with the days counted by hand', async () => {
    const all = (await behind('officer', { district: '370303' })).rows;
    expect(all.map(({ receivedOn, leftOn, days }) => [receivedOn, leftOn, days]).sort()).toEqual([
      ['2021-03-01', '2021-03-04', 3],
      ['2021-03-01', '2021-03-10', 5],
      ['2021-03-10', null, 11], // overdue on the day after the tenth workday
    ]);
    for (const about of ['open', 'overdue', 'returned', 'objected'] as const) {
      const { rows } = await behind('officer', { district: '370303', about });
      expect(rows, about).toHaveLength(1);
    }
  });

  it('come page by page without one missing or twice', async () => {
    const first = await behind('auditor', { limit: 3 });
    const second = await behind('auditor', { limit: 3, after: first.next ?? '' });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 1, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(4);
  });
});

describe('The export', () => {
  it('is the table as it is shown, for the same filter and the same reader', async () => {
    const file = async (who: Username) =>
      (await (await world.as(who)).call('exportWorkload', { query: { year } })).text.trim().split('\r\n');
    const lines = await file('officer');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe(`2021,张店区,${(await read('officer')).rows[1]?.processTitle},3,1,4,4.8,33.33%,33.33%,33.33%`);
    expect(await file('reviewer')).toEqual([lines[0], lines[2]]);
  });
});

describe('The second wall', () => {
  it('tells nobody but the centre and its own county that an objection was upheld', async () => {
    const [row] = (await behind('officer', { about: 'objected' })).rows;
    const told = async (who: Username) =>
      (await rowsAs<{ told: boolean }>(world, scopeOfPerson(world, who), 'select app.was_objected($1) as told', [row?.id]))[0]?.told;
    for (const who of ['officer', 'auditor', 'reviewer'] as const) expect(await told(who), who).toBe(true);
    for (const who of ['reviewer2', 'south', 'agency', 'expert1'] as const) expect(await told(who), who).toBe(false);
  });
});

describe('The turn of the year', () => {
  const window = { firstDay: '2020-12-01', lastDay: '2021-03-31' };

  it('lets a case that came in its last hour and came again afterwards count in the old year alone', async () => {
    const received = async (of: number) => (await read('officer', { year: of, district: '370302' })).rows[0]?.received ?? 0;
    const before = await received(2021);
    world.setNow('2020-12-31T15:30:00.000Z'); // 23:30 in Beijing
    const call = await story.announcedCall(world, { title: '2020年末申报', ...window });
    const kase = await story.filedApplication(world, 'west', call);
    on('2021-01-04');
    await kase.do(
      'reviewer2',
      'county_check',
      story.opinion({ opinion: 'return', requests: [{ path: 'siting.boundary', says: '请写明南界' }] }),
    );
    await kase.do('signer2', 'county_return');
    await kase.do('west', 'amend', { changes: [{ path: 'siting.boundary', value: '东至东环路，南至昌国路，西至西环路，北至北一路' }] });
    await kase.do('west', 'resubmit');
    expect([await received(2020), await received(2021)]).toEqual([1, before]);
  });

  it('is midnight in Beijing', async () => {
    const received = async () => (await read('officer', { district: '370303' })).rows[0]?.received ?? 0;
    const before = await received();
    world.setNow('2020-12-31T16:30:00.000Z'); // half past midnight on 1 January 2021
    await story.filedApplication(world, 'east', await story.announcedCall(world, { title: '2021年初申报', ...window }));
    expect(await received()).toBe(before + 1);
  });
});
