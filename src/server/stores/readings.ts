import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** One decided reading of the plan. */
export type ReadingRow = {
  readonly version: number;
  readonly key: string;
  readonly value: unknown;
  readonly source: string;
  readonly effective_from: BusinessDate;
};

/** The latest reading of each key that is in effect on `day`, among those decided by `known`; null asks for all there are. */
export const readingsOn = (tx: Tx, policy: string, day: BusinessDate, known: Instant | null) =>
  tx.rows<ReadingRow>(
    `select distinct on (key) version, key, value, source, effective_from from reading where policy = $1 and effective_from <= $2
       and ($3::timestamptz is null or decided_at <= $3) order by key, version desc`,
    [policy, day, known],
  );

export const insertReading = (
  tx: Tx,
  row: {
    readonly policy: string;
    readonly key: string;
    readonly value: unknown;
    readonly source: string;
    readonly kase: string;
    readonly effectiveFrom: BusinessDate;
    readonly at: Instant;
  },
) =>
  tx.run(`insert into reading (policy, key, value, source, kase, effective_from, decided_at) values ($1, $2, $3, $4, $5, $6, $7)`, [
    row.policy,
    row.key,
    JSON.stringify(row.value),
    row.source,
    row.kase,
    row.effectiveFrom,
    row.at,
  ]);
