import type { NamedEndpoints } from '#contract/index.ts';
import { both, type Language } from '#core/kernel/words.ts';
import { type Role, roles } from '#core/people/roles.ts';
import { auditTitle } from '#server/cases/audit-words.ts';
import { reading } from '#server/db/transaction.ts';
import { type AuditRow, checkChains, listAudit } from '#server/stores/audit.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';

type Named = NamedEndpoints;

const pageSize = 100;

/** The office somebody acted in; the system itself where nobody did. Whoever signs in has no office yet. */
const officeTitle = ({ office, person_name }: AuditRow, language: Language): string => {
  if (Object.hasOwn(roles, office)) return roles[office as Role][language];
  return person_name === null ? both('系统', 'System')[language] : '';
};

/** A place in the log: when, then stream and number as one. */
function placeAfter(call: Call, after: string | undefined): { readonly at: string; readonly id: string } | null {
  if (after === undefined) return null;
  const [at = '', id = ''] = Buffer.from(after, 'base64url').toString().split(' ');
  return /^\d{1,14}$/.test(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : stop(call, 'malformed');
}

export const listAuditHandler: Handler<Named['listAudit']> = async (call) => {
  const { kind = null, subject = null, after } = call.query;
  const before = placeAfter(call as Call, after);
  const rows = await reading(call.house.pool, scopeFor(call as Call), (tx) =>
    listAudit(tx, { kind, subject, before, limit: pageSize + 1 }),
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      stream: row.stream,
      seq: row.seq,
      at: row.recorded_at,
      kind: row.kind,
      title: auditTitle(row.kind, call.language),
      subject: row.subject,
      personName: row.person_name,
      officeTitle: officeTitle(row, call.language),
      body: row.body,
      hash: row.hash,
    })),
    next:
      rows.length > pageSize && last
        ? Buffer.from(`${last.recorded_at} ${last.stream * 1_000_000_000_000 + last.seq}`).toString('base64url')
        : null,
  };
};

export const checkAuditHandler: Handler<Named['checkAudit']> = async (call) => {
  const chains = await reading(call.house.pool, scopeFor(call as Call), checkChains);
  const entries = chains.reduce((sum, chain) => sum + chain.entries, 0);
  const broken = chains.filter((chain) => chain.broken !== null);
  const says =
    broken.length === 0
      ? both(`${entries}条记录首尾相接，没有一条被改动或删去`, `All ${entries} entries follow one another; none was changed or removed`)
      : both(
          `有${broken.length}条链断开，最先断在：${broken.map(({ stream, broken: at }) => `第${stream}链第${at}条`).join('、')}`,
          `${broken.length} chains are broken, first at ${broken.map(({ stream, broken: at }) => `${stream}/${at}`).join(', ')}`,
        );
  return { isWhole: broken.length === 0, says: says[call.language], chains };
};
