import { describe, expect, it } from 'vitest';
import { readCreditCode } from '#core/kernel/credit-code.ts';
import { businessDate } from '#core/kernel/dates.ts';
import { organisationKinds, type OrganisationKind } from '#core/people/roles.ts';
import { districts } from '#policy/zibo-2020/districts.ts';
import { CountyOpinion, Inspection } from '#processes/application/data.ts';
import { missingKinds } from '#processes/application/conditions.ts';
import { type DraftForm, formFaults, isFormField } from '#processes/application/form.ts';
import { conflictsOf } from '#processes/application/panel.ts';
import { scoreGroups, ScoreSheet, totalOf } from '#processes/application/score-sheet.ts';
import { contract } from '#contract/index.ts';
import { demoAccounts } from './accounts.ts';
import { applicationForm, changesOf } from './application-form.ts';
import { countyOpinion, fullMarks, inspectionOf, requestsFor, scoreSheet } from './opinions.ts';
import { enterprises, organisationOf, organisations } from './organisations.ts';
import { expertPool, people } from './people.ts';
import { parkOf, parks } from './parks.ts';
import { personName } from './names.ts';
import { places } from './places.ts';

const filing = { day: businessDate('2026-10-21'), year: 2026 };
const files = { mechanism: 'a'.repeat(64), plan: 'b'.repeat(64), policy: 'c'.repeat(64), seal: 'd'.repeat(64) };
const formOf = (key: string) => applicationForm(parkOf(key), filing, files);
const codes = [...organisations, ...enterprises].flatMap(({ creditCode }) => creditCode ?? []);

