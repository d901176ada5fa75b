import { describe, expect, test } from 'vitest';
import { yuan } from '#core/kernel/money.ts';
import type { Bound, Clause } from '#core/policy/clause.ts';
import { applyCaps, groupBy, type Prior, queueOrder, strikeDuplicates, strikePriors, strikeRepeats } from '#core/policy/lines.ts';
import { met, notMet, type Truth, unknown } from '#core/policy/truth.ts';
import { half, open, type Row, row, state } from './made-up-clause.ts';

describe('a line', () => {
  test('read for the claimant an open one stands, read against it it is unknown; a refusal carries its code', () => {
    const rows = [row('1'), row('2', { holds: unknown }), row('3', { holds: notMet }), row('4', { year: notMet })];
    expect(state(open(rows))).toEqual(['1 OK 100', '2 UNKNOWN 0', '3 NO 0', '4 YEAR 0']);
    expect(state(open(rows, {}, 'high'))).toEqual(['1 OK 100', '2 OK 100', '3 NO 0', '4 YEAR 0']);
  });

  test('queues by day, then by fact as people number them, then by partner', () => {
    const rows = [
      row('L10'),
      row('L2', { agency: 'B', shares: half }),
      row('L2', { shares: half }),
      row('L1', { day: '2021-03-02' }),
      row('L0', { day: '2021-02-28' }),
    ];
    const order = (more: Partial<Clause<Row>> = {}) =>
      open(rows, more)
        .sort(queueOrder)
        .map((line) => line.row.factId + line.row.agency);
    expect(order()).toEqual(['L0A', 'L2A', 'L2B', 'L10A', 'L1A']);
    expect(order({ queueDay: ({ factId }) => (factId === 'L10' ? '2021-01-01' : '2021-02-01') })[0]).toBe('L10A');
  });

  test('groups keep the order of first appearance and leave out what has no name', () => {
    expect([...groupBy(['b1', 'a1', 'x', 'b2'], (one) => (one === 'x' ? null : one.slice(0, 1)))]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });
});

describe('the same matter twice within a clause', () => {
  const duplicates = (rows: readonly Row[], bound: Bound = 'low') => {
    const lines = open(rows, {}, bound);
    strikeDuplicates(lines, 'YEAR');
    return lines;
  };
  test('the first that stands keeps it, later ones say whose duplicate they are', () => {
    const lines = duplicates([
      row('3', { name: 'x' }),
      row('2', { name: 'x' }),
      row('1', { name: 'x', holds: notMet }),
      row('4', { name: null }),
      row('5', { name: null }),
    ]);
    expect(state(lines)).toEqual(['3 DUPLICATE 0', '2 OK 100', '1 NO 0', '4 OK 100', '5 OK 100']);
    expect(lines[0]?.because).toBe('2');
  });

  test('partners of one fact are no duplicates of each other', () => {
    expect(state(duplicates([row('1', { name: 'x', shares: half }), row('1', { name: 'x', agency: 'B', shares: half })]))).toEqual([
      '1 OK 50',
      '1 OK 50',
    ]);
  });

  test('a row of another year counts as first only if it stood in its own year', () => {
    const pair = (holds: Truth, bound: Bound) =>
      state(duplicates([row('1', { name: 'x', year: notMet, holds }), row('2', { name: 'x' })], bound))[1];
    expect(pair(met, 'low')).toBe('2 DUPLICATE 0');
    expect(pair(notMet, 'low')).toBe('2 OK 100');
    expect([pair(unknown, 'low'), pair(unknown, 'high')]).toEqual(['2 DUPLICATE 0', '2 OK 100']);
  });

  test('a row refused for another reason, or open in this year, is no first, and the same name under another clause is no rival', () => {
    for (const holds of [notMet, unknown])
      expect(state(duplicates([row('1', { name: 'x', holds }), row('2', { name: 'x' })]))[1]).toBe('2 OK 100');
    const lines = [...open([row('1', { name: 'x' })]), ...open([row('2', { name: 'x' })], { key: 'other' })];
    strikeDuplicates(lines, 'YEAR');
    expect(state(lines)).toEqual(['1 OK 100', '2 OK 100']);
  });
});

describe('once-rules', () => {
  const once = (more: object = {}) => ({
    once: { says: '', within: 'agency' as const, keep: 'highest' as const, key: ({ key }: Row) => key, ...more },
  });
  const repeats = (rows: readonly Row[], more: Partial<Clause<Row>>) => {
    const lines = open(rows, more);
    strikeRepeats(lines);
    return state(lines);
  };
  test('the highest of a key stands, at equal sums the first; other keys and agencies are apart', () => {
    const rows = [
      row('1', { key: '' }),
      row('2', { key: '', yuan: 200 }),
      row('3', { key: '', yuan: 200 }),
      row('4', { key: 'x' }),
      row('5', { key: '', agency: 'B' }),
    ];
    expect(repeats(rows, once())).toEqual(['1 ONCE_ONLY 0', '2 OK 200', '3 ONCE_ONLY 0', '4 OK 100', '5 OK 100']);
    expect(repeats(rows, {})).toEqual(['1 OK 100', '2 OK 200', '3 OK 200', '4 OK 100', '5 OK 100']);
  });

  test('the first of a key stands where the rule says so, within the plan across agencies, the whole year within each', () => {
    const rows = [row('2', { key: 'x', yuan: 200, agency: 'B' }), row('1', { key: 'x' })];
    expect(repeats(rows, once({ within: 'plan', keep: 'first' }))).toEqual(['2 ONCE_ONLY 0', '1 OK 100']);
    expect(repeats(rows, once())).toEqual(['2 OK 200', '1 OK 100']);
    const yearly = rows.map((one) => ({ ...one, key: '' }));
    expect(repeats(yearly, once({ within: 'plan', keep: 'first' }))).toEqual(['2 OK 200', '1 OK 100']);
  });

  const prior = (more: Partial<Prior> = {}): Prior => ({ agency: 'A', clause: 'k', year: 2021, yuan: 1, facts: [], ...more });
  const afterPriors = (rows: readonly Row[], priors: readonly Prior[], more: Partial<Clause<Row>> = {}) => {
    const lines = open(rows, more);
    strikePriors(lines, priors, 2021);
    return state(lines);
  };
  test('a fact determined before is not supported again, nor another of its key', () => {
    const rows = [row('1', { key: 'x' }), row('2', { key: 'x' }), row('3', { key: 'y' })];
    expect(afterPriors(rows, [prior({ facts: ['1'] })])).toEqual(['1 ONCE_ONLY 0', '2 OK 100', '3 OK 100']);
    expect(afterPriors(rows, [prior({ facts: ['1'] })], once())).toEqual(['1 ONCE_ONLY 0', '2 ONCE_ONLY 0', '3 OK 100']);
    expect(afterPriors(rows, [], once())).toEqual(['1 OK 100', '2 OK 100', '3 OK 100']);
    expect(afterPriors([row('1', { holds: notMet })], [prior({ facts: ['1'] })])).toEqual(['1 NO 0']);
  });

  test('the yearly key is used up by a payment to this agency, under this clause, in this year, of anything', () => {
    const yearly = [row('1', { key: '' }), row('2', { key: 'x' })];
    const after = (more: Partial<Prior>) => afterPriors(yearly, [prior({ clause: 'z' }), prior(more)], once());
    expect(after({})).toEqual(['1 ONCE_ONLY 0', '2 OK 100']);
    for (const more of [{ agency: 'B' }, { clause: 'z' }, { year: 2020 }, { yuan: 0 }])
      expect(after(more)).toEqual(['1 OK 100', '2 OK 100']);
  });
});

describe('caps', () => {
  const cap = { cap: { limit: yuan(250), says: '上限', subject: ({ name }: Row) => name ?? '' } };
  const capped = (rows: readonly Row[], priors: readonly Partial<Prior>[] = []) => {
    const lines = [...open(rows, cap), ...open([row('z', { name: 'x' })], { key: 'other' })];
    applyCaps(
      lines,
      priors.map((one) => ({ agency: 'A', clause: 'k', year: 2021, yuan: 0, facts: [], ...one })),
      2021,
    );
    return state(lines).slice(0, rows.length);
  };
  const three = ['1', '2', '3'].map((id) => row(id, { name: 'x' }));
  test('are used up in order; the one that meets the rest exactly is not cut', () => {
    expect(capped([...three].reverse())).toEqual(['3 OK_CAPPED 50', '2 OK 100', '1 OK 100']);
    expect(capped([row('1', { name: 'x', yuan: 250 }), row('2', { name: 'x', yuan: 1 }), row('3', { name: 'y' })])).toEqual([
      '1 OK 250',
      '2 OK_CAPPED 0',
      '3 OK 100',
    ]);
    expect(capped([row('1', { name: 'x', holds: notMet, yuan: 250 }), row('2', { name: 'x', yuan: 250 })])).toEqual(['1 NO 0', '2 OK 250']);
  });

  test('a payment before whose facts are not in the file counts against every subject of that agency', () => {
    expect(capped(three, [{ yuan: 100 }])).toEqual(['1 OK 100', '2 OK_CAPPED 50', '3 OK_CAPPED 0']);
    expect(capped(three, [{ yuan: 999 }])[0]).toBe('1 OK_CAPPED 0');
    for (const more of [{ agency: 'B' }, { clause: 'z' }, { year: 2020 }])
      expect(capped(three, [{ yuan: 100, ...more }])[1]).toBe('2 OK 100');
    expect(capped([row('1', { name: 'x', yuan: 250 }), row('2', { name: 'y', yuan: 250 })], [{ yuan: 100 }])).toEqual([
      '1 OK_CAPPED 150',
      '2 OK_CAPPED 150',
    ]);
  });

  test('a payment before does not touch a subject on which that agency has no case, nor what other clauses give', () => {
    const rows = [row('1', { name: 'x', yuan: 250 }), row('2', { name: 'y', agency: 'B', yuan: 250 })];
    expect(capped(rows, [{ yuan: 100 }])).toEqual(['1 OK_CAPPED 150', '2 OK 250']);
    const lines = [...open([row('1', { name: 'x', yuan: 250 })], cap), ...open([row('2', { name: 'x', agency: 'B' })], { key: 'other' })];
    applyCaps(lines, [{ agency: 'B', clause: 'k', year: 2021, yuan: 100, facts: [] }], 2021);
    expect(state(lines)).toEqual(['1 OK 250', '2 OK 100']);
  });

  test('a payment for facts of one subject counts wholly there, for several in the parts its facts had', () => {
    const rows = [row('1', { name: 'x', yuan: 200 }), row('2', { name: 'y', yuan: 200 }), row('3', { name: 'y', yuan: 60 })];
    expect(capped(rows, [{ yuan: 100, facts: ['1'] }])).toEqual(['1 OK_CAPPED 150', '2 OK 200', '3 OK_CAPPED 50']);
    expect(capped(rows, [{ yuan: 260, facts: ['1', '3'] }])).toEqual(['1 OK_CAPPED 50', '2 OK_CAPPED 190', '3 OK_CAPPED 0']);
    expect(capped(rows, [{ yuan: 30, facts: ['1', '3'] }])).toEqual(['1 OK 200', '2 OK 200', '3 OK_CAPPED 20']);
    expect(capped(rows, [{ agency: 'B', yuan: 260, facts: ['1', '3'] }])).toEqual(['1 OK 200', '2 OK 200', '3 OK_CAPPED 50']);
  });
});
