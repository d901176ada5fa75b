import type { Instant } from '#core/kernel/dates.ts';
import type { Case, RunningClock } from '#core/process/define.ts';
import type { Tx } from '#server/db/transaction.ts';

/** A case as its table has it. */
type KaseRow = {
  id: string;
  number: string;
  process: string;
  state: string;
  data: unknown;
  version: number;
  owner: string | null;
  district: string | null;
  opened_by: string | null;
  opened_at: Instant;
  state_since: Instant;
  deadline_at: Instant | null;
  deadline_day: string | null;
  deadline_fires: string | null;
  deadline_is_provisional: boolean;
  deadline_workdays: number | null;
  clocks: Record<string, RunningClock>;
  hands: Record<string, string[]>;
  assigned: string[];
  counterparty: string | null;
  policy: string;
};

const columns = `id, number, process, state, data, version, owner, district, opened_by, opened_at, state_since, deadline_at,
  deadline_day, deadline_fires, deadline_is_provisional, deadline_workdays, clocks, hands, assigned, counterparty, policy`;

const fromRow = (row: KaseRow): Case => ({
  id: row.id,
  number: row.number,
  process: row.process,
  state: row.state,
  data: row.data,
  version: row.version,
  owner: row.owner,
  district: row.district,
  openedBy: row.opened_by,
  openedAt: row.opened_at,
  stateSince: row.state_since,
  deadline:
    row.deadline_at === null
      ? null
      : {
          at: row.deadline_at,
          day: row.deadline_day as never,
          isProvisional: row.deadline_is_provisional,
          fires: row.deadline_fires ?? '',
          workdays: row.deadline_workdays,
        },
  clocks: row.clocks,
  hands: row.hands,
  assigned: row.assigned,
  counterparty: row.counterparty,
  policy: row.policy,
});

/** What a list shows of a case; the rest stays in the database. */
export type ListedCase = {
  readonly id: string;
  readonly number: string;
  readonly process: string;
  readonly state: string;
  readonly summary: string;
  /** The parts of the data that were asked for, to say the summary in another language; null where none were. */
  readonly told: Readonly<Record<string, unknown>> | null;
  readonly district: string | null;
  readonly owner_name: string | null;
  readonly opened_at: Instant;
  readonly state_since: Instant;
  readonly deadline_at: Instant | null;
  readonly deadline_day: string | null;
  readonly deadline_is_provisional: boolean;
  readonly deadline_workdays: number | null;
};

/** Which cases of a process; `before` is the keyset of the last row seen. */
export type CaseFilter = {
  readonly process: string;
  readonly states: readonly string[] | null;
  readonly district: string | null;
  readonly text: string | null;
  readonly parent: string | null;
  readonly before: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
  /** Parts of the data to bring along; none where null. */
  readonly parts: readonly string[] | null;
};

/** The next case number of a process, such as SB-2026-00017. Numbers have gaps: a refused opening uses one up. */
export async function nextCaseNumber(tx: Tx, prefix: string, year: number): Promise<string> {
  const row = await tx.one<{ n: number }>(`select nextval('case_number') as n`);
  return `${prefix}-${year}-${String(row?.n ?? 0).padStart(5, '0')}`;
}

export async function findCase(tx: Tx, process: string, id: string): Promise<Case | undefined> {
  const row = await tx.one<KaseRow>(`select ${columns} from kase where id = $1 and process = $2`, [id, process]);
  return row && fromRow(row);
}

/** Reads and locks a case for the rest of the transaction. */
export async function lockCase(tx: Tx, process: string, id: string): Promise<Case | undefined> {
  const row = await tx.one<KaseRow>(`select ${columns} from kase where id = $1 and process = $2 for update`, [id, process]);
  return row && fromRow(row);
}

/** The parts of a row that follow from the process rather than from the case. */
export type Derived = { readonly summary: string; readonly isPrivate: boolean; readonly parent: string | null };

const deadlineValues = ({ deadline }: Case) =>
  deadline === null
    ? [null, null, null, false, null]
    : [deadline.at, deadline.day, deadline.fires, deadline.isProvisional, deadline.workdays];

