import { randomUUID } from 'node:crypto';
import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { OfficeRole, OrganisationKind } from '#core/people/roles.ts';
import { inTx } from '#server/db/transaction.ts';
import { hashPassword } from '#server/sign-in/passwords.ts';
import { insertExpert } from '#server/stores/experts.ts';
import { insertOffice, insertOrganisation, insertPerson } from '#server/stores/people.ts';
import { type Caller, good } from './caller.ts';
import { inventedCode, listedAgencies, listedEnterprise, type Named } from './form.ts';
import { placeQualification } from './licence.ts';
import { openHouse, type HouseOptions, type TestHouse } from './house.ts';

/** The one password of everybody in the tests. */
export const password = 'a-long-enough-password';

type Organisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly district: string | null;
};

const organisation = (kind: OrganisationKind, name: string, more: Partial<Organisation> = {}): Organisation => ({
  id: randomUUID(),
  kind,
  name,
  creditCode: null,
  district: null,
  ...more,
});

/** Who there is: by short name, the organisations a case in these tests can meet. */
const organisations = () => {
  const [first, second] = listedAgencies as [Named, Named];
  return {
    centre: organisation('centre', '市知识产权事业发展中心'),
    zhangdian: organisation('county', '张店区市场监督管理局', { district: '370303' }),
    zichuan: organisation('county', '淄川区市场监督管理局', { district: '370302' }),
    east: organisation('builder', '东园管理委员会', { district: '370303', creditCode: inventedCode(1) }),
    south: organisation('builder', '南园管理委员会', { district: '370303', creditCode: inventedCode(2) }),
    west: organisation('builder', '西园管理委员会', { district: '370302', creditCode: inventedCode(3, '370302') }),
    first: organisation('agency', first.name, { creditCode: first.creditCode, district: '370303' }),
    second: organisation('agency', second.name, { creditCode: second.creditCode, district: '370303' }),
    outside: organisation('agency', '外地知识产权代理有限公司', { creditCode: inventedCode(104) }),
    plant: organisation('enterprise', listedEnterprise.name, { creditCode: listedEnterprise.creditCode, district: '370303' }),
    bank: organisation('bank', '齐商银行'),
    treasury: organisation('finance', '市财政局'),
    audit: organisation('audit', '市审计局'),
    pool: organisation('expert_pool', '专家库'),
  };
};

export type OrganisationName = keyof ReturnType<typeof organisations>;
type Post = readonly [organisation: OrganisationName, role: OfficeRole];

/** People by user name, with their offices; the first one is where a session begins. */
const posts = {
  officer: [['centre', 'centre_officer']],
  officer2: [['centre', 'centre_officer']],
  approver: [['centre', 'centre_approver']],
  approver2: [['centre', 'centre_approver']],
  /** Holds both offices of the centre: may still not approve what she proposed. */
  both: [
    ['centre', 'centre_officer'],
    ['centre', 'centre_approver'],
  ],
  administrator: [['centre', 'administrator']],
  reviewer: [['zhangdian', 'county_reviewer']],
  signer: [['zhangdian', 'county_approver']],
  countyboth: [
    ['zhangdian', 'county_reviewer'],
    ['zhangdian', 'county_approver'],
  ],
  reviewer2: [['zichuan', 'county_reviewer']],
  signer2: [['zichuan', 'county_approver']],
  east: [['east', 'applicant']],
  south: [['south', 'applicant']],
  west: [['west', 'applicant']],
  agency: [['first', 'agency']],
  agency2: [['second', 'agency']],
  agency3: [['outside', 'agency']],
  enterprise: [['plant', 'enterprise']],
  bank: [['bank', 'bank']],
  finance: [['treasury', 'finance']],
  finance2: [['treasury', 'finance']],
  finance3: [['treasury', 'finance']],
  auditor: [['audit', 'auditor']],
  employed: [['pool', 'expert']],
  shareholder: [['pool', 'expert']],
  officeholder: [
    ['pool', 'expert'],
    ['second', 'agency'],
  ],
  expert1: [['pool', 'expert']],
  expert2: [['pool', 'expert']],
  expert3: [['pool', 'expert']],
  expert4: [['pool', 'expert']],
  expert5: [['pool', 'expert']],
  expert6: [['pool', 'expert']],
  expert7: [['pool', 'expert']],
} as const satisfies Record<string, readonly Post[]>;

