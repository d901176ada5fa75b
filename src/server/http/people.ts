import { randomUUID } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { readCreditCode } from '#core/kernel/credit-code.ts';
import type { Refusal, Refused } from '#core/kernel/refusal.ts';
import { refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { type OrganisationKind, organisationKinds, type Role, roles } from '#core/people/roles.ts';
import { audit } from '#server/cases/log.ts';
import { districtName, isDistrict } from '#server/cases/words.ts';
import { reading, type Tx } from '#server/db/transaction.ts';
import { hashPassword } from '#server/sign-in/passwords.ts';
import { insertExpert } from '#server/stores/experts.ts';
import {
  creditCodeIsTaken,
  disablePerson,
  findOrganisation,
  insertOffice,
  insertOrganisation,
  insertPerson,
  listOrganisations,
  listPeople,
  usernameIsTaken,
} from '#server/stores/people.ts';
import { endSessionsOf } from '#server/stores/sessions.ts';
import { type Call, type Handler, scopeFor } from './call.ts';
import { runCommand } from './command.ts';

type Named = NamedEndpoints;

const wrong = (field: string, zh: string, en: string): Refused => {
  const refusal: Refusal = { kind: 'input', code: 'invalid_input', clause: 'operational', field, says: both(zh, en) };
  return refused(refusal);
};

const normalCode = (typed: string | null): string | null => {
  if (typed === null) return null;
  const read = readCreditCode(typed);
  return read.ok ? read.value : null;
};

export const listOrganisationsHandler: Handler<Named['listOrganisations']> = async (call) => {
  const rows = await reading(call.house.pool, scopeFor(call as Call), (tx) =>
    listOrganisations(tx, call.query.kind ?? null, call.query.q?.trim() || null),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    kindTitle: organisationKinds[row.kind as OrganisationKind].title[call.language],
    name: row.name,
    creditCode: row.credit_code,
    districtName: districtName(row.district, call.language),
    isInvented: row.is_invented,
  }));
};

export const addOrganisationHandler: Handler<Named['addOrganisation']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { body, house } = call;
    if (body.district !== null && !isDistrict(body.district)) return wrong('district', '没有这个区县', 'No such district');
    if (body.kind === 'county' && body.district === null)
      return wrong('district', '区县部门须填所在区县', 'A county authority needs its district');
    const id = randomUUID();
    const code = normalCode(body.creditCode);
    if (code !== null && (await creditCodeIsTaken(tx, code))) {
      return wrong('creditCode', '这个统一社会信用代码已经登记', 'This credit code is registered already');
    }
    await insertOrganisation(tx, {
      id,
      kind: body.kind,
      name: body.name,
      credit_code: code,
      agency_code: body.agencyCode,
      district: body.district,
      address: body.address,
      is_invented: house.config.JIXIA_DEMO,
      created_at: at,
    });
    audit(tx, 'organisation.add', id, { id, name: body.name, kind: body.kind, creditCode: code });
    return { status: 201, answer: { id } };
  });

export const listPeopleHandler: Handler<Named['listPeople']> = async (call) => {
  const rows = await reading(call.house.pool, scopeFor(call as Call), (tx) => listPeople(tx, call.query.q?.trim() || null));
  return rows.map((row) => ({
    id: row.id,
    username: row.username,
    name: row.name,
    isDisabled: row.disabled_at !== null,
    hasSecondFactor: row.has_second_factor,
    offices: row.offices.map(({ role, organisation }) => ({
      roleTitle: roles[role as Role][call.language],
      organisationName: organisation,
    })),
  }));
};

/** Offices must fit the organisation's kind: a county can not employ the centre's approver. */
async function officeFaults(tx: Tx, offices: readonly { organisation: string; role: string }[]): Promise<Refused | null> {
  for (const [index, { organisation, role }] of offices.entries()) {
    const found = await findOrganisation(tx, organisation);
    if (!found) return wrong(`offices.${index}.organisation`, '没有这个单位', 'No such organisation');
    const kind = organisationKinds[found.kind as OrganisationKind];
    if (!(kind.roles as readonly string[]).includes(role)) {
      return wrong(
        `offices.${index}.role`,
        `“${kind.title.zh}”不能设“${roles[role as Role].zh}”`,
        `${kind.title.en} has no ${roles[role as Role].en}`,
      );
    }
  }
  return null;
}

export const addPersonHandler: Handler<Named['addPerson']> = async (call) => {
  const passwordHash = await hashPassword(call.body.password);
  return runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { body, house } = call;
    if (await usernameIsTaken(tx, body.username)) return wrong('username', '用户名已被使用', 'The user name is taken');
    const misfit = await officeFaults(tx, body.offices);
    if (misfit) return misfit;
    const id = randomUUID();
    await insertPerson(tx, {
      id,
      username: body.username,
      name: body.name,
      email: body.email,
      passwordHash,
      isInvented: house.config.JIXIA_DEMO,
      at,
    });
    const from = house.clock.today();
    for (const office of body.offices) await insertOffice(tx, { id: randomUUID(), person: id, from, ...office });
    if (body.expert) {
      const { field, employerName, employerCode, ties } = body.expert;
      const tied = ties.map((tie) => ({ ...tie, creditCode: normalCode(tie.creditCode) ?? tie.creditCode }));
      await insertExpert(tx, { person: id, field, employerName, employerCode: normalCode(employerCode) ?? employerCode, ties: tied });
    }
    audit(tx, 'person.add', id, { id, username: body.username, offices: body.offices });
    return { status: 201, answer: { id } };
  });
};

export const disablePersonHandler: Handler<Named['disablePerson']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { id } = call.params;
    if (id === call.actor.person) return wrong('id', '不能停用自己的账号', 'You can not disable yourself');
    if ((await disablePerson(tx, id, at)) === 0) return wrong('id', '没有这个人员', 'No such person');
    audit(tx, 'person.disable', id, { id });
    await endSessionsOf(tx, id);
    return { status: 204, answer: undefined };
  });
