import { describe, expect, it } from 'vitest';
import { addDays, businessDate, weekdayOf } from '#core/kernel/dates.ts';
import { readCreditCode } from '#core/kernel/credit-code.ts';
import { readPatentNumber } from '#core/kernel/patent-number.ts';
import { contract } from '#contract/index.ts';
import { factKinds } from '#policy/zibo-2020/fact-kinds/index.ts';
import { mainSpan } from './evidence.ts';
import { csvOf, faultyRows, grantLists, grantRows } from './grants.ts';
import { pdfOf } from './pdf.ts';
import { pngOf } from './png.ts';
import { casesWon } from './wins.ts';

const today = businessDate('2026-11-22');
const span = mainSpan(today);
const lists = grantLists(span);
const rowsOf = (agency: string, which: 'main' | 'before' = 'main') => {
  const list = lists[which].find((one) => one.agency === agency);
  return list ? grantRows(list) : [];
};
const inCity = (agency: string) => rowsOf(agency).filter(({ 地址 }) => 地址.startsWith('山东省淄博市')).length;

describe('grants of the demonstration', () => {
  it('every number is an invention with a true check digit and is granted once', () => {
    const rows = [...lists.main, ...lists.before].flatMap(grantRows);
    for (const row of rows) {
      const reading = readPatentNumber(row.申请号);
      expect(reading.ok && reading.number?.kind).toBe('invention');
      expect(reading.number?.year).toBeLessThan(Number(row.授权公告日.slice(0, 4)));
    }
    expect(new Set(rows.map(({ 申请号 }) => 申请号)).size).toBe(rows.length);
  });

  it('is announced on Tuesdays and Fridays of its year, before the day it is reported', () => {
    for (const list of [...lists.main, ...lists.before]) {
      for (const row of grantRows(list)) {
        expect([2, 5]).toContain(weekdayOf(businessDate(row.授权公告日)));
        expect(row.授权公告日 >= list.from && row.授权公告日 <= list.to).toBe(true);
        expect(row.授权公告日 < today).toBe(true);
      }
    }
  });

  it('puts one agency above 200, one above 120, one just below 121 and one three short of 71', () => {
    const counts = ['agency1', 'agency2', 'agency3', 'agency4'].map(inCity);
    expect(counts).toEqual([226, 152, 119, 68]);
  });

  it('stays below what the whole city is granted in a year', () => {
    expect(lists.main.reduce((sum, list) => sum + list.inCity, 0)).toBeLessThan(1084);
  });

  it('has owners elsewhere that do not count', () => {
    for (const { agency, inCity: count, elsewhere } of lists.main) {
      expect(rowsOf(agency)).toHaveLength(count + elsewhere);
      expect(inCity(agency)).toBe(count);
    }
  });

  it('the faulty list has good rows and rows with different faults', () => {
    const list = lists.main.find(({ agency }) => agency === 'agency12');
    const rows = list ? faultyRows(list) : [];
    const unreadable = rows.filter(({ 申请号 }) => !readPatentNumber(申请号).ok);
    expect(rows).toHaveLength(11);
    expect(unreadable).toHaveLength(3);
    expect(rows.filter(({ 地址 }) => 地址 === '')).toHaveLength(1);
    expect(new Set(rows.map(({ 申请号 }) => 申请号)).size).toBe(10);
  });

  it('the same seed gives the same bytes', () => {
    for (const list of lists.main) expect(csvOf(grantRows(list))).toEqual(csvOf(grantRows(list)));
  });

  it.each(['2026-01-02', '2026-02-28', '2026-03-02', '2027-01-01', '2027-02-27', '2027-10-03', '2028-02-29'])(
    'there are grants whatever the day: %s',
    (day) => {
      const other = grantLists(mainSpan(businessDate(day)));
      for (const list of [...other.main, ...other.before]) {
        const rows = grantRows(list);
        expect(rows).toHaveLength(list.inCity + list.elsewhere);
        expect(rows.every((row) => row.授权公告日 <= addDays(businessDate(day), -6))).toBe(true);
      }
    },
  );
});

describe('other evidence', () => {
  it('cases fit what the API takes and name clients with true codes', () => {
    for (const { body } of casesWon(span.mainFrom, span.mainTo)) {
      expect(contract.addFact?.body?.safeParse(body).error).toBeUndefined();
      expect(factKinds[body.kind].form.safeParse(body.data).error).toBeUndefined();
      expect(readCreditCode(String(body.data.clientCode)).ok).toBe(true);
    }
  });

  it('a PDF begins and ends like one, and its table points at its objects', () => {
    const text = new TextDecoder().decode(pdfOf(['One (1)', 'two']));
    expect(text.startsWith('%PDF-1.4')).toBe(true);
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
    offsets.forEach((offset, i) => expect(text.slice(offset).startsWith(`${i + 1} 0 obj`)).toBe(true));
    expect(() => pdfOf(['稷下'])).toThrow(RangeError);
  });

  it('a PNG carries its signature and size, the same bytes each time', () => {
    const bytes = pngOf(3);
    expect(Array.from(bytes.slice(0, 8))).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(bytes).toEqual(pngOf(3));
    expect(bytes).not.toEqual(pngOf(4));
  });
});
