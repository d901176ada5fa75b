import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import { faultsIn, toMermaid, toPermissionTable } from '#core/process/describe.ts';
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
    const drafted = { title: sound.title, deadline: { workdays: 5, fires: 'announce', source: 'x' } };
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
