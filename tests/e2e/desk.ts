import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { CaseRow, CaseView } from '#contract/cases.ts';
import { accountOf } from '#demo/city.ts';
import { type Account, clientOf } from '#demo/http.ts';

/** Where a case is found: its process, and words of its summary. */
export type Matter = { readonly process: string; readonly about: string };
/** What somebody does to a case. An expert who holds other offices as well names that one. */
export type Deed = { readonly by: string; readonly role?: string; readonly event: string; readonly input?: unknown };

/** A paper as the file fields of the pages take it. */
export const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`) });

/** Brings cases on through the API, where their steps are not what the test is about. */
export function deskOf(baseURL: string) {
  const client = clientOf(baseURL);
  const signIns = new Map<string, Promise<Account>>();
  const account = (username: string, role?: string) => accountOf({ client, signIns }, username, role);

  /** The case of a matter as the officer sees it; waited for, because the clock opens some by itself and moves others on. */
  const read = async ({ process, about }: Matter, state?: string): Promise<CaseView> => {
    const as = await account('officer1');
    let id: string | undefined;
    const find = async () => {
      const { body } = await client.ask<{ readonly rows: readonly CaseRow[] }>({ path: `/cases/${process}`, as });
      id = body.rows.find((row) => row.summary.includes(about) && (state ?? row.state) === row.state)?.id;
      return id;
    };
    await expect.poll(find, { message: `${process} ${about} ${state ?? ''}`, timeout: 20_000 }).toBeDefined();
    return (await client.ask<CaseView>({ path: `/cases/${process}/${id ?? ''}`, as })).body;
  };

  /** One step of a case by somebody. */
  const act = async (matter: Matter, { by, role, event, input = {} }: Deed): Promise<void> => {
    const { id, version } = await read(matter);
    const path = `/cases/${matter.process}/${id}/${event.replaceAll('_', '-')}`;
    await client.ask({ method: 'POST', path, as: await account(by, role), key: randomUUID(), version, body: input });
  };

  /** A file of somebody's; its hash. */
  const upload = async (by: string, name: string): Promise<string> => {
    const file = { name, type: 'application/pdf', bytes: new Uint8Array(paper(name).buffer) };
    return (await client.ask<{ readonly hash: string }>({ method: 'POST', path: '/files', as: await account(by), file })).body.hash;
  };

  /** The demonstration clock goes past a public notice: five working days, and one more after the last has ended. */
  const passNotice = () => client.ask({ method: 'POST', path: '/demo/clock', body: { workdays: 6 } });

  const hasRound = async (year: number): Promise<boolean> =>
    (await client.ask<{ readonly round: object | null }>({ path: `/recognition-rounds/${year}`, as: await account('officer1') })).body
      .round !== null;

  /** The first year after the rounds that are there; the clock goes on to it where it has not begun. */
  const unopenedYear = async (): Promise<number> => {
    const thisYear = Number((await account('officer1')).session.today.slice(0, 4));
    let year = thisYear + 1;
    while (year > 2020 && !(await hasRound(year - 1))) year -= 1;
    if (year > thisYear) await client.ask({ method: 'POST', path: '/demo/clock', body: { to: `${year}-01-06T09:00:00+08:00` } });
    return year;
  };

  return { read, act, upload, passNotice, unopenedYear };
}

export type Desk = ReturnType<typeof deskOf>;
