import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '#contract/client.ts';
import type { Moved } from '#contract/cases.ts';
import { type Changes, type Form, withChanges } from './draft.ts';
import type { Kept } from './draft-store.ts';
import { Saver } from './saver.ts';

const problem = (status: number, code: string): Result<Moved> => ({
  ok: false,
  problem: { type: '', title: code, status, detail: code, code, requestId: '', refusals: [] },
});

/** A server of one application: versions, keys and all. `fails` makes it unreachable, before or after it has written. */
function house(form: Form = { cover: { zoneName: '甲' } }) {
  const state = { form, version: 1, fails: null as 'before' | 'after' | null, requests: 0, answers: new Map<string, Moved>() };
  let kept: Kept | null = null;
  const send = async (changes: Changes, { version, key }: { version: number; key: string }): Promise<Result<Moved>> => {
    state.requests += 1;
    if (state.fails === 'before') return problem(0, 'network');
    const earlier = state.answers.get(key);
    if (earlier) return { ok: true, data: earlier };
    if (version !== state.version) return problem(412, 'stale_version');
    if ('cover.bad' in changes) return problem(422, 'unknown_field');
    state.form = withChanges(state.form, changes);
    state.version += 1;
    const data = { version: state.version, at: `2026-11-23T06:00:0${state.version}.000Z` } as Moved;
    state.answers.set(key, data);
    return state.fails === 'after' ? problem(0, 'network') : { ok: true, data };
  };
  const open = () =>
    new Saver({
      saved: { form: state.form, version: state.version },
      savedAt: null,
      send,
      fetchSaved: async () => ({ form: state.form, version: state.version }),
      store: { write: (value) => (kept = value), clear: () => (kept = null) },
    });
  return { state, open, kept: () => kept };
}

describe('Saving a form', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gathers typing into one request and shows the server’s time', async () => {
    const { state, open, kept } = house();
    const saver = open();
    for (const text of ['乙', '乙丙', '乙丙丁']) saver.edit('cover.zoneName', text);
    expect(kept()?.changes).toEqual({ 'cover.zoneName': '乙丙丁' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.requests).toBe(1);
    expect(state.form.cover?.zoneName).toBe('乙丙丁');
    expect(saver.snapshot()).toMatchObject({ status: 'quiet', unsaved: [], savedAt: '2026-11-23T06:00:02.000Z' });
    expect(kept()).toBeNull();
  });

  it('sends one request at a time, each at the version the last one answered', async () => {
    const { state, open } = house();
    const saver = open();
    saver.edit('cover.zoneName', '乙');
    const first = saver.flush();
    saver.edit('cover.date', '2026-11-23');
    await first;
    await saver.flush();
    expect(state.form.cover).toEqual({ zoneName: '乙', date: '2026-11-23' });
    expect(state.version).toBe(3);
    expect(saver.snapshot().conflicts).toEqual([]);
  });

  it('keeps everything while the network is dead and tries again by itself', async () => {
    const { state, open, kept } = house();
    const saver = open();
    state.fails = 'before';
    saver.edit('cover.zoneName', '乙');
    await vi.advanceTimersByTimeAsync(5000);
    expect(saver.snapshot().status).toBe('retrying');
    saver.edit('cover.date', '2026-11-23');
    expect(kept()?.changes).toEqual({ 'cover.zoneName': '乙', 'cover.date': '2026-11-23' });
    state.fails = null;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(state.form.cover).toEqual({ zoneName: '乙', date: '2026-11-23' });
    expect(saver.snapshot()).toMatchObject({ status: 'quiet', problem: null });
  });

  it('does not write twice when only the answer was lost', async () => {
    const { state, open } = house();
    const saver = open();
    state.fails = 'after';
    saver.edit('cover.zoneName', '乙');
    await vi.advanceTimersByTimeAsync(1000);
    state.fails = null;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(state.version).toBe(2);
    expect(saver.snapshot()).toMatchObject({ status: 'quiet', version: 2, conflicts: [] });
  });

  it('joins changes to different fields without asking', async () => {
    const { state, open } = house();
    const [one, other] = [open(), open()];
    one.edit('cover.zoneName', '乙');
    await one.flush();
    other.edit('cover.date', '2026-11-23');
    expect(await other.flush()).toBe(true);
    expect(state.form.cover).toEqual({ zoneName: '乙', date: '2026-11-23' });
    expect(other.snapshot().form.cover?.zoneName).toBe('乙');
  });

  it.each([
    [true, '丙'],
    [false, '乙'],
  ])('asks when both changed the same field, and does what it is told (mine: %s)', async (keepsMine, expected) => {
    const { state, open } = house();
    const [one, other] = [open(), open()];
    one.edit('cover.zoneName', '乙');
    await one.flush();
    other.edit('cover.zoneName', '丙');
    expect(await other.flush()).toBe(false);
    expect(other.snapshot()).toMatchObject({ status: 'conflict', conflicts: [{ path: 'cover.zoneName', mine: '丙', theirs: '乙' }] });
    other.resolve({ 'cover.zoneName': keepsMine });
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.form.cover?.zoneName).toBe(expected);
    expect(other.snapshot()).toMatchObject({ status: 'quiet', conflicts: [] });
  });

  it('brings back what a closed tab could not save, and asks if the field moved on meanwhile', async () => {
    const { state, open } = house();
    const saver = open();
    const kept = {
      changes: { 'cover.zoneName': '旧稿', 'cover.date': '2026-11-20' },
      base: { 'cover.zoneName': '更早', 'cover.date': null },
    };
    expect([...saver.recover(kept)].sort()).toEqual(['cover.date', 'cover.zoneName']);
    expect(saver.snapshot()).toMatchObject({ status: 'conflict', conflicts: [{ path: 'cover.zoneName', mine: '旧稿', theirs: '甲' }] });
    saver.resolve({ 'cover.zoneName': true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.form.cover).toEqual({ zoneName: '旧稿', date: '2026-11-20' });
  });

  it('shows a refusal and keeps what was typed', async () => {
    const { open, kept } = house();
    const saver = open();
    saver.edit('cover.bad', '乙');
    expect(await saver.flush()).toBe(false);
    expect(saver.snapshot()).toMatchObject({ status: 'refused', problem: { code: 'unknown_field' } });
    expect(kept()?.changes).toEqual({ 'cover.bad': '乙' });
  });

  it('takes over a newer version read elsewhere only while nothing is unsaved here', () => {
    const saver = house().open();
    saver.adopt({ version: 5, form: { cover: { zoneName: '别处' } } });
    expect(saver.snapshot()).toMatchObject({ version: 5, form: { cover: { zoneName: '别处' } } });
    saver.edit('cover.zoneName', '这里');
    saver.adopt({ version: 6, form: { cover: { zoneName: '又一处' } } });
    expect(saver.snapshot()).toMatchObject({ version: 5, form: { cover: { zoneName: '这里' } } });
    saver.stop();
  });
});
