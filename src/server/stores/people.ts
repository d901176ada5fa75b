import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

export type OrganisationRow = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly credit_code: string | null;
  readonly agency_code: string | null;
  readonly district: string | null;
  readonly address: string;
  readonly is_invented: boolean;
};

export const insertOrganisation = (tx: Tx, row: OrganisationRow & { readonly created_at: Instant }) =>
  tx.run(
    `insert into organisation (id, kind, name, credit_code, agency_code, district, address, is_invented, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.kind, row.name, row.credit_code, row.agency_code, row.district, row.address, row.is_invented, row.created_at],
  );

export const findOrganisation = (tx: Tx, id: string) =>
  tx.one<OrganisationRow>(
    `select id, kind, name, credit_code, agency_code, district, address, is_invented from organisation where id = $1`,
    [id],
  );

/** Whether an organisation is registered under this credit code already. */
export const creditCodeIsTaken = async (tx: Tx, code: string): Promise<boolean> =>
  (await tx.one(`select 1 as one from organisation where credit_code = $1`, [code])) !== undefined;

export const listOrganisations = (tx: Tx, kind: string | null, text: string | null) =>
  tx.rows<OrganisationRow>(
    `select id, kind, name, credit_code, agency_code, district, address, is_invented from organisation
     where ($1::text is null or kind = $1) and ($2::text is null or strpos(name, $2) > 0) order by kind, name limit 500`,
    [kind, text],
  );

export const insertPerson = (
  tx: Tx,
  row: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly email: string | null;
    readonly passwordHash: string;
    readonly isInvented: boolean;
    readonly at: Instant;
  },
) =>
  tx.run(`insert into person (id, username, name, email, password_hash, is_invented, created_at) values ($1, $2, $3, $4, $5, $6, $7)`, [
    row.id,
    row.username,
    row.name,
    row.email,
    row.passwordHash,
    row.isInvented,
    row.at,
  ]);

export const insertOffice = (
  tx: Tx,
  row: { readonly id: string; readonly person: string; readonly organisation: string; readonly role: string; readonly from: string },
) =>
  tx.run(`insert into office (id, person, organisation, role, from_day) values ($1, $2, $3, $4, $5) on conflict do nothing`, [
    row.id,
    row.person,
    row.organisation,
    row.role,
    row.from,
  ]);

export const hasPeople = async (tx: Tx): Promise<boolean> => (await tx.one(`select 1 as one from person limit 1`)) !== undefined;

export const usernameIsTaken = async (tx: Tx, username: string): Promise<boolean> =>
  (await tx.one(`select 1 as one from person where username = $1`, [username])) !== undefined;

export const listPeople = (tx: Tx, text: string | null) =>
  tx.rows<{
    id: string;
    username: string;
    name: string;
    disabled_at: Instant | null;
    has_second_factor: boolean;
    offices: { role: string; organisation: string }[];
  }>(
    `select p.id, p.username, p.name, p.disabled_at, p.totp_confirmed_at is not null as has_second_factor,
       coalesce((select jsonb_agg(jsonb_build_object('role', f.role, 'organisation', o.name) order by o.name)
         from office f join organisation o on o.id = f.organisation where f.person = p.id and f.to_day is null), '[]') as offices
     from person p where $1::text is null or strpos(p.name, $1) > 0 or strpos(p.username, $1) > 0 order by p.username limit 500`,
    [text],
  );

export const disablePerson = (tx: Tx, id: string, at: Instant) =>
  tx.run(`update person set disabled_at = coalesce(disabled_at, $2), version = version + 1 where id = $1`, [id, at]);

export type Credentials = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly password_hash: string;
  readonly totp_secret: Buffer | null;
  readonly totp_pending: Buffer | null;
  readonly totp_confirmed_at: Instant | null;
  readonly totp_last_step: number | null;
};

const credentialColumns = `id, username, name, password_hash, totp_secret, totp_pending, totp_confirmed_at, totp_last_step`;

export const findCredentials = (tx: Tx, username: string) =>
  tx.one<Credentials>(`select ${credentialColumns} from person where username = $1 and disabled_at is null`, [username]);

export const credentialsOf = (tx: Tx, person: string) =>
  tx.one<Credentials>(`select ${credentialColumns} from person where id = $1`, [person]);

export const setPasswordHash = (tx: Tx, person: string, hash: string) =>
  tx.run(`update person set password_hash = $2, version = version + 1 where id = $1`, [person, hash]);

/** Keeps a new secret aside until its first right code; the confirmed one goes on counting. */
export const setPendingTotp = (tx: Tx, person: string, secret: Buffer) =>
  tx.run(`update person set totp_pending = $2, version = version + 1 where id = $1`, [person, secret]);

/** Puts the pending secret in the place of the confirmed one. */
export const confirmPendingTotp = async (tx: Tx, person: string, step: number, at: Date): Promise<boolean> =>
  (await tx.run(
    `update person set totp_secret = totp_pending, totp_pending = null, totp_confirmed_at = $3, totp_last_step = $2, version = version + 1 where id = $1`,
    [person, step, at],
  )) === 1;

/** Takes a TOTP step as used; false when it or a later one was used before. */
export const takeTotpStep = async (tx: Tx, person: string, step: number): Promise<boolean> =>
  (await tx.run(`update person set totp_last_step = $2 where id = $1 and coalesce(totp_last_step, -1) < $2`, [person, step])) === 1;

export type OfficeRow = {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly district: string | null;
};

export const officesOf = (tx: Tx, person: string) =>
  tx.rows<OfficeRow>(
    `select f.id, f.role, f.organisation, o.name as organisation_name, o.district
     from office f join organisation o on o.id = f.organisation where f.person = $1 and f.to_day is null order by o.name, f.role`,
    [person],
  );

/** The people an outbox message goes to. */
export const peopleInOffice = (
  tx: Tx,
  target: { readonly role: string | null; readonly organisation: string | null; readonly district: string | null },
) =>
  tx.rows<{ person: string }>(
    `select distinct f.person from office f join organisation o on o.id = f.organisation join person p on p.id = f.person
     where f.to_day is null and p.disabled_at is null and ($1::text is null or f.role = $1)
       and ($2::uuid is null or f.organisation = $2) and ($3::text is null or o.district = $3)`,
    [target.role, target.organisation, target.district],
  );

/** Everybody in the agencies that sit in a zone on a day. */
export const peopleInZone = (tx: Tx, zone: string, day: BusinessDate) =>
  tx.rows<{ person: string }>(
    `select distinct f.person from zone_membership m join office f on f.organisation = m.agency join person p on p.id = f.person
     where m.zone = $1 and m.known_to is null and m.from_day <= $2 and coalesce(m.to_day, 'infinity') >= $2 and f.to_day is null and p.disabled_at is null`,
    [zone, day],
  );
