import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

export type CallRow = {
  readonly kase: string;
  readonly title: string;
  readonly year: number;
  readonly places: number;
  readonly opens_at: Instant;
  readonly closes_at: Instant;
  readonly ended_at: Instant | null;
};

export const insertCall = (tx: Tx, call: Omit<CallRow, 'ended_at'>) =>
  tx.run(`insert into call_window (kase, title, year, places, opens_at, closes_at) values ($1, $2, $3, $4, $5, $6)`, [
    call.kase,
    call.title,
    call.year,
    call.places,
    call.opens_at,
    call.closes_at,
  ]);

export const endCall = (tx: Tx, kase: string, at: Instant) => tx.run(`update call_window set ended_at = $2 where kase = $1`, [kase, at]);

export const findCall = (tx: Tx, kase: string) => tx.one<CallRow>(`select * from call_window where kase = $1`, [kase]);

export const listCalls = (tx: Tx) => tx.rows<CallRow>(`select * from call_window order by opens_at desc limit 50`);

export type NoticeRow = {
  readonly id: string;
  readonly kase: string;
  readonly kind: string;
  readonly title: string;
  readonly body: readonly { readonly label: string; readonly text: string }[];
  readonly published_at: Instant;
  readonly first_day: BusinessDate;
  readonly last_day: BusinessDate;
  readonly closes_at: Instant;
  readonly ended_at: Instant | null;
};

export const insertNotice = (tx: Tx, notice: Omit<NoticeRow, 'ended_at'>) =>
  tx.run(
    `insert into public_notice (id, kase, kind, title, body, published_at, first_day, last_day, closes_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      notice.id,
      notice.kase,
      notice.kind,
      notice.title,
      JSON.stringify(notice.body),
      notice.published_at,
      notice.first_day,
      notice.last_day,
      notice.closes_at,
    ],
  );

export const endNotice = (tx: Tx, kase: string, at: Instant) =>
  tx.run(`update public_notice set ended_at = $2 where kase = $1 and ended_at is null`, [kase, at]);

export const findNotice = (tx: Tx, id: string) => tx.one<NoticeRow>(`select * from public_notice where id = $1`, [id]);

/** Notices of one case, newest first. */
export const noticesOfCase = (tx: Tx, kase: string) =>
  tx.rows<Pick<NoticeRow, 'id' | 'title' | 'first_day' | 'last_day' | 'ended_at'>>(
    `select id, title, first_day, last_day, ended_at from public_notice where kase = $1 order by published_at desc`,
    [kase],
  );

export const listNotices = (tx: Tx) => tx.rows<NoticeRow>(`select * from public_notice order by published_at desc limit 100`);

export type ZoneRow = {
  readonly id: string;
  readonly number: string;
  readonly certificate: string;
  readonly kase: string;
  readonly name: string;
  readonly district: string;
  readonly site_kind: string;
  readonly boundary: string;
  readonly industries: readonly string[];
  readonly operator_name: string;
  readonly operator: string;
  readonly designated_on: BusinessDate;
  readonly known_from: Instant;
  readonly status: string;
  readonly status_since: BusinessDate;
  /** Withdrawn because it was got by deceit: the title never stood (I-06). */
  readonly is_void: boolean;
};

export async function insertZone(
  tx: Tx,
  zone: Omit<ZoneRow, 'number' | 'certificate' | 'status' | 'status_since' | 'is_void'>,
): Promise<void> {
  const year = zone.designated_on.slice(0, 4);
  await tx.run(
    `with n as (select lpad(nextval('zone_number')::text, 3, '0') as n)
     insert into zone (id, number, certificate, kase, name, district, site_kind, boundary, industries, operator_name, operator, designated_on, known_from, status_since)
     select $1, 'ZB-' || $2 || '-' || n, '淄知集聚' || $2 || '第' || n || '号', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11 from n`,
    [
      zone.id,
      year,
      zone.kase,
      zone.name,
      zone.district,
      zone.site_kind,
      zone.boundary,
      zone.industries,
      zone.operator_name,
      zone.operator,
      zone.designated_on,
      zone.known_from,
    ],
  );
}

const zones = `select z.*, exists (select from zone_status s where s.zone = z.id and s.is_deceit) as is_void from zone z`;

export const listZones = (tx: Tx) => tx.rows<ZoneRow>(`${zones} order by z.designated_on, z.number`);

export const findZone = (tx: Tx, id: string) => tx.one<ZoneRow>(`${zones} where z.id = $1`, [id]);

export const zoneOfCase = (tx: Tx, kase: string) =>
  tx.one<{ id: string; number: string; certificate: string }>(`select id, number, certificate from zone where kase = $1`, [kase]);
