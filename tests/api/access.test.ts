import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#contract/index.ts';
import { type OfficeRole, officeRoles } from '#core/people/roles.ts';
import { type Ask, type Caller, pathOf, type Reply } from '../support/caller.ts';
import { filed, opened, payee, won } from '../support/claims.ts';
import * as story from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';
import type { Audience } from './access-audiences.ts';
import { accessTable } from './access-table.ts';

const world: World = await openWorld();

const holder: Record<OfficeRole, Username> = {
  applicant: 'east',
  county_reviewer: 'reviewer',
  county_approver: 'signer',
  centre_officer: 'officer',
  centre_approver: 'approver',
  expert: 'expert1',
  agency: 'agency',
  enterprise: 'enterprise',
  bank: 'bank',
  finance: 'finance',
  auditor: 'auditor',
  administrator: 'administrator',
};

/** Every office, somebody signed in who holds none, and the public. */
const askers = [...officeRoles, 'without office', 'public'] as const;
type Asker = (typeof askers)[number];

/** A session of its own: signing out ends it. */
const callerOf = (asker: Asker): Promise<Caller> | Caller => {
  if (asker === 'public') return world.anybody();
  if (asker === 'without office') return world.session(world.person('bank'), null);
  return world.session(world.person(holder[asker]), world.office(holder[asker], asker));
};

type Outcome = 'allowed' | 'not_signed_in' | 'not_allowed';

const outcomeOf = ({ status, problem }: Reply<unknown>): Outcome => {
  if (status === 401 && problem.code === 'not_signed_in') return 'not_signed_in';
  return status === 403 && problem.code === 'not_allowed' ? 'not_allowed' : 'allowed';
};

function expectedOf(audience: Audience, asker: Asker): Outcome {
  if (audience === 'anyone') return 'allowed';
  if (asker === 'public') return 'not_signed_in';
  if (audience === 'signed in') return 'allowed';
  return audience.some((role) => role === asker) ? 'allowed' : 'not_allowed';
}

const nowhere = { id: '00000000-0000-4000-8000-000000000000', n: 1, hash: '0'.repeat(64), code: 'AAAA-AAAA-AAAA-AAAA' };
const routes = Object.values(contract).map(({ method, path }) => `${method} ${path}`);

const askFor = (route: string, params: object = nowhere): Ask => {
  const [method, path] = route.split(' ') as [Ask['method'] & string, string];
  const body =
    method === 'GET' || method === 'DELETE' ? {} : { body: method === 'PUT' ? { sheet: {} } : {}, key: randomUUID(), version: 1 };
  return { method, url: `/api${pathOf(path, params)}`, ...body };
};

const outcomes = new Map<string, Outcome>();

beforeAll(async () => {
  const kept = new Map<Asker, Caller>();
  for (const asker of askers) kept.set(asker, await callerOf(asker));
  for (const route of routes) {
    for (const asker of askers) {
      const caller = route === 'DELETE /session' ? await callerOf(asker) : kept.get(asker);
      if (caller) outcomes.set(`${route} as ${asker}`, outcomeOf(await caller.ask(askFor(route))));
    }
  }
}, 120_000);

/** Where what happened differs from a table; undeclared and vanished routes count. */
function differences(table: Readonly<Record<string, Audience>>): string[] {
  const undeclared = routes.filter((route) => !(route in table)).map((route) => `${route} is not declared`);
  const gone = Object.keys(table)
    .filter((route) => !routes.includes(route))
    .map((route) => `${route} is declared and does not exist`);
  const wrong = routes.flatMap((route) =>
    askers.flatMap((asker) => {
      const audience = table[route];
      const is = outcomes.get(`${route} as ${asker}`);
      const should = audience === undefined ? is : expectedOf(audience, asker);
      return is === should ? [] : [`${route} as ${asker}: ${is}, should be ${should}`];
    }),
  );
  return [...undeclared, ...gone, ...wrong];
}

describe('The access table', () => {
  it('holds for every route and every office', () => {
    expect(outcomes.size).toBe(routes.length * 14);
    expect(differences(accessTable)).toEqual([]);
  });

  it('turns red for a route nobody declared, a declared one that is gone, and a role too many or too few', () => {
    const { 'POST /people': _left, ...lacking } = accessTable;
    expect(differences(lacking)).toEqual(['POST /people is not declared']);
    expect(differences({ ...accessTable, 'GET /secrets': 'anyone' })).toEqual(['GET /secrets is declared and does not exist']);
    expect(differences({ ...accessTable, 'POST /cases/application/{id}/designate': ['centre_officer'] })).toHaveLength(2);
    expect(differences({ ...accessTable, 'GET /session': 'signed in' })).toHaveLength(1);
  });

  it('lets nobody in whom the program does not know', async () => {
    for (const cookie of ['jixia=', 'jixia=guess', `jixia=${'A'.repeat(43)}`, 'jixia=%00', `jixia=${'x'.repeat(3000)}`]) {
      const reply = await world.anybody().ask({ url: '/api/duties', headers: { cookie } });
      expect([reply.status, reply.problem.code], cookie.slice(0, 20)).toEqual([401, 'not_signed_in']);
    }
  });

  it('no route answers with a fault', () => {
    expect(world.faults).toEqual([]);
  });
});

