import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftSaver } from './draft-saver.ts';
import { type Draft, emptyDraft, halfPoint, missingIn, sumOf } from './sheet.ts';

const draft = (remark: string): Draft => ({ ...emptyDraft, remark });

describe('The draft of a score sheet', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is sent once the expert pauses, and again until it arrives', async () => {
    const sent: string[] = [];
    let isDown = true;
    const saver = new DraftSaver({
      id: 'a',
      stored: { draft: emptyDraft, savedAt: null },
      send: async ({ remark }) => {
        sent.push(remark);
        return isDown
          ? { ok: false, problem: { type: '', title: '', status: 0, detail: '', code: 'network', requestId: '', refusals: [] } }
          : { ok: true, data: { savedAt: 'T' } };
      },
    });
    for (const text of ['很', '很好']) saver.change(draft(text));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(['很好']);
    expect(saver.snapshot().saving).toBe('failed');
    isDown = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(saver.snapshot()).toMatchObject({ saving: 'quiet', savedAt: 'T' });
  });
});

describe('A score', () => {
  const groups = [
    {
      id: 'g',
      title: '甲',
      clause: '3',
      indicators: [
        { id: 'a', title: '一', weight: 4 },
        { id: 'b', title: '二', weight: 6 },
      ],
    },
  ];

  it('comes in half points and never beyond its weight', () => {
    expect([3.3, 3.2, -1, 9].map((value) => halfPoint(value, 4))).toEqual([3.5, 3, 0, 4]);
  });

  it('adds up exactly, and what is missing is named', () => {
    expect(sumOf(groups[0]?.indicators ?? [], { a: 3.5, b: 0.5 })).toBe(4);
    expect(missingIn(groups, { scores: { a: 0 }, remark: '好', hasNoConflict: true })).toEqual(['b', 'remark']);
  });
});
