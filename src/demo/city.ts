import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseView, Moved } from '#contract/cases.ts';
import type { Session } from '#contract/session.ts';
import { type BusinessDate, type Instant, instant } from '#core/kernel/dates.ts';
import type { Account, Client } from './http.ts';

/** A case while it is being told: its version as its own commands left it. */
export type Dossier = {
  readonly process: string;
  readonly key: string;
  readonly id: string;
  readonly number: string;
  version: number;
  acts: number;
};

/** The city while it is loaded. Everything in it came from the API or from the generator. */
export type City = {
  readonly client: Client;
  readonly administrator: Account;
  readonly say: (line: string) => void;
  /** The real day on which the demonstration was first loaded. */
  readonly today: BusinessDate;
  readonly signIns: Map<string, Promise<Account>>;
  readonly organisations: Map<string, string>;
  readonly persons: Map<string, string>;
  readonly dossiers: Map<string, Dossier>;
  /** Ids of facts, accounts and papers by the generator's names for them. */
  readonly records: Map<string, string>;
};

/** One password for every demonstration account. */
export const demoPassword = 'jixia-demo-2026';

/** @throws Error when nothing was put on record under this name yet: a fault of the agenda. */
export function recordOf({ records }: Pick<City, 'records'>, name: string): string {
  const found = records.get(name);
  if (found === undefined) throw new Error(`nothing is on record as ${name}`);
  return found;
}

/** A signed-in account, in the office of `role` where it has several; signed in once and kept. */
export function accountOf({ client, signIns }: Pick<City, 'client' | 'signIns'>, username: string, role?: string): Promise<Account> {
  const key = `${username}/${role ?? ''}`;
  const known = signIns.get(key);
  if (known) return known;
  const fresh = client.signIn(username, demoPassword).then((account) => inOffice(client, account, role));
  signIns.set(key, fresh);
  return fresh;
}

async function inOffice(client: Client, account: Account, role: string | undefined): Promise<Account> {
  if (role === undefined || account.session.office?.role === role) return account;
  const office = account.session.offices.find((one) => one.role === role);
  if (!office) throw new Error(`${account.username} holds no office as ${role}`);
  const { body: session } = await client.ask<Session>({
    method: 'POST',
    path: '/session/office',
    as: account,
    body: { office: office.id },
  });
  return { ...account, session };
}

/** Opens a case, or finds the one that an earlier run opened with the same key. The public opens with `as` absent. */
export async function openCase(
  city: City,
  { process, key, as, input }: { readonly process: string; readonly key: string; readonly as?: Account; readonly input: unknown },
): Promise<Dossier> {
  const { body } = await city.client.ask<Moved>({ method: 'POST', path: `/cases/${process}`, as, key: `demo-${key}-open`, body: input });
  const dossier: Dossier = { process, key, id: body.id, number: body.number, version: body.version, acts: 0 };
  city.dossiers.set(key, dossier);
  return dossier;
}

/** @throws Error when no case was opened under this key yet: a fault of the agenda. */
export function dossierOf({ dossiers }: City, key: string): Dossier {
  const found = dossiers.get(key);
  if (!found) throw new Error(`no case is known as ${key}`);
  return found;
}

export type Act = { readonly as: Account; readonly event: string; readonly input?: unknown };

/**
 * One event of a case. The version is the one the last answer gave, also when this run repeats an earlier one: a repeated
 * command gets its first answer, so the versions run through the same values again.
 */
export async function act(city: City, dossier: Dossier, { as, event, input = {} }: Act): Promise<void> {
  dossier.acts += 1;
  const { body } = await city.client.ask<Moved>({
    method: 'POST',
    path: `/cases/${dossier.process}/${dossier.id}/${event.replaceAll('_', '-')}`,
    as,
    key: `demo-${dossier.key}-${dossier.acts}-${event}`,
    version: dossier.version,
    body: input,
  });
  dossier.version = body.version;
}

export async function readCase({ client }: City, { process, id }: Dossier, as: Account): Promise<CaseView> {
  const { body } = await client.ask<CaseView>({ path: `/cases/${process}/${id}`, as });
  return body;
}

const patience = { tries: 80, pauseMs: 150 };

/** Waits until the clock has moved a case on by one event. @throws Error when that takes longer than some ten seconds. */
export async function awaitClock(city: City, dossier: Dossier, as: Account): Promise<void> {
  for (let n = 0; n < patience.tries; n += 1) {
    const { version } = await readCase(city, dossier, as);
    if (version > dossier.version) {
      dossier.version += 1;
      return;
    }
    await pause(patience.pauseMs);
  }
  throw new Error(`${dossier.number} did not move although its deadline is over`);
}

/** Uploads a file and returns its hash. The same bytes uploaded again are the same file. */
export async function upload(
  { client }: City,
  as: Account,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const { body } = await client.ask<{ readonly hash: string }>({ method: 'POST', path: '/files', as, file });
  if (body.hash !== createHash('sha256').update(file.bytes).digest('hex')) throw new Error(`${file.name} arrived changed`);
  return body.hash;
}

/** The business time, and the machine's time in whole seconds as the answer's Date header has it. */
export async function timesOf(client: Client, administrator: Account): Promise<{ readonly business: Instant; readonly machine: Instant }> {
  const { body, headers } = await client.ask<Session>({ path: '/session', as: administrator });
  const machine = headers.get('date');
  if (machine === null) throw new Error('the server gives no Date header');
  return { business: instant(body.now), machine: instant(new Date(machine).toISOString()) };
}

export const setClock = ({ ask }: Client, to: Instant): Promise<unknown> => ask({ method: 'POST', path: '/demo/clock', body: { to } });

/** Moves the business clock forward; a moment that has passed already is left alone, as when a load is resumed. */
export async function moveClock({ client, administrator }: City, to: Instant): Promise<void> {
  const { business } = await timesOf(client, administrator);
  if (business < to) await setClock(client, to);
}
