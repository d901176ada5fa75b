import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { CaseRow } from '#contract/cases.ts';
import { demoPassword } from '#demo/city.ts';
import { type Account, type Client, clientOf } from '#demo/http.ts';
import { paths } from '../../src/web/paths.ts';
import { copyCase } from '../http/world.ts';

/** A page to visit. `group` says which targets it is measured by. */
export type Page = {
  readonly title: string;
  readonly path: string;
  readonly group: 'public' | 'queue' | 'office';
  readonly as?: Account;
  readonly selector: string;
};

type Rows = { readonly rows: readonly CaseRow[] };

/** The superuser of the program's own database server, by what lies in its data folder. */
async function connectOwner(dataDir: string): Promise<pg.Client> {
  const port = readFileSync(path.join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[3];
  const secret = readFileSync(path.join(dataDir, 'pg-secret'), 'utf8').trim();
  const owner = new pg.Client({ connectionString: `postgres://postgres:${secret}@127.0.0.1:${port}/jixia` });
  await owner.connect();
  return owner;
}

/** Gives an officer at least so many duties, by copies of one they have. */
export async function fillQueue(dataDir: string, client: Client, officer: Account, count: number): Promise<void> {
  const { body } = await client.ask<Rows & { readonly total: number }>({ path: '/duties', as: officer });
  const [first] = body.rows.filter(({ process }) => process === 'application');
  if (!first) throw new Error(`${officer.username} has no application in the queue`);
  const owner = await connectOwner(dataDir);
  const missing = Math.max(0, count - body.total);
  await copyCase(
    owner,
    first.id,
    Array.from({ length: missing }, () => crypto.randomUUID()),
  );
  await owner.end();
}

const main = 'main, [role=main]';

async function publicPages(client: Client): Promise<readonly Page[]> {
  const linkOn = async (page: string, kind: RegExp) => kind.exec(await (await fetch(new URL(page, client.baseUrl))).text())?.[1];
  const zone = await linkOn('/zones', /href="(\/zones\/[0-9a-f-]{36})"/);
  const notice = await linkOn('/notices', /href="(\/notices\/[0-9a-f-]{36})"/);
  const certificate = zone && `${zone}/certificate`;
  const receipt = certificate && (await linkOn(certificate, /(\/verify\/[\w-]{10,40})/));
  const places: readonly (readonly [string, string | undefined])[] = [
    ['首页', '/'],
    ['示范区名录', '/zones'],
    ['示范区', zone],
    ['申报批次', '/calls'],
    ['公示', '/notices'],
    ['证书', certificate],
    ['公示一则', notice],
    ['核验', '/verify'],
    ['核验一份', receipt],
    ['怎样办理', '/how-it-works'],
    ['政策原文', '/policy'],
    ['条文解释', '/readings'],
    ['接口说明', '/developers'],
    ['没有这一页', '/nothing-here'],
  ];
  return places.flatMap(([title, at]) => (at ? [{ title, path: at, group: 'public' as const, selector: 'main' }] : []));
}

/** Every page worth measuring, with somebody who may see it. */
export async function pagesOf(baseUrl: string, dataDir: string): Promise<readonly Page[]> {
  const client = clientOf(baseUrl);
  const signIn = (username: string) => client.signIn(username, demoPassword);
  const officer = await signIn('officer1');
  await fillQueue(dataDir, client, officer, 60);
  const builder = await signIn('builder13');
  const list = async (process: string, as: Account, query = '') =>
    (await client.ask<Rows>({ path: `/cases/${process}${query}`, as })).body.rows;
  const draft = (await list('application', builder)).find(({ state }) => state === 'draft');
  const expert = await signIn('expert7');
  const scored = (await client.ask<Rows>({ path: '/duties', as: expert })).body.rows[0];
  const shown = (await list('application', officer, '?state=selection'))[0] ?? (await list('application', officer))[0];
  const call = (await list('call', officer))[0];
  const office = (title: string, at: string | undefined, as: Account): readonly Page[] =>
    at === undefined ? [] : [{ title, path: at, group: 'office', as, selector: main }];
  return [
    ...(await publicPages(client)),
    { title: '登录', path: paths.login, group: 'office', selector: 'form' },
    { title: '我的待办（60 件）', path: paths.queue, group: 'queue', as: officer, selector: 'table tbody tr, main li' },
    ...office('案卷', shown && paths.case('application', shown.id), officer),
    ...office('案卷列表', paths.cases('application'), officer),
    ...office('填写申报书', draft && paths.edit('application', draft.id), builder),
    ...office('评分', scored && paths.score(scored.id), expert),
    ...office('现场考察', shown && paths.inspect(shown.id), officer),
    ...office('排名与遴选', call && paths.ranking(call.id), officer),
    ...office('支持测算', paths.support, await signIn('agency1')),
    ...office('示范区', paths.zones, officer),
    ...office('消息', paths.messages, officer),
    ...office('账号', paths.account, officer),
    ...office('单位与人员', paths.admin, await signIn('admin')),
    ...office('审计', paths.audit, await signIn('audit')),
    ...office('解释登记', paths.readings, officer),
    ...office('测算批次', paths.runs, officer),
  ];
}
