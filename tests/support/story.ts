import assert from 'node:assert/strict';
import type { CaseView, Moved } from '#contract/cases.ts';
import { scoreGroups } from '#processes/application/score-sheet.ts';
import { type Ask, good, type Reply } from './caller.ts';
import { changesOf, completeForm } from './form.ts';
import { freeExperts, type Username, type World } from './world.ts';
import type { OfficeRole } from '#core/people/roles.ts';

/** Somebody in an office: by user name, or with the second office of a person who has two. */
export type Who = Username | readonly [Username, OfficeRole];

const callerFor = (world: World, who: Who) => (typeof who === 'string' ? world.as(who) : world.as(...who));

/** A case of the tests: remembers the version it saw, as an open page does. */
export class Kase {
  readonly world: World;
  readonly process: string;
  readonly id: string;
  readonly number: string;
  version: number;
  state: string;

  constructor(world: World, { process, id, number, version, state }: Moved) {
    this.world = world;
    this.process = process;
    this.id = id;
    this.number = number;
    this.version = version;
    this.state = state;
  }

  /** Tries an event and keeps the new version if it happened. */
  async try(who: Who, event: string, input: unknown = {}, rest: Partial<Ask> = {}): Promise<Reply<Moved>> {
    const caller = await callerFor(this.world, who);
    const reply = await caller.send({ process: this.process, id: this.id, event }, input, { version: this.version, ...rest });
    if (reply.ok) {
      this.version = reply.data.version;
      this.state = reply.data.state;
    }
    return reply;
  }

  /** Does an event that must succeed. */
  async do(who: Who, event: string, input: unknown = {}): Promise<Moved> {
    return good(await this.try(who, event, input));
  }

  /** Expects a refusal with this status and code and the case left as it was; gives back the problem. */
  async refused(who: Who, event: string, input: unknown, expected: { status: number; code: string; rest?: Partial<Ask> }) {
    const before = await this.stored();
    const reply = await this.try(who, event, input, expected.rest);
    assert.deepEqual([reply.status, reply.problem?.code], [expected.status, expected.code], reply.text.slice(0, 400));
    assert.deepEqual(await this.stored(), before, `${event} was refused and left something behind`);
    return reply.problem;
  }

  async view(who: Who): Promise<CaseView> {
    return good(await (await callerFor(this.world, who)).read(this.process, this.id));
  }

  /** The whole row with the number of its events, as the owner of the database sees them. */
  async stored() {
    const { rows } = await this.world.owner.query(
      `select k.*, (select count(*) from case_event e where e.kase = k.id) as events, (select count(*) from filing f where f.kase = k.id) as filings from kase k where id = $1`,
      [this.id],
    );
    return rows[0] as {
      data: Record<string, unknown>;
      version: number;
      state: string;
      events: number;
      deadline_at: string | null;
      deadline_day: string | null;
    } & Record<string, unknown>;
  }

  /** Learns what happened behind its back: the clock's moves. */
  async refresh(): Promise<void> {
    const { version, state } = await this.stored();
    this.version = version;
    this.state = state;
  }
}

export const usualCall = { title: '2021年示范区申报', year: 2021, places: 2, firstDay: '2021-03-01', lastDay: '2021-03-31' };

/** A call drafted by one person of the centre and announced by another. */
export async function announcedCall(world: World, more: Partial<typeof usualCall> = {}): Promise<string> {
  const officer = await world.as('officer');
  const call = new Kase(world, good(await officer.open('call', { ...usualCall, ...more })));
  await call.do('approver', 'announce');
  return call.id;
}

const districts: Partial<Record<Username, string>> = { east: '370303', south: '370303', west: '370302' };

export async function formOf(world: World, builder: 'east' | 'south' | 'west') {
  const { name, creditCode } = world.orgs[builder];
  return completeForm({ name, creditCode: creditCode ?? '', district: districts[builder] ?? '', file: await world.paper(builder) });
}

export async function draftedApplication(world: World, builder: 'east' | 'south' | 'west', call: string): Promise<Kase> {
  const caller = await world.as(builder);
  return new Kase(world, good(await caller.open('application', { call })));
}

export async function completeDraft(world: World, builder: 'east' | 'south' | 'west', call: string): Promise<Kase> {
  const kase = await draftedApplication(world, builder, call);
  await kase.do(builder, 'fill_in', { changes: changesOf(await formOf(world, builder)) });
  return kase;
}