export type Username = keyof typeof posts;
export const usernames = Object.keys(posts) as readonly Username[];

/** The experts who have nothing to do with any form of the tests. */
export const freeExperts = usernames.filter((name) => /^expert\d$/.test(name));
/** The experts who have, each in another way. */
export const tiedExperts = ['employed', 'shareholder', 'officeholder'] as const satisfies readonly Username[];

const expertRecord = (name: Username) => {
  const [first] = listedAgencies as [Named, Named];
  const employer = name === 'employed' ? first : { name: '山东某大学', creditCode: inventedCode(900) };
  const ties = name === 'shareholder' ? [{ ...listedEnterprise, kind: '持股' }] : [];
  return { field: '知识产权管理', employerName: employer.name, employerCode: employer.creditCode, ties };
};

let hash: Promise<string> | undefined;

async function populate({ house, owner }: TestHouse, orgs: ReturnType<typeof organisations>) {
  hash ??= hashPassword(password);
  const passwordHash = await hash;
  const at = house.clock.now() as Instant;
  const from: BusinessDate = '2020-01-01' as BusinessDate;
  const people = new Map<Username, string>();
  const offices = new Map<string, string>();
  const administrator = { person: null, organisation: null, office: 'administrator', district: null };
  await inTx(house.pool, administrator, async (tx) => {
    for (const { id, kind, name, creditCode, district } of Object.values(orgs)) {
      await insertOrganisation(tx, {
        id,
        kind,
        name,
        credit_code: creditCode,
        agency_code: null,
        district,
        address: '',
        is_invented: true,
        created_at: at,
      });
    }
    for (const username of usernames) {
      const id = randomUUID();
      people.set(username, id);
      await insertPerson(tx, { id, username, name: `${username}先生`, email: null, passwordHash, isInvented: true, at });
      for (const [where, role] of posts[username]) {
        const office = randomUUID();
        offices.set(`${username}/${role}`, office);
        await insertOffice(tx, { id: office, person: id, organisation: orgs[where].id, role, from });
      }
      if (posts[username].some(([, role]) => role === 'expert')) await insertExpert(tx, { person: id, ...expertRecord(username) });
    }
  });
  const agencies = Object.values(orgs).filter(({ kind }) => kind === 'agency');
  for (const { id } of agencies) await placeQualification(owner, id);
  return { people, offices };
}

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.4\n% ${text}\n%%EOF\n`);

/** A city in small: everybody the programme knows, with sessions at hand. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Builds a house and fills it with the people above. */
export async function openWorld(options: HouseOptions = {}) {
  const house = await openHouse(options);
  const orgs = organisations();
  const { people, offices } = await populate(house, orgs);
  const callers = new Map<string, Promise<Caller>>();
  const uploads = new Map<Username, Promise<string>>();

  const person = (username: Username): string => people.get(username) ?? '';
  /** This person in this office, with a session of their own for each. */
  const as = (username: Username, role: OfficeRole = posts[username][0][1]): Promise<Caller> => {
    const key = `${username}/${role}`;
    const known = callers.get(key);
    if (known) return known;
    const made = house.session(person(username), offices.get(key) ?? null);
    callers.set(key, made);
    return made;
  };

  return {
    ...house,
    orgs,
    person,
    post: (username: Username): readonly [Organisation, OfficeRole] => [orgs[posts[username][0][0]], posts[username][0][1]],
    /** Whether somebody holds this office, first or second. */
    holds: (username: Username, organisation: string, role: OfficeRole): boolean =>
      posts[username].some(([where, held]) => orgs[where].id === organisation && held === role),
    office: (username: Username, role: OfficeRole): string => offices.get(`${username}/${role}`) ?? '',
    as,
    /** SHA-256 of a PDF that this person's organisation has uploaded. */
    paper: (username: Username): Promise<string> => {
      const known = uploads.get(username);
      if (known) return known;
      const made = as(username)
        .then((caller) => caller.call('uploadFile', { file: { name: '文件.pdf', bytes: pdf(username) } }))
        .then((reply) => good(reply).hash);
      uploads.set(username, made);
      return made;
    },
  };
}