/** An answer without what differs between any two requests. */
const comparable = ({ status, text, headers, problem }: Reply<unknown>) => ({
  status,
  body: text.replaceAll(problem?.requestId ?? '–', 'ID'),
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name))),
});

/** Asks for two cases as somebody and holds the answers against each other. */
async function sameAnswers(route: string, name: Username, [one, other]: readonly [string, string]) {
  const caller = await world.as(name);
  const first = await caller.ask(askFor(route, { ...nowhere, id: one }));
  const second = await caller.ask(askFor(route, { ...nowhere, id: other }));
  expect(comparable(first), `${route} as ${name}`).toEqual(comparable(second));
  return first;
}

describe('A foreign case', () => {
  const ids = { own: '', foreign: '', draft: '', call: '' };
  const caseRoutes = Object.keys(accessTable).filter((route) => /\/cases\/application\/\{id\}|\/filings\/|\/scores\//.test(route));

  /** Offices to which the western application is foreign: other organisation, other district, not assigned. */
  const strangers: readonly Username[] = [
    'east',
    'south',
    'reviewer',
    'signer',
    'expert1',
    'agency',
    'enterprise',
    'bank',
    'finance',
    'administrator',
  ];
  const roleOf = (name: Username) => world.post(name)[1];
  const isLetIn = (route: string, name: Username) => (accessTable[route] as readonly string[]).includes(roleOf(name));

  beforeAll(async () => {
    ids.call = await story.announcedCall(world);
    ids.own = (await story.filedApplication(world, 'east', ids.call)).id;
    ids.foreign = (await story.filedApplication(world, 'west', ids.call)).id;
    ids.draft = (await story.draftedApplication(world, 'west', ids.call)).id;
  });

  it('of another organisation, district or panel is answered byte for byte like one that does not exist', async () => {
    let asked = 0;
    for (const route of caseRoutes) {
      for (const name of strangers.filter((one) => isLetIn(route, one))) {
        asked += 1;
        expect((await sameAnswers(route, name, [ids.foreign, nowhere.id])).status, `${route} as ${name}`).toBe(404);
      }
    }
    expect(asked).toBeGreaterThan(35);
  });

  it('that is only a draft does not exist for anybody but its owner, the centre and the auditor included', async () => {
    for (const route of caseRoutes) {
      for (const name of ['officer', 'approver', 'auditor', 'reviewer2', 'signer2'] as const) {
        const answers = isLetIn(route, name) ? await sameAnswers(route, name, [ids.draft, nowhere.id]) : { status: 404 };
        expect(answers.status, `${route} as ${name}`).toBe(404);
      }
    }
  });

  it('turns the comparison red when it is compared with a case of one’s own', async () => {
    for (const [route, name] of [
      ['GET /cases/application/{id}', 'east'],
      ['POST /cases/application/{id}/file', 'east'],
      ['POST /cases/application/{id}/endorse', 'signer'],
    ] as const) {
      await expect(sameAnswers(route, name, [ids.own, nowhere.id])).rejects.toThrow(`${route} as ${name}`);
      await expect(sameAnswers(route, name, [ids.own, ids.foreign])).rejects.toThrow(`${route} as ${name}`);
    }
  });

  it('is in no list, export, queue or total of a stranger', async () => {
    const number =
      (await world.owner.query<{ number: string }>(`select number from kase where id = $1`, [ids.foreign])).rows[0]?.number ?? '';
    for (const name of ['east', 'reviewer', 'signer', 'expert1'] as const) {
      const caller = await world.as(name);
      for (const url of [
        '/api/cases/application',
        `/api/cases/application?q=${number}`,
        `/api/cases/application?parent=${ids.call}`,
        '/api/cases/application/export.csv',
        '/api/duties',
      ]) {
        const reply = await caller.ask({ url });
        expect(reply.status, `${url} as ${name}`).toBe(200);
        expect(reply.text, `${url} as ${name}`).not.toContain(number);
      }
    }
    expect((await (await world.as('reviewer2')).ask({ url: '/api/cases/application' })).text).toContain(number);
  });

  it('lends its files, its sessions and its imports to no stranger', async () => {
    const east = await world.as('east');
    const hash = await world.paper('west');
    const theirs = (await (await world.as('west')).call('listSessions')).data[0]?.id ?? '';
    const same = async (one: Ask, other: Ask) => expect(comparable(await east.ask(one))).toEqual(comparable(await east.ask(other)));
    await same({ url: `/api/files/${hash}` }, { url: `/api/files/${nowhere.hash}` });
    await same({ url: `/api/files/${hash}?case=${ids.foreign}` }, { url: `/api/files/${hash}?case=${nowhere.id}` });
    await same({ url: `/api/files/${hash}?case=${ids.own}` }, { url: `/api/files/${nowhere.hash}?case=${ids.own}` });
    await same(
      { method: 'DELETE', url: `/api/account/sessions/${theirs}` },
      { method: 'DELETE', url: `/api/account/sessions/${nowhere.id}` },
    );
    expect((await (await world.as('reviewer2')).ask({ url: `/api/files/${hash}?case=${ids.foreign}` })).status).toBe(200);
    expect((await (await world.as('reviewer')).ask({ url: `/api/files/${hash}?case=${ids.foreign}` })).status).toBe(404);
  });

  it('that is a call not announced yet is hidden from everybody outside the centre', async () => {
    const draft = (await (await world.as('officer')).open('call', story.usualCall)).data.id;
    for (const name of ['east', 'reviewer', 'signer'] as const) {
      expect((await sameAnswers('GET /cases/call/{id}', name, [draft, nowhere.id])).status).toBe(404);
    }
    expect((await sameAnswers('GET /calls/{id}/ranking', 'officer', [draft, nowhere.id])).status).toBe(404);
    expect((await (await world.as('auditor')).read('call', draft)).status).toBe(200);
  });
});

describe('A foreign claim', () => {
  let claim = '';
  let account = '';
  const routesOf = (pattern: RegExp) => Object.keys(accessTable).filter((route) => pattern.test(route));
  const mayAsk = (route: string, role: OfficeRole) => (accessTable[route] as readonly string[]).includes(role);

  beforeAll(async () => {
    await placeZone(world);
    await won(world, '（2021）鲁03民初1号');
    account = await payee(world);
    claim = (await filed(world, '9.4', [account])).id;
  });

  it('of another agency is answered byte for byte like one that does not exist, and so is its account', async () => {
    const claims = routesOf(/\/cases\/claim\/\{id\}/).filter((route) => mayAsk(route, 'agency'));
    expect(claims.length).toBeGreaterThan(3);
    for (const name of ['agency2', 'agency3'] as const) {
      for (const route of claims) expect((await sameAnswers(route, name, [claim, nowhere.id])).status, `${route} as ${name}`).toBe(404);
      for (const route of routesOf(/\/payees\/\{id\}|\/vouchers\/\{id\}/)) await sameAnswers(route, name, [account, nowhere.id]);
    }
    await expect(sameAnswers('GET /cases/claim/{id}', 'agency', [claim, nowhere.id])).rejects.toThrow('GET /cases/claim/{id}');
  });

  it('that is only drafted does not exist for the centre and finance', async () => {
    await won(world, '（2021）鲁03民初2号', {}, 'agency2');
    const draft = (await opened(world, '9.4', 'agency2')).id;
    for (const route of routesOf(/\/cases\/claim\/\{id\}/)) {
      for (const name of ['officer', 'approver', 'auditor', 'finance'] as const) {
        if (!mayAsk(route, world.post(name)[1])) continue;
        expect((await sameAnswers(route, name, [draft, nowhere.id])).status, `${route} as ${name}`).toBe(404);
      }
    }
  });

  it('is in no list, export, journal or history of another agency', async () => {
    const { rows } = await world.owner.query<{ number: string }>(`select number from kase where id = $1`, [claim]);
    const number = rows[0]?.number ?? '';
    const ask = async (name: Username, url: string) => (await (await world.as(name)).ask({ url })).text;
    for (const url of [
      '/api/cases/claim',
      `/api/cases/claim?q=${number}`,
      '/api/cases/claim/export.csv',
      '/api/duties',
      `/api/journal?case=${claim}`,
      '/api/payees',
    ]) {
      expect(await ask('agency2', url), url).not.toMatch(new RegExp(`${number}|reserve|${world.orgs.first.name}|某某知识产权代理有限公司`));
    }
    expect(await ask('agency', '/api/cases/claim')).toContain(number);
    expect(await ask('agency', '/api/payees')).toContain('某某知识产权代理有限公司');
  });
});
