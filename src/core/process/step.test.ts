import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Instant } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { calendarOf } from '#core/kernel/workdays.ts';
import type { Actor } from '#core/people/actor.ts';
import type { Role } from '#core/people/roles.ts';
import { type AnyProcess, defineProcess, eventsOf, openingOf } from './define.ts';
import { factsAskedByOpening, open } from './open.ts';
import { nameOf } from './summary.ts';
import { actionsFor, factsAskedBy, type Occasion, sightOf, step } from './step.ts';

type State = 'asked' | 'checked' | 'done';
type Data = { readonly text: string; readonly isRipe: boolean };
const event = eventsOf<State, Data>();
const words = both('事', 'Thing');
const officeTime = { reading: 'officeWorkdays', source: words, clock: 'office' } as const;

/** The smallest process with everything in it: guards, two persons, a deadline, a sealed input, facts. */
const toy = defineProcess({
  name: 'toy',
  title: words,
  clause: '1',
  prefix: 'WJ',
  data: z.object({ text: z.string(), isRipe: z.boolean() }),
  readers: [],
  opens: openingOf<Data>()({
    title: words,
    clause: '1',
    who: [{ role: 'applicant', relation: 'owner' }],
    input: z.object({ text: z.string().min(2, '至少2个字') }),
    create: (_sight, { text }) => ({ text, isRipe: false }),
  }),
  initial: 'asked',
  states: {
    asked: { title: both('已提', 'Asked'), deadline: { ...officeTime, fires: 'lapse' } },
    checked: { title: both('已查', 'Checked'), deadline: { ...officeTime, fires: 'remind' } },
    done: { title: both('已办', 'Done'), isFinal: true },
  },
  events: {
    ripen: event({
      title: words,
      clause: '1',
      from: ['asked'],
      to: 'same',
      who: [{ role: 'applicant', relation: 'owner' }],
      input: z.object({}),
      apply: ({ data }) => ({ ...data, isRipe: true }),
    }),
    check: event({
      title: words,
      clause: '1',
      from: ['asked'],
      to: 'checked',
      who: [{ role: 'county_reviewer', relation: 'district' }],
      input: z.object({ note: z.string('请填写').min(1, '请填写') }),
      guards: [
        { code: 'not_ripe', clause: '1', says: both('未熟', 'Not ripe'), met: ({ data }) => data.isRipe },
        {
          code: 'forbidden_word',
          clause: '1',
          says: ({ data }) => both(`有“${data.text}”`, data.text),
          met: ({ data }) => data.text !== '坏',
        },
      ],
      accepts: (_sight, { note }) =>
        note === '不' ? [{ kind: 'input', code: 'wrong_note', clause: '1', says: words, field: 'note' }] : [],
      effects: ({ data }, { note }) => [
        { kind: 'notify', when: 'after', recipient: { to: 'person', id: 'p' }, says: both(data.text + note, '') },
      ],
    }),
    send_back: event({
      title: words,
      clause: '1',
      from: ['checked'],
      to: 'asked',
      who: [{ role: 'county_approver', relation: 'district' }],
      input: z.object({}),
    }),
    approve: event({
      title: words,
      clause: '1',
      from: ['checked'],
      to: 'done',
      who: [{ role: 'county_approver', relation: 'district', notWho: ['check'] }],
      input: z.object({}),
      asks: ['openObjections'],
    }),
    lapse: event({
      title: words,
      clause: '1',
      from: ['asked'],
      to: 'done',
      who: [{ role: 'clock', relation: 'any' }],
      input: z.object({}),
    }),
    remind: event({
      title: words,
      clause: '1',
      from: ['checked'],
      to: 'same',
      who: [{ role: 'clock', relation: 'any' }],
      input: z.object({}),
    }),
  },
  summary: nameOf<{ readonly text: string }>(({ text }) => text),
}) as unknown as AnyProcess;

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  person: `${role}-1`,
  name: role,
  role,
  organisation: 'own',
  organisationName: '',
  district: '370303',
  ...more,
});
const occasion = (at = '2021-03-01T01:00:00.000Z'): Occasion => ({
  at: at as Instant,
  calendar: calendarOf([]),
  facts: { readings: { officeWorkdays: 5 } },
  seed: '',
});
const opened = (text = '好') => {
  const outcome = open(toy, { input: { text: `${text}${text}` }, actor: actor('applicant') }, occasion(), {
    id: 'c',
    number: 'n',
    policy: 'p',
  });
  if (!outcome.ok) throw new Error('not opened');
  return { ...outcome.next, data: { text, isRipe: false } };
};
const ripe = (text = '好') => ({ ...opened(text), data: { text, isRipe: true } });
const check = { event: 'check', input: { note: '可' }, actor: actor('county_reviewer') };

const codes = (outcome: ReturnType<typeof step>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));

