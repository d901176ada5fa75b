import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { attachment, field, isFileField } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import type { AnyProcess, TimeLimit } from '#core/process/define.ts';
import { faultsIn, limitInWords, toMermaid, toPermissionTable, toTimeTable } from '#core/process/describe.ts';
import { within } from '#policy/zibo-2020/time-limits.ts';
import { timeLimitSettings } from '#policy/zibo-2020/settings-time-limits.ts';
import { zibo2020Settings } from '#policy/zibo-2020/settings.ts';
import { processes } from './index.ts';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(import.meta.dirname, entry.name, 'process.ts')))
  .map(({ name }) => name)
  .sort();

/** Folders that no registry entry stands for, and entries without a folder. */
const strays = (registered: readonly string[]): string[] => [
  ...folders.filter((name) => !registered.includes(name)),
  ...registered.filter((name) => !folders.includes(name)),
];

const all = Object.entries(processes) as unknown as readonly (readonly [string, AnyProcess])[];

describe('The registry of processes', () => {
  it('knows every folder, each under its own name', () => {
    expect(folders.length).toBeGreaterThan(3);
    expect(strays(Object.keys(processes))).toEqual([]);
    for (const [name, process] of all) expect(process.name).toBe(name);
  });

  it('turns red for a folder that is missing and for an entry without one', () => {
    expect(strays(Object.keys(processes).slice(1))).toEqual(['call']);
    expect(strays([...Object.keys(processes), 'voucher'])).toEqual(['voucher']);
  });

  it('gives every process letters of its own for its numbers', () => {
    expect(new Set(all.map(([, { prefix }]) => prefix)).size).toBe(all.length);
  });

  it.each(all)('%s is sound: every state is reached and left, every deadline may fire, every barred event exists', (_name, process) => {
    expect(faultsIn(process)).toEqual([]);
  });

  it.each(all)('%s has words in both languages and a clause for everything it does', (_name, process) => {
    for (const { title, clause } of [process, process.opens, ...Object.values(process.events)]) {
      expect(
        [title.zh, title.en, clause].every((word) => word.length > 0),
        title.en,
      ).toBe(true);
    }
  });

  it.each(all)('%s can be drawn and tabulated', (_name, process) => {
    for (const state of Object.keys(process.states)) expect(toMermaid(process)).toContain(state);
    for (const { title } of Object.values(process.events)) expect(toPermissionTable(process)).toContain(title.zh);
  });
});

type Node = {
  readonly widget?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
};

/** Names of fields in which a file is chosen. */
const fileFields = (node: Node | undefined): string[] => [
  ...Object.entries(node?.properties ?? {}).flatMap(([name, one]) => [...(one.widget === 'attachment' ? [name] : []), ...fileFields(one)]),
  ...(node?.items ? fileFields(node.items) : []),
  ...(node?.anyOf ?? []).flatMap(fileFields),
];

const schemasOf = ({ form, opens, events }: AnyProcess): readonly z.ZodType[] => [
  ...(form ? [form] : []),
  opens.input,
  ...Object.values(events).map(({ input }) => input),
];

const filesOf = (schemas: readonly z.ZodType[]): string[] =>
  schemas.flatMap((schema) => fileFields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node));

describe('A file that somebody names', () => {
  it.each(all)('in %s is tied to the case, so that those who read the case may open it', (_name, process) => {
    expect(filesOf(schemasOf(process)).filter((name) => !isFileField(name))).toEqual([]);
  });

  it('is looked for in many fields, and one of another name is found', () => {
    expect(filesOf(all.flatMap(([, process]) => schemasOf(process))).length).toBeGreaterThan(10);
    const proof = field(attachment(), both('证明', 'Proof'), { widget: 'attachment' });
    expect(filesOf([z.object({ rows: z.array(z.object({ proof })) })])).toEqual(['proof']);
    expect(isFileField('proof')).toBe(false);
  });
});

/** Readings that count workdays and are no time limit of a state, and where they are looked at instead. */
const elsewhere: Readonly<Record<string, string>> = {
  planChangeReportWorkdays: 'plan/filing.ts and plan/checklist.ts: a report is compared with it, nothing waits for it',
  hearingRequestWorkdays: 'revocation/timing.ts: the least the notice may give; the notice names the day itself',
};

