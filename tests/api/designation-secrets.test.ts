import { beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#contract/index.ts';
import { type Caller, pathOf } from '../support/caller.ts';
import { everyScope, mustTurnRed, rowsAs } from '../support/raw.ts';
import * as story from '../support/story.ts';
import { openWorld, type Username, usernames, type World } from '../support/world.ts';

const world: World = await openWorld();
/** Words that stand in the sealed sheets and drafts and nowhere else. */
const secret = '机密评语七三一';
let call = '';
let kase: story.Kase;
let panel: Username[] = [];
let authors: Username[] = [];

/** Four of five have sealed, the fifth has a draft: the moment at which a look would be worth most. */
beforeAll(async () => {
  call = await story.announcedCall(world);
  kase = await story.drawnPanel(world, 'east', call);
  panel = await story.panelOf(kase);
  authors = panel.slice(0, 4);
  for (const expert of panel) await kase.do(expert, 'declare_clear', { hasNoConflict: true });
  for (const expert of authors) await kase.do(expert, 'seal_sheet', story.sheetOf(0.9, { remark: secret }));
  const last = await world.as(panel[4] ?? 'expert1');
  await last.call('saveScoreDraft', { params: { id: kase.id }, body: { sheet: { remark: secret } } });
  await kase.do('officer', 'record_inspection', story.inspection());
  await world.jobs();
});

/** Everything this caller can fetch: every GET of the contract, filled with the ids of this case. */
async function everythingReadBy(caller: Caller): Promise<string> {
  const texts: string[] = [];
  for (const { method, path } of Object.values(contract)) {
    if (method !== 'GET') continue;
    const id = path.startsWith('/calls/') ? call : kase.id;
    const year = path === '/determination' ? '?year=2021' : '';
    texts.push((await caller.ask({ url: `/api${pathOf(path, { id, n: 1 })}${year}` })).text);
  }
  return texts.join('\n');
}

describe('Before all sheets are sealed', () => {
  it.each(usernames)('%s reads no score but their own through the API', async (name) => {
    const read = await everythingReadBy(await world.as(name));
    // The author of the draft reads the draft back; a sealed sheet is not even shown to its author.
    expect(read.includes(secret), name).toBe(name === panel[4]);
  });

  it('the public reads none', async () => {
    expect(await everythingReadBy(world.anybody())).not.toContain(secret);
  });

  /** Rows of sheets and drafts that each office finds by hand-written SQL, its own left out. */
  const foreignSheets = async () => {
    const found: string[] = [];
    for (const [name, scope] of everyScope(world)) {
      for (const table of ['score_sheet', 'score_draft']) {
        const rows = await rowsAs<{ person: string }>(world, scope, `select person from ${table}`);
        if (rows.some(({ person }) => person !== scope.person)) found.push(`${name}: ${table}`);
      }
      if ((await rowsAs(world, scope, `select * from score_sheet where opened_at is not null`)).length > 0) found.push(`${name}: opened`);
    }
    return found;
  };

  it('no office reads a foreign sheet or draft by hand-written SQL as the program, administrator and auditor included', async () => {
    expect(await foreignSheets()).toEqual([]);
    const own = await rowsAs(world, everyScope(world).find(([name]) => name === authors[0])?.[1] as never, `select * from score_sheet`);
    expect(own).toHaveLength(1);
  });

  it('the same look finds the sheets where the policy is broken', async () => {
    await world.owner.query(`create policy leak on score_sheet for select to jixia_app using (true)`);
    try {
      await mustTurnRed(async () => expect(await foreignSheets()).toEqual([]));
    } finally {
      await world.owner.query(`drop policy leak on score_sheet`);
    }
  });

  it('the opening function opens none of them, whoever calls it', async () => {
    for (const [name, scope] of everyScope(world)) {
      const { pool } = world.house;
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.office', $1, true), set_config('app.person', $2, true)`, [
          scope.office,
          scope.person ?? '',
        ]);
        expect((await client.query(`select * from app.open_sheets($1)`, [kase.id])).rows, name).toEqual([]);
        await client.query('commit');
      } finally {
        client.release();
      }
    }
    const { rows } = await world.owner.query(`select count(*)::int as n from score_sheet where opened_at is not null`);
    expect(rows[0]).toEqual({ n: 0 });
  });

  it('no word of a sheet stands in the event log, the audit log, the messages or the stored answers', async () => {
    const places = {
      case_event: `select convert_from(body, 'UTF8') as text from case_event`,
      audit: `select convert_from(body, 'UTF8') as text from audit`,
      kase: `select data::text as text from kase`,
      message: `select zh || en as text from message`,
      outbox: `select body::text as text from outbox`,
      idempotency: `select convert_from(response, 'UTF8') as text from idempotency where response is not null`,
    };
    for (const [place, sql] of Object.entries(places)) {
      const { rows } = await world.owner.query<{ text: string }>(sql);
      expect(rows.length, place).toBeGreaterThan(place === 'outbox' ? -1 : 0);
      expect(
        rows.filter(({ text }) => text.includes(secret)),
        place,
      ).toEqual([]);
    }
    const { rows } = await world.owner.query<{ text: string }>(
      `select convert_from(body, 'UTF8') as text from case_event where event = 'seal_sheet'`,
    );
    expect(rows).toHaveLength(4);
    for (const { text } of rows)
      expect(JSON.parse(text)).toMatchObject({ sealed: { salt: expect.any(String), sha256: expect.any(String) } });
  });
});

describe('After the sheets are opened together', () => {
  it('the centre and the auditor read them, the applicant not before the decision, county and experts never', async () => {
    await kase.do(panel[4] ?? 'expert1', 'seal_sheet', story.sheetOf(0.7, { remark: secret }));
    await kase.do('officer', 'open_scores');
    for (const name of ['officer', 'approver', 'auditor'] as const)
      expect(await everythingReadBy(await world.as(name)), name).toContain(secret);
    const others = ['east', 'reviewer', 'signer', 'south', 'agency', 'administrator', panel[0] ?? 'expert1'] as const;
    for (const name of others) expect(await everythingReadBy(await world.as(name)), name).not.toContain(secret);
  });

  it('the owner never learns which expert gave which sheet from the timeline', async () => {
    const { timeline } = await kase.view('east');
    const experts = timeline.filter(({ event }) => event === 'seal_sheet');
    expect(experts).toHaveLength(5);
    expect(experts.map(({ personName }) => personName)).toEqual(['', '', '', '', '']);
    expect(
      (await kase.view('officer')).timeline.filter(({ event }) => event === 'seal_sheet').every(({ personName }) => personName !== ''),
    ).toBe(true);
  });
});