describe('organisations of the demonstration', () => {
  it('every credit code passes every check without a warning and belongs to one organisation only', () => {
    for (const code of codes) expect(readCreditCode(code)).toEqual({ ok: true, value: code });
    const registered = organisations.filter(({ kind }) => kind !== 'enterprise').flatMap(({ creditCode }) => creditCode ?? []);
    const all = [...registered, ...enterprises.map(({ creditCode }) => creditCode)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('no credit code carries the code of a functional zone, and all carry a district of the city', () => {
    const areas = districts.filter(({ isFunctionalZone }) => !isFunctionalZone).map(({ code }) => code);
    for (const code of codes) expect(areas).toContain(code.slice(2, 8));
  });

  it('says of everything that it is invented', () => {
    for (const { name } of [...organisations, ...enterprises]) expect(name).toMatch(/（虚构）|（演示）/);
    expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length);
    expect(new Set(enterprises.map(({ name }) => name)).size).toBe(enterprises.length);
  });

  it('has the bodies the demonstration needs', () => {
    const count = (kind: OrganisationKind) => organisations.filter((one) => one.kind === kind).length;
    const counts = {
      county: count('county'),
      agency: count('agency'),
      builder: count('builder'),
      enterprise: count('enterprise'),
      bank: count('bank'),
    };
    expect(counts).toEqual({
      county: 11,
      agency: 14,
      builder: 16,
      enterprise: 12,
      bank: 1,
    });
    expect(enterprises.length).toBeGreaterThanOrEqual(100);
    expect(new Set(parks.map(({ place }) => place)).size).toBe(places.length);
  });

  it('fits what the API takes', () => {
    for (const { key: _key, ...body } of organisations) expect(contract.addOrganisation?.body?.safeParse(body).success).toBe(true);
  });
});

describe('people of the demonstration', () => {
  it('hold offices their organisations may have, and nobody but one has two', () => {
    for (const { offices } of people) {
      for (const [key, role] of offices) expect(organisationKinds[organisationOf(key).kind].roles).toContain(role);
    }
    expect(people.filter(({ offices }) => offices.length > 1).map(({ username }) => username)).toEqual(['expert10']);
    expect(new Set(people.map(({ username }) => username)).size).toBe(people.length);
  });

  it('have different names', () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(new Set(Array.from({ length: 384 }, (_, n) => personName(n))).size).toBe(384);
  });

  it('fit what the API takes, with a password that is long enough', () => {
    for (const { username, name, offices, expert } of people) {
      const body = {
        username,
        name,
        email: `${username}@demo.example`,
        password: demoAccounts[0]?.password,
        offices: offices.map(([, role]) => ({ organisation: '00000000-0000-4000-8000-000000000000', role })),
        expert,
      };
      expect(contract.addPerson?.body?.safeParse(body).error).toBeUndefined();
    }
  });

  it('every account that handles support is listed with something to try', () => {
    const listed = demoAccounts.map(({ username }) => username);
    for (const username of ['finance', 'finance2', 'finance3', 'bank', 'enterprise9', 'enterprise10', 'agency2'])
      expect(listed).toContain(username);
    for (const { tries } of demoAccounts) expect(tries).not.toMatch(/尚未建成/);
  });

  it('every listed account exists', () => {
    const known = new Set(['admin', ...people.map(({ username }) => username)]);
    for (const { username, role, organisation } of demoAccounts) {
      expect(known).toContain(username);
      expect(role).not.toBe('');
      expect(organisation).not.toBe('');
    }
  });
});

describe('applications of the demonstration', () => {
  it.each(parks.map(({ key }) => key))('the whole form of %s can be filed as it is', (key) => {
    const form = formOf(key);
    expect(formFaults(form as DraftForm)).toEqual([]);
    const changes = changesOf(form);
    expect(changes.length).toBeLessThanOrEqual(60);
    for (const { path } of changes) expect(isFormField(path)).toBe(true);
  });

  it('the half form is really unfinished', () => {
    const { cover, applicant } = formOf('builder14');
    expect(formFaults({ cover, applicant } as DraftForm).length).toBeGreaterThan(20);
  });

  it('the same seed gives the same bytes', () => {
    for (const { key } of parks) expect(JSON.stringify(formOf(key))).toBe(JSON.stringify(formOf(key)));
  });

  it('the texts of two parks differ in every chapter', () => {
    for (const section of ['plan', 'siting', 'industry']) {
      const texts = parks.flatMap(({ key }) =>
        Object.values(formOf(key)[section] ?? {}).filter((one) => typeof one === 'string' && one.length > 30),
      );
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('only one park lacks a kind of service, and its county says why it recommends', () => {
    const lacking = parks.filter(({ key }) => missingKinds(formOf(key) as DraftForm).length > 0);
    expect(lacking.map(({ key }) => key)).toEqual(['builder8']);
    expect(countyOpinion(parkOf('builder8'), 'recommend', filing.day).reasons.length).toBeGreaterThan(20);
  });

  it('opinions, inspections and sheets are what the process takes', () => {
    for (const park of parks) {
      for (const verdict of ['recommend', 'return', 'reject'] as const) {
        expect(CountyOpinion.safeParse(countyOpinion(park, verdict, filing.day)).error).toBeUndefined();
      }
      expect(Inspection.safeParse(inspectionOf(park, filing.day, [files.seal])).error).toBeUndefined();
      for (const { person } of expertPool) expect(ScoreSheet.safeParse(scoreSheet(park, person)).error).toBeUndefined();
    }
    for (const { path } of requestsFor) expect(isFormField(path)).toBe(true);
  });

  it('knows the indicators and full marks of the score sheet', () => {
    const marks = scoreGroups.flatMap(({ indicators }) => indicators.map(({ id, weight }) => [id, weight]));
    expect(Object.entries(fullMarks)).toEqual(marks);
  });

  it('the better park gets the better marks', () => {
    const total = (key: string) =>
      expertPool.reduce((sum, { person }) => sum + totalOf(ScoreSheet.parse(scoreSheet(parkOf(key), person))).total, 0);
    expect(total('builder1')).toBeGreaterThan(total('builder5'));
    expect(total('builder2')).toBeGreaterThan(total('builder5'));
  });
});

describe('experts of the demonstration', () => {
  const freeFor = (key: string) => {
    const barred = new Set(conflictsOf(expertPool, formOf(key) as DraftForm).map(({ person }) => person));
    return expertPool.filter(({ person }) => !barred.has(person)).map(({ person }) => person);
  };

  it('the panel of builder6 can only be these five', () => {
    expect(freeFor('builder6')).toEqual(['expert4', 'expert6', 'expert7', 'expert8', 'expert9']);
  });

  it('enough are free for every other panel, one replacement included', () => {
    for (const { key } of parks.filter((park) => park.key !== 'builder6')) expect(freeFor(key).length).toBeGreaterThanOrEqual(6);
  });

  it('an office held elsewhere is a conflict nobody has to declare', () => {
    const conflict = conflictsOf(expertPool, formOf('builder2') as DraftForm).find(({ person }) => person === 'expert10');
    expect(conflict?.why).toBe(`在“${organisationOf('agency2').name}”任职`);
  });
});