export function insertCase(tx: Tx, kase: Case, derived: Derived): void {
  tx.write(
    `insert into kase (id, number, process, state, data, version, summary, owner, district, parent, opened_by, opened_at, state_since,
       deadline_at, deadline_day, deadline_fires, deadline_is_provisional, deadline_workdays, clocks, hands, assigned, policy, is_private, counterparty)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
    [
      kase.id,
      kase.number,
      kase.process,
      kase.state,
      JSON.stringify(kase.data),
      kase.version,
      derived.summary,
      kase.owner,
      kase.district,
      derived.parent,
      kase.openedBy,
      kase.openedAt,
      kase.stateSince,
      ...deadlineValues(kase),
      JSON.stringify(kase.clocks),
      JSON.stringify(kase.hands),
      kase.assigned,
      kase.policy,
      derived.isPrivate,
      kase.counterparty,
    ],
  );
}

/** Saves a moved case. @throws Error if the row is not at the version before: the lock should have seen to that. */
export async function updateCase(tx: Tx, kase: Case, derived: Derived): Promise<void> {
  const touched = await tx.run(
    `update kase set state = $2, data = $3, version = $4, summary = $5, state_since = $6, deadline_at = $7, deadline_day = $8,
       deadline_fires = $9, deadline_is_provisional = $10, deadline_workdays = $11, clocks = $12, hands = $13, assigned = $14, is_private = $15, parent = $16, counterparty = $17
     where id = $1 and version = $4 - 1`,
    [
      kase.id,
      kase.state,
      JSON.stringify(kase.data),
      kase.version,
      derived.summary,
      kase.stateSince,
      ...deadlineValues(kase),
      JSON.stringify(kase.clocks),
      JSON.stringify(kase.hands),
      kase.assigned,
      derived.isPrivate,
      derived.parent,
      kase.counterparty,
    ],
  );
  if (touched !== 1) throw new Error(`case ${kase.id} could not be saved at version ${kase.version}`);
}

/** Parts of the data by name; the array that names them is null where none are asked for. */
export const toldParts = (parameter: number): string =>
  `(select jsonb_object_agg(part, k.data->part) from unnest($${parameter}::text[]) part) as told`;

const listed = `k.id, k.number, k.process, k.state, k.summary, ${toldParts(9)}, k.district, o.name as owner_name, k.opened_at, k.state_since,
  k.deadline_at, k.deadline_day, k.deadline_is_provisional, k.deadline_workdays`;

/** Newest first, by keyset; `o.name` is null where the reader may not see the organisation. */
export const listCases = (tx: Tx, filter: CaseFilter): Promise<ListedCase[]> =>
  tx.rows<ListedCase>(
    `select ${listed} from kase k left join organisation o on o.id = k.owner
     where k.process = $1
       and ($2::text[] is null or k.state = any ($2))
       and ($3::text is null or k.district = $3)
       and ($4::text is null or k.summary ilike '%' || $4 || '%' or k.number ilike '%' || $4 || '%')
       and ($5::uuid is null or k.parent = $5)
       and ($6::timestamptz is null or (k.opened_at, k.id) < ($6, $7::uuid))
     order by k.opened_at desc, k.id desc limit $8`,
    [
      filter.process,
      filter.states,
      filter.district,
      filter.text?.replace(/[\\%_]/g, (char) => `\\${char}`) ?? null,
      filter.parent,
      filter.before?.at ?? null,
      filter.before?.id ?? null,
      filter.limit,
      filter.parts,
    ],
  );

/** Cases whose deadline has passed at `at`, the longest overdue first. */
export const dueCases = (tx: Tx, at: Instant, limit: number) =>
  tx.rows<{ id: string; process: string; fires: string }>(
    `select id, process, deadline_fires as fires from kase where deadline_at <= $1 order by deadline_at limit $2`,
    [at, limit],
  );

/** How many cases of a process under one parent are in given states, one case left out. */
export async function countUnder(
  tx: Tx,
  under: {
    readonly process: string;
    readonly parent: string;
    readonly owner?: string | null;
    readonly notIn: readonly string[];
    readonly except: string;
  },
): Promise<number> {
  const row = await tx.one<{ n: number }>(
    `select count(*) as n from kase where process = $1 and parent = $2 and ($3::uuid is null or owner = $3) and state <> all ($4) and id <> $5`,
    [under.process, under.parent, under.owner ?? null, under.notIn, under.except],
  );
  return row?.n ?? 0;
}

/** Makes transactions that count the same cases wait for each other: what one counted still holds when it commits. */
export const lockCount = (tx: Tx, counted: string) => tx.write(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [counted]);

/** Objections to a case that were answered as upheld. */
export const countUpheld = async (tx: Tx, kase: string): Promise<number> => {
  const row = await tx.one<{ n: number }>(
    `select count(*) as n from kase where process = 'objection' and parent = $1 and state = 'answered' and data->'answer'->>'outcome' = 'upheld'`,
    [kase],
  );
  return row?.n ?? 0;
};

/** Applications of a call that have a result. */
export const rankedCases = (tx: Tx, call: string) =>
  tx.rows<{ case: string; number: string; name: string; district: string | null; state: string; data: Record<string, unknown> }>(
    `select id as "case", number, summary as name, district, state,
       jsonb_build_object('result', data->'result', 'selection', data->'selection', 'inspection', data->'inspection') as data
     from kase where process = 'application' and parent = $1 and not is_private and data->>'result' is not null`,
    [call],
  );

/** States in use by process, so that a start can refuse states no definition knows. */
export const statesInUse = (tx: Tx) => tx.rows<{ process: string; state: string }>(`select distinct process, state from kase`);

/** Whose case it is, as far as the reader may see it. */
export const findCaseOwner = async (tx: Tx, id: string): Promise<string | null> =>
  (await tx.one<{ owner: string | null }>(`select owner from kase where id = $1`, [id]))?.owner ?? null;

/** Which process a case belongs to, as far as the reader may see it. */
export const findProcessOf = async (tx: Tx, id: string): Promise<string | null> =>
  (await tx.one<{ process: string }>(`select process from kase where id = $1`, [id]))?.process ?? null;
