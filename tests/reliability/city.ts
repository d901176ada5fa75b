import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { OfficeRole, OrganisationKind } from '#core/people/roles.ts';
import { buildApp } from '#server/app.ts';
import { inTx, systemScope } from '#server/db/transaction.ts';
import type { House } from '#server/http/house.ts';
import { hashToken, newToken } from '#server/sign-in/sessions.ts';
import { insertOffice, insertOrganisation, insertPerson } from '#server/stores/people.ts';
import { insertSession } from '#server/stores/sessions.ts';
import { type Child, startChild } from '../../bench/child.ts';
import { callerOf, good } from '../support/caller.ts';
import { inventedCode, listedEnterprise } from '../support/form.ts';
import type { Ground, TestDatabase } from '../support/ground.ts';
import { placeQualification } from '../support/licence.ts';
import type { World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';
import type { Template } from './copies.ts';
import { houseAt, untilCalm } from './served.ts';
import { startThrowaway } from './throwaway.ts';

/** A working morning in the plan's own year. */
export const morning = '2021-03-01T01:00:00.000Z';

/** Who there is, beside the copies of the agency. */
const posts = {
  officer: ['centre', 'centre_officer'],
  approver: ['centre', 'centre_approver'],
  east: ['builder', 'applicant'],
  agency: ['agency', 'agency'],
  enterprise: ['enterprise', 'enterprise'],
} as const satisfies Record<string, readonly [OrganisationKind, OfficeRole]>;
type Name = keyof typeof posts;

type Member = { readonly organisation: string; readonly person: string; readonly office: string; readonly cookie: string };

const codes: Readonly<Record<Name, string | null>> = {
  officer: null,
  approver: null,
  east: inventedCode(1),
  agency: inventedCode(101),
  enterprise: listedEnterprise.creditCode,
};

/** Puts a person with an office, an organisation and a session on record. */
async function enter(house: House, name: Name, centre: string): Promise<Member> {
  const [kind, role] = posts[name];
  const isCentre = kind === 'centre';
  const [organisation, person, office] = [isCentre ? centre : randomUUID(), randomUUID(), randomUUID()];
  const at = house.clock.now() as Instant;
  await inTx(house.pool, { person: null, organisation: null, office: 'administrator', district: null }, async (tx) => {
    if (!isCentre || name === 'officer') {
      const record = { kind, agency_code: null, district: isCentre ? null : '370303', address: '', is_invented: true, created_at: at };
      await insertOrganisation(tx, { ...record, id: organisation, name: `${name}单位`, credit_code: codes[name] });
    }
    await insertPerson(tx, { id: person, username: `the-${name}`, name, email: null, passwordHash: 'none', isInvented: true, at });
    await insertOffice(tx, { id: office, person, organisation, role, from: '2020-01-01' as BusinessDate });
  });
  const token = newToken();
  const now = house.clock.machine();
  const expiresAt = new Date(now.getTime() + 12 * 3_600_000);
  const session = { tokenHash: hashToken(token), id: randomUUID(), person, office, now, expiresAt, address: '127.0.0.1', device: 'load' };
  await inTx(house.pool, systemScope, (tx) => insertSession(tx, session));
  return { organisation, person, office, cookie: `jixia=${token}` };
}

/** The little of a test world that its stories need. */
export type SmallWorld = Pick<World, 'as' | 'paper' | 'owner'>;

/** What a run begins with: a migrated database, a few people, a zone. Nobody is connected to it but its owner. */
export type City = {
  readonly owner: pg.Client;
  readonly url: string;
  readonly files: string;
  readonly members: Readonly<Record<Name, Member>>;
  /** The agency as a template, with these facts and cases of it. */
  readonly template: (more: Pick<Template, 'facts' | 'kases' | 'payee'>) => Template;
  /** A copy of the database as it now is, for one round. */
  readonly clone: () => Promise<TestDatabase>;
  readonly close: () => Promise<void>;
};

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // its database is dropped under it at the end
  await client.connect();
  return client;
};

/** Lets `story` happen through the API of a program in this process, which is closed again afterwards. */
async function tell<T>(house: House, members: City['members'], owner: pg.Client, story: (world: SmallWorld) => Promise<T>): Promise<T> {
  const app = await buildApp(house);
  await untilCalm(app);
  const as = async (name: string) => callerOf(app, { cookie: members[name as Name].cookie });
  const paper = async (name: string) => {
    const bytes = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');
    return good(await (await as(name)).call('uploadFile', { file: { name: '文件.pdf', bytes } })).hash;
  };
  const orgs = { east: { id: members.east.organisation }, first: { id: members.agency.organisation } };
  const world = { as, paper, owner, orgs } as unknown as World;
  try {
    await placeZone(world);
    return await story(world);
  } finally {
    await app.close();
  }
}

/** Makes the city on a database of its own; `story` adds to it through the API. */
async function openCity<T>(ground: Ground, story: (world: SmallWorld) => Promise<T>): Promise<City & { readonly told: T }> {
  const { name: database, appUrl: url, ownerUrl, drop } = await ground.database();
  const files = mkdtempSync(path.join(tmpdir(), 'jixia-files-'));
  const owner = await connected(ownerUrl);
  const close = async () => {
    await owner.end();
    await drop();
    rmSync(files, { recursive: true, force: true });
  };
  try {
    const house = houseAt({ url, files, at: morning });
    const centre = randomUUID();
    const entered: [string, Member][] = [];
    for (const name of Object.keys(posts) as Name[]) entered.push([name, await enter(house, name, centre)]);
    const members = Object.fromEntries(entered) as City['members'];
    await placeQualification(owner, members.agency.organisation);
    const told = await tell(house, members, owner, story);
    await house.pool.end();
    const template: City['template'] = (more) => ({ ...members.agency, ...more });
    return { owner, url, files, members, template, clone: () => ground.database(database), close, told };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes a city and starts a process for its program, for the time of `work`: on the given ground, else on a server of its own with fsync on. */
export async function inCity<T, R>(
  story: (world: SmallWorld) => Promise<T>,
  work: (city: City & { readonly told: T }, served: Child) => Promise<R>,
  ground?: Ground,
): Promise<R> {
  if (!ground) {
    const own = await startThrowaway({ isDurable: true });
    try {
      return await inCity(story, work, own);
    } finally {
      await own.stop();
    }
  }
  const city = await openCity(ground, story);
  const served = startChild(new URL('served.ts', import.meta.url));
  try {
    return await work(city, served);
  } finally {
    await served.end();
    await city.close();
  }
}