const limitsOf = ({ states }: AnyProcess) => Object.values(states).flatMap(({ deadline }) => (deadline ? [deadline] : []));
const readingsNamed = (list: readonly AnyProcess[]): readonly string[] =>
  list.flatMap((process) => limitsOf(process).flatMap(({ reading }) => reading ?? []));

/** Names of time limits that are no reading of the plan, and readings that nothing goes by. */
const strangeReadings = (named: readonly string[]): string[] => [
  ...named.filter((reading) => !Object.hasOwn(timeLimitSettings, reading)),
  ...Object.keys(timeLimitSettings).filter((key) => !named.includes(key) && !Object.hasOwn(elsewhere, key)),
];

describe('How long a state lasts', () => {
  it('is said by a reading of the plan or by a day the case names, and never typed in', () => {
    const limits = all.flatMap(([, process]) => limitsOf(process));
    expect(limits.length).toBeGreaterThan(15);
    for (const limit of limits) {
      expect(Object.values(limit).filter((value) => typeof value === 'number')).toEqual([]);
      expect(limit.reading ?? limit.lastDay).toBeDefined();
    }
  });

  it('follows every reading that counts workdays, but those that are looked at elsewhere', () => {
    expect(strangeReadings(readingsNamed(all.map(([, process]) => process)))).toEqual([]);
    expect(Object.keys(elsewhere).filter((key) => !Object.hasOwn(timeLimitSettings, key))).toEqual([]);
  });

  it('turns red for a reading nothing goes by, and for one the plan does not have', () => {
    const named = readingsNamed(all.filter(([name]) => name !== 'objection').map(([, process]) => process));
    expect(strangeReadings(named)).toEqual(['objectionWorkdays']);
    expect(strangeReadings([...readingsNamed(all.map(([, process]) => process)), 'patienceWorkdays'])).toEqual(['patienceWorkdays']);
  });

  it('counts workdays in every reading of that name, and no reading counts them under another', () => {
    const counting = Object.entries(zibo2020Settings).filter(([key, { title }]) => key.endsWith('Workdays') || title.includes('工作日'));
    expect(counting.map(([key]) => key)).toEqual(Object.keys(timeLimitSettings));
    for (const [key, { title, default: usual }] of counting)
      expect([title.endsWith('（工作日）'), typeof usual], key).toEqual([true, 'number']);
  });

  it('is read with the number of its question', () => {
    const limitOf = (name: 'application' | 'rectification', state: string) =>
      limitInWords((processes[name] as unknown as AnyProcess).states[state]?.deadline as TimeLimit<string>, 7);
    expect(limitOf('application', 'county_review')).toEqual(both('7个工作日（I-34 区县审核期限）', '7 working days (reading I-34)'));
    expect(limitOf('rectification', 'rectifying').zh).toBe('整改通知写明的期限（14.3c、I-38）');
    expect(toTimeTable(processes.recognition as unknown as AnyProcess, () => 9)).toContain(
      '| 待自评 | 本轮认定的自评窗口；末日已过的，9个工作日（I-37 自评补正期限） | 自评逾期 |',
    );
    expect(toTimeTable(processes.call as unknown as AnyProcess, () => 9)).toBe('');
  });
});

describe('A process that is not sound', () => {
  const [, sound] = all[0] as readonly [string, AnyProcess];
  const broken = (change: Partial<AnyProcess>): string[] => faultsIn({ ...sound, ...change });
  const [first = ''] = Object.keys(sound.events);

  it('is found: a state nobody reaches, a dead end, a final state with a way out', () => {
    expect(broken({ states: { ...sound.states, lost: { title: sound.title } } })).toContain('lost is never reached');
    expect(broken({ states: { ...sound.states, closed: { title: sound.title } } })).toContain('closed is a dead end');
    expect(broken({ states: { ...sound.states, drafted: { title: sound.title, isFinal: true } } })).toContain(
      'drafted is final but has a way out',
    );
  });

  it('is found: a deadline that nobody may fire, a bar on an event that does not exist', () => {
    const drafted = { title: sound.title, deadline: within('completionWorkdays', { fires: 'announce' }) };
    expect(broken({ states: { ...sound.states, drafted } })).toContain('drafted: the clock may not announce');
    const event = sound.events[first];
    if (!event) throw new Error('no event');
    const events = {
      ...sound.events,
      [first]: { ...event, who: [{ role: 'centre_approver' as const, relation: 'any' as const, notWho: ['sign'] }] },
    };
    expect(broken({ events })).toContain(`${first} bars whoever did sign, which does not exist`);
  });
});
