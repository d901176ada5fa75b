import { createHash } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditHash, eventHash, firstBreak, type StoredEntry } from '#core/proof/chain.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
let east: story.Kase;

beforeAll(async () => {
  const call = await story.announcedCall(world);
  east = await story.drawnPanel(world, 'east', call);
  await story.filedApplication(world, 'west', call);
});

const owned = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await world.owner.query<Row>(sql, values)).rows;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

describe('The chains', () => {
  type Row = StoredEntry & { key: string };
  const chains = async (sql: string): Promise<Map<string, StoredEntry[]>> => {
    const byKey = new Map<string, StoredEntry[]>();
    for (const row of await owned<Row>(sql)) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
    return byKey;
  };

  const eventBreaks = async () =>
    [...(await chains(`select kase::text as key, seq, prev, body, hash from case_event order by kase, seq`))].flatMap(([key, entries]) => {
      const at = firstBreak(entries, ({ prev, body }) => eventHash(sha256, prev, body));
      return at === null ? [] : [`${key}/${at}`];
    });

  const auditBreaks = async () =>
    [...(await chains(`select stream::text as key, seq::int, prev, body, hash from audit order by stream, seq`))].flatMap(
      ([key, entries]) => {
        const at = firstBreak(entries, (entry) => auditHash(sha256, { ...entry, stream: Number(key) }));
        return at === null ? [] : [`${key}/${at}`];
      },
    );

  it('of every case and every audit stream hold', async () => {
    expect((await owned(`select 1 from case_event`)).length).toBeGreaterThan(10);
    expect(await eventBreaks()).toEqual([]);
    expect(await auditBreaks()).toEqual([]);
    expect(
      await owned(
        `select s.stream from audit_stream s left join lateral (select seq, hash from audit a where a.stream = s.stream order by seq desc limit 1) a on true where s.seq <> coalesce(a.seq, 0) or (a.hash is not null and a.hash <> s.head)`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['one changed byte', `update case_event set body = set_byte(body, 9, get_byte(body, 9) # 1) where kase = $1 and seq = 3`, 3],
    ['a removed entry', `delete from case_event where kase = $1 and seq = 3`, 4],
    ['a changed hash', `update case_event set hash = sha256(hash) where kase = $1 and seq = 3`, 3],
    ['two entries exchanged', `update case_event set seq = case seq when 3 then -4 else -3 end where kase = $1 and seq in (3, 4)`, -4],
  ])('show %s, even by the owner of the database', async (_name, sql, at) => {
    await owned('begin');
    await owned(sql, [east.id]);
    expect(await eventBreaks()).toEqual([`${east.id}/${at}`]);
    await owned('rollback');
    expect(await eventBreaks()).toEqual([]);
  });

  it('show a changed audit entry', async () => {
    await owned('begin');
    const [entry] = await owned<{ place: string }>(
      `update audit set body = set_byte(body, 0, get_byte(body, 0) # 1) where (stream, seq) = (select stream, seq from audit order by stream, seq limit 1) returning stream || '/' || seq as place`,
    );
    expect(await auditBreaks()).toEqual([entry?.place]);
    await owned('rollback');
  });

  it('tie the audit log to the events: every event’s hash stands there', async () => {
    expect(
      await owned(
        `select e.kase from case_event e where not exists (select from audit a where a.subject = e.kase and strpos(convert_from(a.body, 'UTF8'), encode(e.hash, 'hex')) > 0)`,
      ),
    ).toEqual([]);
  });
});
