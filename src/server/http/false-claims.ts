import type { FindingView } from '#contract/false-claims.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { titleOfKind } from '#server/cases/fact-view.ts';
import { reading } from '#server/db/transaction.ts';
import { listBars, listFindings } from '#server/stores/false-claims.ts';
import { type Call, type Handler, scopeFor } from './call.ts';
import { cursorAfter, readCursor } from './cursor.ts';

type Named = NamedEndpoints;

export const listBarsHandler: Handler<Named['listBars']> = async (given) => {
  const call = given as Call;
  const today = call.house.clock.today();
  const rows = await reading(call.house.pool, scopeFor(call), listBars);
  return {
    rows: rows.map((row) => ({
      case: row.kase,
      number: row.number,
      agencyName: row.agency_name ?? '',
      from: row.from_day,
      to: row.to_day,
      reason: row.reason,
      documentNumber: row.document_number,
      isStanding: row.ended_at === null && today <= row.to_day,
      endedAt: row.ended_at,
      endedBecause: row.ended_because,
    })),
  };
};

const pageSize = 50;

export const listFindingsHandler: Handler<Named['listFindings']> = async (given) => {
  const call = given as Call;
  const [at = '', id = ''] = readCursor(call, given.query.after, 2) ?? [];
  const before = id === '' ? null : { at, id };
  const rows = await reading(call.house.pool, scopeFor(call), (tx) => listFindings(tx, before, pageSize + 1));
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    next: rows.length > pageSize && last ? cursorAfter(last.at, last.id) : null,
    rows: page.map((row) => ({
      case: row.kase,
      number: row.number,
      agencyName: row.agency_name ?? '',
      kind: row.kind as FindingView['kind'],
      kindTitle: titleOfKind(row.kind, call.language),
      matter: row.matter,
      fact: row.fact,
      findings: row.findings,
      documentNumber: row.document_number,
      at: row.at,
      restoredAt: row.restored_at,
      restoredBecause: row.restored_because,
    })),
  };
};
