import type { Instant } from '#core/kernel/dates.ts';
import type { Actor } from '#core/people/actor.ts';
import type { Tx } from '#server/db/transaction.ts';

/** Which cases of a process a bulk decision is about: the list's own filter. */
export type BulkFilter = {
  readonly states: readonly string[] | null;
  readonly district: string | null;
  readonly text: string | null;
  readonly parent: string | null;
};

const chosen = `k.process = $1
  and ($2::text[] is null or k.state = any ($2))
  and ($3::text is null or k.district = $3)
  and ($4::text is null or k.summary ilike '%' || $4 || '%' or k.number ilike '%' || $4 || '%')
  and ($5::uuid is null or k.parent = $5)`;

const values = (process: string, { states, district, text, parent }: BulkFilter) => [
  process,
  states,
  district,
  text?.replace(/[\\%_]/g, (char) => `\\${char}`) ?? null,
  parent,
];

/** What keeps cases out of the decision without looking into them: their state, and what the person did before. */
export type BulkRule = { readonly from: readonly string[]; readonly notWho: readonly string[]; readonly person: string };

const barred = `exists (select from unnest($7::text[]) e where k.hands->e ? $8)`;

/** How many cases of the filter are in which state and barred or not: one scan, however many. */
export const countBulk = (tx: Tx, process: string, filter: BulkFilter, rule: BulkRule) =>
  tx.rows<{ state: string; is_right_state: boolean; is_barred: boolean; count: number }>(
    `select k.state, k.state = any ($6) as is_right_state, ${barred} as is_barred, count(*) as count from kase k where ${chosen} group by 1, 2, 3 order by 1`,
    [...values(process, filter), rule.from, rule.notWho, rule.person],
  );

export const sampleBulk = (tx: Tx, process: string, filter: BulkFilter, rule: BulkRule) =>
  tx.rows<{ case: string; number: string; summary: string }>(
    `select k.id as "case", k.number, k.summary from kase k where ${chosen} and k.state = any ($6) and not ${barred} order by k.opened_at desc, k.id desc limit 20`,
    [...values(process, filter), rule.from, rule.notWho, rule.person],
  );

export type BulkRunRow = {
  readonly id: string;
  readonly process: string;
  readonly event: string;
  readonly input: unknown;
  readonly actor: Actor;
  readonly office: string;
  readonly undone_by: string | null;
  readonly state: 'running' | 'done' | 'undoing' | 'undone';
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly undo_until: Instant | null;
};

const runColumns = 'id, process, event, input, actor, office, undone_by, state, started_at, ended_at, undo_until';

/** Writes the run with every case it is about, as they are now. Returns how many. */
export async function insertBulk(
  tx: Tx,
  run: Pick<BulkRunRow, 'id' | 'process' | 'event' | 'input' | 'actor' | 'office' | 'undone_by' | 'started_at' | 'undo_until'>,
  filter: BulkFilter,
  rule: BulkRule,
): Promise<number> {
  await tx.run(
    `insert into bulk_run (id, process, event, input, filter, actor, person, office, undone_by, started_at, undo_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      run.id,
      run.process,
      run.event,
      JSON.stringify(run.input),
      JSON.stringify(filter),
      JSON.stringify(run.actor),
      rule.person,
      run.office,
      run.undone_by,
      run.started_at,
      run.undo_until,
    ],
  );
  return tx.run(
    `insert into bulk_row (run, kase, number, summary, version)
     select $9::uuid, k.id, k.number, k.summary, k.version from kase k where ${chosen} and k.state = any ($6) and not ${barred}`,
    [...values(run.process, filter), rule.from, rule.notWho, rule.person, run.id],
  );
}

export const findBulk = (tx: Tx, id: string) => tx.one<BulkRunRow>(`select ${runColumns} from bulk_run where id = $1`, [id]);

/** The oldest run that has something to do. */
export const openBulk = (tx: Tx) =>
  tx.one<BulkRunRow>(`select ${runColumns} from bulk_run where state in ('running', 'undoing') order by started_at limit 1`);

export const rowsToDo = (tx: Tx, run: string, outcome: 'waiting' | 'undoing', limit: number) =>
  tx.rows<{ kase: string; version: number }>(`select kase, version from bulk_row where run = $1 and outcome = $2 order by kase limit $3`, [
    run,
    outcome,
    limit,
  ]);

export const setRow = (
  tx: Tx,
  run: string,
  kase: string,
  result: { readonly outcome: string; readonly says: string | null; readonly version: number },
) =>
  tx.run(`update bulk_row set outcome = $3, says = $4, version = $5 where run = $1 and kase = $2`, [
    run,
    kase,
    result.outcome,
    result.says,
    result.version,
  ]);

export const endBulk = (tx: Tx, id: string, state: 'done' | 'undone', at: Instant) =>
  tx.run(`update bulk_run set state = $2, ended_at = $3 where id = $1`, [id, state, at]);

/** Turns what was done back into something to do: taking it back. */
export async function beginUndo(tx: Tx, id: string): Promise<void> {
  await tx.run(`update bulk_row set outcome = 'undoing' where run = $1 and outcome = 'done'`, [id]);
  await tx.run(`update bulk_run set state = 'undoing' where id = $1`, [id]);
}

export const countRows = (tx: Tx, run: string) =>
  tx.rows<{ outcome: string; count: number }>(`select outcome, count(*) as count from bulk_row where run = $1 group by 1`, [run]);

export const refusedRows = (tx: Tx, run: string) =>
  tx.rows<{ case: string; number: string; summary: string; says: string }>(
    `select kase as "case", number, summary, coalesce(says, '') as says from bulk_row where run = $1 and outcome in ('refused', 'kept') order by number limit 500`,
    [run],
  );

/** Whether the office in which the run was ordered still lasts. */
export const isOfficeLive = async (tx: Tx, office: string): Promise<boolean> =>
  (await tx.one(
    `select 1 as one from office f join person p on p.id = f.person where f.id = $1 and f.to_day is null and p.disabled_at is null`,
    [office],
  )) !== undefined;