export async function filedApplication(world: World, builder: 'east' | 'south' | 'west', call: string): Promise<Kase> {
  const kase = await completeDraft(world, builder, call);
  await kase.do(builder, 'file');
  return kase;
}

/** The county's opinion; recommending unless told otherwise. */
export const opinion = (more: object = {}) => ({
  isComplete: true,
  districtConditions: 'confirmed',
  industryConditions: 'confirmed',
  agencyConditions: 'confirmed',
  coverageConditions: 'confirmed',
  siteSeenOn: '2021-03-01',
  opinion: 'recommend',
  reasons: '',
  requests: [],
  ...more,
});

const county = { east: ['reviewer', 'signer'], south: ['reviewer', 'signer'], west: ['reviewer2', 'signer2'] } as const;

export async function recommended(world: World, builder: 'east' | 'south' | 'west', call: string): Promise<Kase> {
  const kase = await filedApplication(world, builder, call);
  const [reviewer, signer] = county[builder];
  await kase.do(reviewer, 'county_check', opinion());
  await kase.do(signer, 'endorse', { letterNumber: '张知推〔2021〕1号' });
  return kase;
}

/** The members of the panel by user name, in the order they were drawn; recused ones left out. */
export async function panelOf(kase: Kase): Promise<Username[]> {
  const { panel } = (await kase.stored()).data as { panel: { members: { person: string; status: string }[] } };
  const names = [...freeExperts, 'employed', 'shareholder', 'officeholder'] as Username[];
  return panel.members
    .filter(({ status }) => status !== 'recused')
    .map(({ person }) => names.find((name) => kase.world.person(name) === person) ?? 'expert1');
}

/** A sheet with this share of every indicator's weight, in half points. */
export const sheetOf = (share: number, more: object = {}) => ({
  scores: Object.fromEntries(
    scoreGroups.flatMap(({ indicators }) => indicators.map(({ id, weight }) => [id, Math.round(weight * share * 2) / 2])),
  ),
  remark: '材料齐全，建议认定。',
  hasNoConflict: true,
  ...more,
});

export const inspection = (more: object = {}) => ({
  date: '2021-03-01',
  team: ['孙三', '周四'],
  isBoundarySeen: true,
  visits: [{ agency: '甲知识产权代理有限公司', isOperating: true, personsMet: '吴五' }],
  enterprisesAsked: 3,
  documentsSeen: '租赁合同',
  deviations: '',
  result: 'agrees',
  signedByTeam: '孙三',
  signedBySite: '赵一',
  ...more,
});

export async function drawnPanel(world: World, builder: 'east' | 'south' | 'west', call: string): Promise<Kase> {
  const kase = await recommended(world, builder, call);
  await kase.do('officer', 'draw_panel', { size: 5 });
  return kase;
}

export const usualShares = [0.6, 0.7, 0.8, 0.9, 1];

/** Declared, scored and sealed by the whole panel, the site inspected, the sheets opened. */
export async function scored(
  world: World,
  builder: 'east' | 'south' | 'west',
  { call, shares = usualShares }: { call: string; shares?: readonly number[] },
): Promise<Kase> {
  const kase = await drawnPanel(world, builder, call);
  const panel = await panelOf(kase);
  for (const [index, expert] of panel.entries()) {
    await kase.do(expert, 'declare_clear', { hasNoConflict: true });
    await kase.do(expert, 'seal_sheet', sheetOf(shares[index] ?? 0.8));
  }
  await kase.do('officer', 'record_inspection', inspection());
  await kase.do('officer', 'open_scores');
  return kase;
}

export async function onNotice(world: World, builder: 'east' | 'south' | 'west', call: string): Promise<Kase> {
  const kase = await scored(world, builder, { call });
  await kase.do('officer', 'propose_selection', { isSelected: true, reason: '排名第一，符合条件' });
  await kase.do('approver', 'confirm_selection');
  return kase;
}

/** The first moment after a case's deadline. */
export async function pastDeadline(kase: Kase): Promise<void> {
  const { deadline_at: at } = await kase.stored();
  if (at === null) throw new Error(`${kase.number} has no deadline`);
  kase.world.setNow(new Date(at).toISOString());
  await kase.world.jobs();
  await kase.refresh();
}

export async function designated(world: World, builder: 'east' | 'south' | 'west', call: string): Promise<Kase> {
  const kase = await onNotice(world, builder, call);
  await pastDeadline(kase);
  await kase.do('approver', 'designate');
  return kase;
}
