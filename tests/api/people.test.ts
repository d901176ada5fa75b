import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, good } from '../support/caller.ts';
import { inventedCode } from '../support/form.ts';
import { openWorld, password, type World } from '../support/world.ts';

const world: World = await openWorld();
let administrator: Caller;
beforeAll(async () => {
  administrator = await world.as('administrator');
});

const person = (more: object = {}) => ({
  username: `user-${randomUUID().slice(0, 8)}`,
  name: '新人',
  email: null,
  password,
  offices: [{ organisation: world.orgs.pool.id, role: 'expert' }],
  expert: { field: '法律', employerName: '某大学', employerCode: inventedCode(900), ties: [] as object[] },
  ...more,
});
const add = (more: object = {}) => administrator.call('addPerson', { body: person(more) as never });

describe('The system administrator', () => {
  it('adds a person who can sign in and is in the pool of experts', async () => {
    const body = person();
    good(await administrator.call('addPerson', { body: body as never }));
    const session = good(await world.anybody().call('signIn', { body: { username: body.username, password } }));
    expect(session.office).toMatchObject({ role: 'expert', organisationName: '专家库' });
  });

  it('gives nobody an office that does not fit the organisation', async () => {
    const reply = await add({ offices: [{ organisation: world.orgs.zhangdian.id, role: 'centre_approver' }], expert: null });
    expect(reply.problem).toMatchObject({
      status: 422,
      refusals: [{ field: 'offices.0.role', says: '“区县知识产权管理部门”不能设“市中心审定人”' }],
    });
    expect((await add({ offices: [{ organisation: randomUUID(), role: 'expert' }] })).problem.refusals[0]?.field).toBe(
      'offices.0.organisation',
    );
  });

  it.each([
    ['a name that is taken', { username: 'officer' }, 'username'],
    ['a user name with blanks', { username: 'a b' }, 'username'],
    ['a short password', { password: 'short' }, 'password'],
    ['no office', { offices: [] }, 'offices'],
    [
      'an employer whose code is wrong',
      { expert: { field: 'x', employerName: 'x', employerCode: '123', ties: [] } },
      'expert.employerCode',
    ],
  ])('does not add a person with %s', async (_name, more, field) => {
    const { problem } = await add(more);
    expect([problem.status, problem.refusals[0]?.field]).toEqual([422, field]);
  });

  it('may name an office or a tie twice, which counts once', async () => {
    const office = { organisation: world.orgs.pool.id, role: 'expert' };
    const tie = { creditCode: inventedCode(901), name: '某公司', kind: '持股' };
    const { id } = good(
      await add({
        offices: [office, office],
        expert: { field: 'x', employerName: 'x', employerCode: inventedCode(900), ties: [tie, tie] },
      }),
    );
    const { rows } = await world.owner.query(
      `select (select count(*)::int from office where person = $1) as offices, (select count(*)::int from expert_tie where person = $1) as ties`,
      [id],
    );
    expect(rows).toEqual([{ offices: 1, ties: 1 }]);
  });

  it.each([
    ['a district that is none', { district: '370399' }, 'district'],
    ['a district by the name of every object', { district: 'constructor' }, 'district'],
    ['a county authority without district', { kind: 'county', district: null }, 'district'],
    ['a code that is registered already', { creditCode: inventedCode(1) }, 'creditCode'],
    ['a code with a wrong check character', { creditCode: '91350100M000100Y44' }, 'creditCode'],
    ['an agency code of four digits', { agencyCode: '3700' }, 'agencyCode'],
  ])('does not add an organisation with %s', async (_name, more, field) => {
    const body = {
      kind: 'builder',
      name: '北园',
      creditCode: null,
      agencyCode: null,
      district: '370304',
      address: '',
      ...more,
    };
    const { problem } = await administrator.call('addOrganisation', { body: body as never });
    expect([problem.status, problem.refusals[0]?.field]).toEqual([422, field]);
  });

  it('sees no case, no fact and no score: accounts are all there is', async () => {
    for (const url of [
      '/api/cases/application',
      '/api/cases/objection',
      '/api/facts',
      '/api/determination?year=2021',
      '/api/fact-imports',
    ]) {
      expect((await administrator.ask({ url })).status, url).toBe(403);
    }
  });
});
