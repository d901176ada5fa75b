import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** One run over all agencies of a year. */
export type RunRow = {
  readonly id: string;
  readonly policy: string;
  readonly year: number;
  readonly as_of: BusinessDate;
  readonly known_at: Instant;
  readonly readings: Readonly<Record<string, unknown>>;
  readonly readings_version: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly agencies: number;
  readonly done: number;
  readonly digest: string | null;
  readonly failure: string | null;
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
};

const columns = `id, policy, year, as_of, known_at, readings, readings_version, state, agencies, done, encode(digest, 'hex') as digest, failure, started_at, ended_at`;

export const insertRun = (
  tx: Tx,
  run: Pick<RunRow, 'id' | 'policy' | 'year' | 'as_of' | 'known_at' | 'readings' | 'readings_version' | 'started_at'> & {
    readonly started_by: string;
  },
) =>
  tx.run(
    `insert into determination_run (id, policy, year, as_of, known_at, readings, readings_version, agencies, started_by, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, (select count(*) from organisation where kind = 'agency' and created_at <= $5), $8, $9)`,
    [
      run.id,
      run.policy,
      run.year,
      run.as_of,
      run.known_at,
      JSON.stringify(run.readings),
      run.readings_version,
      run.started_by,
      run.started_at,
    ],
  );

export const findRun = (tx: Tx, id: string) => tx.one<RunRow>(`select ${columns} from determination_run where id = $1`, [id]);

export const listRuns = (tx: Tx) => tx.rows<RunRow>(`select ${columns} from determination_run order by started_at desc limit 50`);

/** The oldest run that is not finished; a program that was killed takes it up again. */
export const unfinishedRun = (tx: Tx) =>
  tx.one<RunRow>(`select ${columns} from determination_run where state = 'running' order by started_at limit 1 for update skip locked`);

export const endRun = (
  tx: Tx,
  id: string,
  end: { readonly digest: Buffer | null; readonly failure: string | null; readonly at: Instant },
) =>
  tx.run(
    `update determination_run set state = case when $3::text is null then 'done' else 'failed' end, digest = $2, failure = $3, ended_at = $4 where id = $1`,
    [id, end.digest, end.failure, end.at],
  );

export const countDone = (tx: Tx, id: string) =>
  tx.run(`update determination_run r set done = (select count(*) from determination d where d.run = r.id) where id = $1`, [id]);

/** The next agencies of a run that have no result yet, in the order of their ids. */
export const agenciesToDo = (tx: Tx, run: string, limit: number) =>
  tx.rows<{ id: string }>(
    `select o.id from organisation o where o.kind = 'agency' and o.created_at <= (select known_at from determination_run where id = $1) and not exists (select from determination d where d.run = $1 and d.agency = o.id) order by o.id limit $2`,
    [run, limit],
  );

export type DeterminationRow = {
  readonly agency: string;
  readonly name: string;
  readonly cash_yuan: number;
  readonly voucher_yuan: number;
  readonly open_count: number;
  readonly answer: Buffer;
};

export const insertDetermination = (
  tx: Tx,
  row: {
    readonly run: string;
    readonly agency: string;
    readonly facts: Buffer;
    readonly answer: Buffer;
    readonly cash: number;
    readonly voucher: number;
    readonly open: number;
    readonly hash: Buffer;
  },
) =>
  tx.run(
    `insert into determination (run, agency, facts, answer, cash_yuan, voucher_yuan, open_count, hash) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [row.run, row.agency, row.facts, row.answer, row.cash, row.voucher, row.open, row.hash],
  );

/** What the last finished run over the same year, on what was known then, found for an agency. */
export const lastSumsOf = (tx: Tx, { year }: Pick<RunRow, 'year'>, agency: string) =>
  tx.one<Pick<DeterminationRow, 'cash_yuan' | 'voucher_yuan'>>(
    `select d.cash_yuan, d.voucher_yuan from determination d join determination_run r on r.id = d.run
     where d.agency = $2 and r.year = $1 and r.state = 'done' and r.known_at = r.started_at order by r.ended_at desc limit 1`,
    [year, agency],
  );

export const listDeterminations = (tx: Tx, run: string) =>
  tx.rows<DeterminationRow>(
    `select d.agency, o.name, d.cash_yuan, d.voucher_yuan, d.open_count, d.answer from determination d join organisation o on o.id = d.agency
     where d.run = $1 order by d.cash_yuan + d.voucher_yuan desc, o.name`,
    [run],
  );

/** Hashes of all results of a run in the order of the agencies: what the run's digest is made of. */
export const hashesOf = async (tx: Tx, run: string): Promise<readonly Buffer[]> =>
  (await tx.rows<{ hash: Buffer }>(`select hash from determination where run = $1 order by agency`, [run])).map(({ hash }) => hash);

/** The last finished run over a year. */
export const lastRunOf = (tx: Tx, year: number) =>
  tx.one<RunRow>(`select ${columns} from determination_run where year = $1 and state = 'done' order by ended_at desc limit 1`, [year]);
