import type { Case } from '#core/process/define.ts';
import type { DutyEntry } from '#core/process/duties.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type ListedCase, toldParts } from './cases.ts';

/** Replaces the duties of a case: the mover may not see the duties of others, so the database's own function does it. */
export const replaceDuties = (tx: Tx, kase: Case, duties: readonly DutyEntry[]) =>
  tx.write(`select app.replace_duties($1, $2)`, [kase.id, JSON.stringify(duties)]);

export type ListedDuty = ListedCase & { readonly event: string; readonly total: number };

/** The duties of whoever the transaction acts for, soonest deadline first, those without one after, oldest first. */
export const listDuties = (
  tx: Tx,
  role: string,
  page: {
    readonly after: { readonly due: string; readonly since: string; readonly id: string } | null;
    readonly limit: number;
    readonly parts: readonly string[] | null;
  },
): Promise<ListedDuty[]> =>
  tx.rows<ListedDuty>(
    `with mine as materialized (select kase, event, coalesce(due_at, 'infinity') as due, since from duty where role = $1)
     select d.event, k.id, k.number, k.process, k.state, k.summary, ${toldParts(6)}, k.district, o.name as owner_name, k.opened_at, k.state_since,
       k.deadline_at, k.deadline_day, k.deadline_is_provisional, k.deadline_workdays, (select count(*) from mine) as total
     from mine d join kase k on k.id = d.kase left join organisation o on o.id = k.owner
     where $2::text is null or (d.due, d.since, k.id) > ($2::timestamptz, $3::timestamptz, $4::uuid)
     order by d.due, d.since, k.id limit $5`,
    [role, page.after?.due ?? null, page.after?.since ?? null, page.after?.id ?? null, page.limit, page.parts],
  );

/** Whether anything waits for whoever the transaction acts for. */
export const hasDuty = async (tx: Tx): Promise<boolean> => (await tx.one(`select 1 as one from duty limit 1`)) !== undefined;
