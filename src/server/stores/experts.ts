import type { Instant } from '#core/kernel/dates.ts';
import type { PooledExpert } from '#core/process/facts.ts';
import type { Tx } from '#server/db/transaction.ts';

/** Everybody in the pool who holds the office of expert, with all from which a conflict can be computed. */
export const expertPool = (tx: Tx): Promise<PooledExpert[]> =>
  tx.rows<PooledExpert>(`select e.person, e.name, e.field, e.ties, e.offices from app.expert_pool() e order by e.person`);

export async function insertExpert(
  tx: Tx,
  expert: {
    readonly person: string;
    readonly field: string;
    readonly employerName: string;
    readonly employerCode: string;
    readonly ties: readonly { readonly creditCode: string; readonly name: string; readonly kind: string }[];
  },
): Promise<void> {
  await tx.run(`insert into expert_profile (person, field, employer_name, employer_code) values ($1, $2, $3, $4)`, [
    expert.person,
    expert.field,
    expert.employerName,
    expert.employerCode,
  ]);
  for (const tie of expert.ties) {
    await tx.run(`insert into expert_tie (person, credit_code, name, kind) values ($1, $2, $3, $4) on conflict do nothing`, [
      expert.person,
      tie.creditCode,
      tie.name,
      tie.kind,
    ]);
  }
}

export const findScoreDraft = (tx: Tx, kase: string) =>
  tx.one<{ sheet: Record<string, unknown>; saved_at: Instant }>(
    `select sheet, saved_at from score_draft where kase = $1 and person = app.person()`,
    [kase],
  );

export const saveScoreDraft = (tx: Tx, kase: string, sheet: unknown, at: Instant) =>
  tx.run(
    `insert into score_draft (kase, person, sheet, saved_at) values ($1, app.person(), $2, $3)
     on conflict (kase, person) do update set sheet = excluded.sheet, saved_at = excluded.saved_at`,
    [kase, JSON.stringify(sheet), at],
  );

export const insertSheet = (tx: Tx, kase: string, sheet: unknown, at: Instant) =>
  tx.run(`insert into score_sheet (kase, person, sheet, sealed_at) values ($1, app.person(), $2, $3)`, [kase, JSON.stringify(sheet), at]);

/** Opens the sheets of a case if everybody assigned has sealed; otherwise returns none and opens none. */
export const openSheets = (tx: Tx, kase: string) =>
  tx.rows<{ expert: string; name: string; sheet: unknown }>(`select person as expert, name, sheet from app.open_sheets($1)`, [kase]);
