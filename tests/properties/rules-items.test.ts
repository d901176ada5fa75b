import { describe, expect, test } from 'vitest';
import { fen } from '#core/kernel/money.ts';
import type { Bound, Clause } from '#core/policy/clause.ts';
import { displace, itemOf, itemsOf, keepHigher, keepOneItem, totalsOf } from '#core/policy/items.ts';
import { type Line, openLines, type Prior, strikePriors } from '#core/policy/lines.ts';
import { strikeSameMatter } from '#core/policy/matters.ts';
import { notMet } from '#core/policy/truth.ts';
import { clause, half, open, type Row, row, state } from './made-up-clause.ts';

describe('items', () => {
  const itemFor = (rows: readonly Row[], more: Partial<Clause<Row>> = {}, bound: Bound = 'low') => itemOf(open(rows, more, bound));
  test('sum what stands; a cut shows, a hold shows, what fell does not count', () => {
    const lines = open([row('1'), row('2', { isHeld: true }), row('3', { holds: notMet })]);
    expect(itemOf(lines)).toMatchObject({
      eligible: true,
      code: 'OK',
      ceiling: 20_000,
      uncapped: 20_000,
      isHeld: true,
      isDisplaced: false,
    });
    (lines[0] as Line<Row>).code = 'OK_CAPPED';
    (lines[0] as Line<Row>).amount = fen(1);
    expect(itemOf(lines)).toMatchObject({ code: 'OK_CAPPED', ceiling: 10_001, uncapped: 20_000 });
    expect(itemFor([row('1'), row('2', { holds: notMet, isHeld: true })]).isHeld).toBe(false);
  });

  test('where nothing stands the line that came furthest names the reason', () => {
    const codeOf = (...codes: readonly string[]) => {
      const lines = open(
        codes.map((code, i) => row(String(i), code === 'YEAR' ? { year: notMet } : code === 'NO' ? { holds: notMet } : {})),
      );
      lines.forEach((line, i) => void (line.code = codes[i] ?? ''));
      const { code, eligible, isDisplaced } = itemOf(lines);
      return [code, eligible, isDisplaced];
    };
    expect(codeOf('YEAR', 'NO')).toEqual(['NO', false, false]);
    expect(codeOf('NO', 'DUPLICATE', 'YEAR')).toEqual(['DUPLICATE', false, false]);
    expect(codeOf('DUPLICATE', 'UNKNOWN', 'NO')).toEqual(['UNKNOWN', null, false]);
    expect(codeOf('UNKNOWN', 'SAME_MATTER', 'DUPLICATE')).toEqual(['SAME_MATTER', false, true]);
    expect(codeOf('SAME_MATTER', 'ONCE_ONLY', 'UNKNOWN')).toEqual(['ONCE_ONLY', false, true]);
    expect(codeOf('OK', 'ONCE_ONLY')).toEqual(['OK', true, false]);
  });

  test('are listed by agency and clause, and an agency without rows has none', () => {
    const [one, two] = [clause(), clause({ key: 'l' })];
    const lines = [
      ...openLines(two, [row('2')], () => 'low' as const),
      ...openLines(one, [row('1', { agency: 'B' }), row('3')], () => 'low' as const),
    ];
    expect(itemsOf(lines, ['A', 'B', 'C'], [one, two]).map((item) => `${item.agency} ${item.clause.key} ${item.lines.length}`)).toEqual([
      'A k 1',
      'A l 1',
      'B k 1',
    ]);
  });

  const pairOf = (a: number, b: number, more: Partial<Row> = {}) =>
    keepHigher(
      [itemFor([row('1', { yuan: a })], { key: 'a', cite: '甲' }), itemFor([row('2', { yuan: b, ...more })], { key: 'b', cite: '乙' })],
      ['a', 'b'],
    );
  const sums = (items: readonly { readonly code: string; readonly ceiling: number }[]) =>
    items.map(({ code, ceiling }) => `${code} ${ceiling / 100}`);
  test('of a pair the higher stands, at equal sums the first, per agency, and only against one that stands', () => {
    expect(sums(pairOf(1, 2))).toEqual(['ONCE_ONLY 0', 'OK 2']);
    expect(sums(pairOf(2, 2))).toEqual(['OK 2', 'ONCE_ONLY 0']);
    expect(pairOf(2, 1)[1]?.lines[0]?.because).toBe('甲');
    expect(sums(pairOf(1, 2, { agency: 'B' }))).toEqual(['OK 1', 'OK 2']);
    expect(sums(pairOf(1, 2, { holds: notMet }))).toEqual(['OK 1', 'NO 0']);
    const barred = [itemFor([row('1', { holds: notMet })], { key: 'a' }), itemFor([row('2', { yuan: 0 })], { key: 'b' })];
    expect(sums(keepHigher(barred, ['a', 'b']))).toEqual(['NO 0', 'OK 0']);
    expect(sums(keepHigher([itemFor([row('1')], { key: 'c' }), itemFor([row('2')], { key: 'a' })], ['a', 'b']))).toEqual([
      'OK 100',
      'OK 100',
    ]);
  });

  test('one numbered item a year: the highest, at equal sums the first, or the one fixed before', () => {
    const all = () => [
      itemFor([row('1', { yuan: 2 })], { key: 'a', item: '1' }),
      itemFor([row('2', { yuan: 2 })], { key: 'b', item: '1' }),
      itemFor([row('3', { yuan: 4 })], { key: 'c', item: '2' }),
      itemFor([row('4', { agency: 'B', yuan: 1 })], { key: 'c', item: '2' }),
    ];
    expect(sums(keepOneItem(all(), () => null))).toEqual(['OK 2', 'OK 2', 'ONCE_ONLY 0', 'OK 1']);
    expect(sums(keepOneItem(all(), (agency) => (agency === 'A' ? '2' : null)))).toEqual(['ONCE_ONLY 0', 'ONCE_ONLY 0', 'OK 4', 'OK 1']);
  });

  test('a displaced item keeps its refused lines as they were, and one that does not stand is left alone', () => {
    const item = displace(itemFor([row('1'), row('2', { holds: notMet })]), '另一项');
    expect(item.lines.map(({ code, because }) => [code, because])).toEqual([
      ['ONCE_ONLY', '另一项'],
      ['NO', null],
    ]);
    const refused = itemFor([row('2', { holds: notMet })]);
    expect(displace(refused, '另一项')).toBe(refused);
  });

  test('totals keep cash and vouchers apart and leave out what is not supported', () => {
    const items = [
      itemFor([row('1', { yuan: 1 })]),
      itemFor([row('2', { yuan: 2 })], { paidAs: 'voucher' }),
      itemFor([row('3', { yuan: 4, agency: 'B' })]),
      { ...itemFor([row('4', { yuan: 8 })]), eligible: null },
    ];
    expect(totalsOf(items, ['A', 'B', 'C'])).toEqual({
      A: { cash: 1, voucher: 2, total: 3 },
      B: { cash: 4, voucher: 0, total: 4 },
      C: { cash: 0, voucher: 0, total: 0 },
    });
  });
});