describe('A step', () => {
  it('refuses first who may not, then when it may not, then every guard at once, then the words', () => {
    expect(codes(step(toy, opened(), { ...check, actor: actor('applicant') }, occasion()))).toEqual(['not_allowed']);
    expect(codes(step(toy, opened(), { ...check, actor: actor('county_reviewer', { district: '370302' }) }, occasion()))).toEqual([
      'not_allowed',
    ]);
    expect(codes(step(toy, { ...opened(), state: 'checked' }, check, occasion()))).toEqual(['wrong_state']);
    expect(codes(step(toy, opened('坏'), { ...check, input: {} }, occasion()))).toEqual(['not_ripe', 'forbidden_word']);
    expect(codes(step(toy, ripe(), { ...check, input: {} }, occasion()))).toEqual(['invalid_input']);
    expect(codes(step(toy, ripe(), { ...check, input: { note: '不' } }, occasion()))).toEqual(['wrong_note']);
  });

  it('moves the state, counts the version, remembers the hand and gives the effects', () => {
    const before = ripe();
    const outcome = step(toy, before, check, occasion());
    expect(outcome).toMatchObject({
      ok: true,
      next: {
        state: 'checked',
        version: 2,
        hands: { open: ['applicant-1'], check: ['county_reviewer-1'] },
        stateSince: '2021-03-01T01:00:00.000Z',
      },
      effects: [{ kind: 'notify', says: { zh: '好可' } }],
      input: { note: '可' },
    });
    expect(before).toEqual(ripe());
  });

  it('bars whoever did an earlier step, in whatever office, and lets another person', () => {
    const checked = step(toy, ripe(), check, occasion());
    if (!checked.ok) throw new Error('not checked');
    const same = actor('county_approver', { person: 'county_reviewer-1' });
    expect(codes(step(toy, checked.next, { event: 'approve', input: {}, actor: same }, occasion()))).toEqual(['same_person']);
    expect(step(toy, checked.next, { event: 'approve', input: {}, actor: actor('county_approver') }, occasion()).ok).toBe(true);
  });

  it('keeps the deadline when the state stays, and ends it when the clock itself fired', () => {
    const kase = opened();
    const ripened = step(toy, kase, { event: 'ripen', input: {}, actor: actor('applicant') }, occasion('2021-03-03T01:00:00.000Z'));
    expect(ripened.ok && ripened.next.deadline).toEqual(kase.deadline);
    const checked = step(toy, ripe(), check, occasion());
    if (!checked.ok) throw new Error('not checked');
    const reminded = step(toy, checked.next, { event: 'remind', input: {}, actor: actor('clock', { person: null }) }, occasion());
    expect(reminded.ok && [reminded.next.deadline, reminded.next.state]).toEqual([null, 'checked']);
  });

  it('moves the deadline when the case names another last day, although the state stays', () => {
    const { asked } = toy.states;
    const lastDay = { of: ({ isRipe }: Data) => (isRipe ? '2021-04-01' : null), source: words };
    const named = {
      ...toy,
      states: { ...toy.states, asked: { ...asked, deadline: { ...asked?.deadline, lastDay } } },
    } as unknown as AnyProcess;
    const ripened = step(named, opened(), { event: 'ripen', input: {}, actor: actor('applicant') }, occasion());
    expect(ripened.ok && ripened.next.deadline).toMatchObject({ day: '2021-04-01', at: '2021-04-01T16:00:00.000Z' });
  });

  it('is late at the instant of a deadline that moves the case, and on time a millisecond before', () => {
    const kase = ripe();
    expect(kase.deadline?.at).toBe('2021-03-08T16:00:00.000Z');
    expect(step(toy, kase, check, occasion('2021-03-08T15:59:59.999Z')).ok).toBe(true);
    expect(codes(step(toy, kase, check, occasion('2021-03-08T16:00:00.000Z')))).toEqual(['deadline_passed']);
    expect(
      step(toy, kase, { event: 'lapse', input: {}, actor: actor('clock', { person: null }) }, occasion('2021-03-08T16:00:00.000Z')).ok,
    ).toBe(true);
  });

  it('after a deadline that only reminds is still possible', () => {
    const checked = step(toy, ripe(), check, occasion());
    if (!checked.ok) throw new Error('not checked');
    expect(
      step(toy, checked.next, { event: 'approve', input: {}, actor: actor('county_approver') }, occasion('2021-05-01T00:00:00.000Z')).ok,
    ).toBe(true);
  });

  it('asks for the facts of its event and throws on an event nobody defined', () => {
    expect(factsAskedBy(toy, 'approve', opened())).toEqual(['openObjections']);
    expect(() => step(toy, opened(), { event: 'nothing', input: {}, actor: actor('applicant') }, occasion())).toThrow('no event');
  });

  it('asks for the readings where a time limit begins, and not while its clock runs or the state stays', () => {
    expect(factsAskedByOpening(toy)).toEqual(['readings']);
    const begun = opened();
    expect(factsAskedBy(toy, 'check', begun)).toEqual([]);
    expect(factsAskedBy(toy, 'check', { ...begun, clocks: {} })).toEqual(['readings']);
    expect(factsAskedBy(toy, 'ripen', { ...begun, clocks: {} })).toEqual([]);
  });

  it('lists for an actor what they could do here, with the reasons why not now', () => {
    const sight = sightOf(opened('坏'), actor('county_reviewer'), occasion(), '2021-03-01' as never);
    expect(actionsFor(toy, sight).map(({ event: name, refusals }) => [name, refusals.map(({ code }) => code)])).toEqual([
      ['check', ['not_ripe', 'forbidden_word']],
    ]);
  });
});

describe('Opening', () => {
  it('refuses other offices and wrong words, each with its field', () => {
    const birth = { id: 'c', number: 'n', policy: 'p' };
    expect(open(toy, { input: { text: '好好' }, actor: actor('agency') }, occasion(), birth)).toMatchObject({
      ok: false,
      refusals: [{ code: 'not_allowed' }],
    });
    expect(open(toy, { input: { text: '好' }, actor: actor('applicant') }, occasion(), birth)).toMatchObject({
      ok: false,
      refusals: [{ field: 'text', says: { zh: '至少2个字' } }],
    });
  });

  it('begins at version 1 in the first state, owned by the opener, with the deadline running', () => {
    expect(opened()).toMatchObject({
      version: 1,
      state: 'asked',
      owner: 'own',
      district: '370303',
      hands: { open: ['applicant-1'] },
      deadline: { day: '2021-03-08', workdays: 5 },
      clocks: { office: { workdays: 5, used: 0 } },
    });
  });
});