describe('one matter under several clauses', () => {
  const matterLines = (...rows: readonly Row[]) =>
    rows.map((one, i) => open([{ ...one, matters: one.matters.length > 0 ? one.matters : ['M'] }], { key: 'abc'[i] ?? '' })).flat();
  test('the higher stands, parts of partners counted together', () => {
    const lines = [
      ...matterLines(row('1', { yuan: 150 })),
      ...openLines(
        clause({ key: 'b' }),
        half.map(({ agency }) => row('2', { agency, shares: half, yuan: 200, matters: ['M'] })),
        () => 'low' as const,
      ),
    ];
    const lost = strikeSameMatter(lines, [], { choice: 'highest' });
    expect(state(lines)).toEqual(['1 SAME_MATTER 0', '2 OK 100', '2 OK 100']);
    expect(lost.map(({ line, matter }) => `${line.row.factId} ${matter} ${line.because}`)).toEqual(['1 M 2']);
  });

  test('the fact put first stands whatever its sum, in its own matter only', () => {
    const lines = matterLines(row('1'), row('2', { yuan: 1 }));
    strikeSameMatter(lines, [], { choice: 'highest', preferred: new Map([['M', '2']]) });
    expect(state(lines)).toEqual(['1 SAME_MATTER 0', '2 OK 1']);
    const others = matterLines(row('1'), row('2', { yuan: 1 }));
    strikeSameMatter(others, [], { choice: 'highest', preferred: new Map([['N', '2']]) });
    expect(state(others)).toEqual(['1 OK 100', '2 SAME_MATTER 0']);
  });

  const before = (more: Partial<Prior> = {}): Prior => ({ agency: 'A', clause: 'a', year: 2021, yuan: 1, facts: ['1'], ...more });
  const decided = (prior: Prior, choice: 'highest' | 'first_determined', ...rows: readonly Row[]) => {
    const lines = matterLines(...rows);
    strikePriors(lines, [prior], 2021);
    strikeSameMatter(lines, [prior], { choice });
    return lines;
  };
  test('paid before: the rest is topped up, or nothing is left, or the matter is closed', () => {
    expect(state(decided(before(), 'highest', row('1'), row('2', { yuan: 101 })))).toEqual(['1 ONCE_ONLY 0', '2 OK_CAPPED 1']);
    const spent = decided(before(), 'highest', row('1'), row('2', { yuan: 100 }));
    expect([state(spent)[1], spent[1]?.because]).toEqual(['2 SAME_MATTER 0', '1']);
    const closed = decided(before(), 'first_determined', row('1'), row('2', { yuan: 900 }), row('3', { yuan: 1 }));
    expect(state(closed).slice(1)).toEqual(['2 SAME_MATTER 0', '3 SAME_MATTER 0']);
    expect(closed[1]?.because).toBe('1');
  });

  test('a payment of nothing, of another clause or for other facts settles no matter', () => {
    for (const more of [{ yuan: 0 }, { clause: 'z' }, { facts: ['9'] }]) {
      expect(state(decided(before(more), 'first_determined', row('1', { holds: notMet }), row('2')))[1]).toBe('2 OK 100');
    }
  });

  test('a top-up is taken from the lead first, then from the partners', () => {
    const lines = [
      ...matterLines(row('1', { yuan: 60 })),
      ...openLines(
        clause({ key: 'b' }),
        half.map(({ agency }) => row('2', { agency, shares: half, yuan: 100, matters: ['M'] })),
        () => 'low' as const,
      ),
    ];
    strikePriors(lines, [before()], 2021);
    strikeSameMatter(lines, [before()], { choice: 'highest' });
    expect(state(lines).slice(1)).toEqual(['2 SAME_MATTER 0', '2 OK_CAPPED 40']);
    const less = [
      ...matterLines(row('1', { yuan: 20 })),
      ...openLines(
        clause({ key: 'b' }),
        half.map(({ agency }) => row('2', { agency, shares: half, yuan: 100, matters: ['M'] })),
        () => 'low' as const,
      ),
    ];
    strikePriors(less, [before()], 2021);
    strikeSameMatter(less, [before()], { choice: 'highest' });
    expect(state(less).slice(1)).toEqual(['2 OK_CAPPED 30', '2 OK 50']);
  });

  test.each(['highest', 'first_determined'] as const)('at equal sums and days the clause named first keeps the matter (%s)', (choice) => {
    const of = (key: string, id: string, matter: string) =>
      openLines(clause({ key }), [row(id, { matters: [matter] })], () => 'low' as const);
    const lines = [...of('a', '1', 'N'), ...of('b', '2', 'M'), ...of('a', '3', 'M')];
    strikeSameMatter(lines, [], { choice });
    expect(state(lines)).toEqual(['1 OK 100', '2 SAME_MATTER 0', '3 OK 100']);
  });

  test('matters are settled by name, one after the other', () => {
    const lines = matterLines(
      row('1', { matters: ['N'], yuan: 50 }),
      row('2', { matters: ['N', 'M'], yuan: 100 }),
      row('3', { matters: ['M'], yuan: 200 }),
    );
    strikeSameMatter(lines, [], { choice: 'highest' });
    expect(state(lines)).toEqual(['1 OK 50', '2 SAME_MATTER 0', '3 OK 200']);
  });
});
