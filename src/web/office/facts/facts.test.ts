import { describe, expect, it } from 'vitest';
import type { Schema } from '../../ui/schema/schema.ts';
import { changesBetween, isHandingIn } from './changes.ts';
import { entryFormOf, filledPart, headlineOf, tallyOf, wordOf } from './fact.ts';
import { hashesIn, keep, readKept } from './kept.ts';
import { choicesOf, dataOf, typedOf } from './open-picks.ts';

const nullable = (inner: Schema): Schema => ({ anyOf: [inner, { type: 'null' }] });

/** A form like those of the fact kinds: typed, picked and attached fields, some of which may stay open. */
const form: Schema = {
  type: 'object',
  required: ['caseNo', 'isPatentCase', 'outcome'],
  properties: {
    caseNo: { type: 'string', title: '案号', maxLength: 60 },
    court: nullable({ type: 'string', title: '机关', maxLength: 100 }),
    clientName: nullable({ type: 'string', title: '委托企业', maxLength: 100 }),
    isPatentCase: { type: 'boolean', title: '专利案件' },
    isForeignRelated: nullable({ type: 'boolean', title: '涉外' }),
    outcome: { type: 'string', enum: ['won', 'lost'], labels: { won: { zh: '胜诉', en: 'Won' }, lost: { zh: '败诉', en: 'Lost' } } },
    level: nullable({ type: 'string', enum: ['city', 'province'], title: '级别' }),
    feeYuan: nullable({ type: 'integer', title: '代理费' }),
    shares: nullable({ type: 'array', items: { type: 'object', properties: { creditCode: { type: 'string' } } } }),
    judgmentFile: nullable({ type: 'string', widget: 'attachment', title: '裁判文书' }),
  },
};
const zh = (words: { readonly zh: string }) => words.zh;

describe('What may stay open on a fact’s form', () => {
  it('begins as “not known”, and can be taken back to it after a pick', () => {
    expect(typedOf(form)).toMatchObject({ caseNo: '', isForeignRelated: 'unknown', level: 'unknown' });
    expect(typedOf(form).isPatentCase).toBeUndefined();
    expect(choicesOf(form, zh).isForeignRelated?.options.map(({ label }) => label)).toEqual(['是', '否', '不清楚']);
    expect(Object.keys(choicesOf(form, zh))).toEqual(['isForeignRelated', 'level']);
  });

  it('is sent as nothing while open, as yes or no once picked: unknown never becomes no', () => {
    const typed = { ...typedOf(form), caseNo: '（2021）鲁03民初1号', isPatentCase: true, outcome: 'won' };
    expect(dataOf(form, typed)).toEqual({ caseNo: '（2021）鲁03民初1号', isPatentCase: true, outcome: 'won', shares: [] });
    expect(dataOf(form, { ...typed, isForeignRelated: 'false', level: 'city' })).toMatchObject({ isForeignRelated: false, level: 'city' });
  });

  it('comes back from the record as it was', () => {
    const data = {
      caseNo: 'A',
      isPatentCase: false,
      isForeignRelated: true,
      outcome: 'lost',
      level: null,
      feeYuan: 5000,
      court: null,
      shares: null,
    };
    const { shares, ...sent } = dataOf(form, typedOf(form, data));
    expect(sent).toEqual({ caseNo: 'A', isPatentCase: false, isForeignRelated: true, outcome: 'lost', feeYuan: 5000 });
    expect(shares).toEqual([]);
  });
});

describe('A corrected fact', () => {
  it('shows each field that differs with its old value, in the form’s order', () => {
    const before = { caseNo: 'A', feeYuan: 5000, isForeignRelated: null, judgmentFile: 'a'.repeat(64) };
    const after = { caseNo: 'A', feeYuan: 6000, isForeignRelated: false, judgmentFile: 'a'.repeat(64) };
    expect(changesBetween(form, before, after).map(({ name, before: was, after: is }) => [name, was, is])).toEqual([
      ['isForeignRelated', null, false],
      ['feeYuan', 5000, 6000],
    ]);
  });

  it('explains itself where documents are handed in and nothing else is touched', () => {
    const file = 'c'.repeat(64);
    expect(isHandingIn(changesBetween(form, { judgmentFile: null }, { judgmentFile: file }))).toBe(true);
    expect(isHandingIn(changesBetween(form, { judgmentFile: 'd'.repeat(64) }, { judgmentFile: file }))).toBe(false);
    expect(isHandingIn(changesBetween(form, { feeYuan: null }, { judgmentFile: file, feeYuan: 1 }))).toBe(false);
    expect(isHandingIn([])).toBe(false);
  });

  it('does not count open written in another way as a change', () => {
    expect(changesBetween(form, { court: null, shares: null }, { court: '', shares: [] })).toEqual([]);
  });
});

describe('A document that a claim needs', () => {
  it('says so on the form, without becoming a must', () => {
    const evidence = [{ field: 'judgmentFile', title: '裁判文书', isRequired: true }];
    const shown = entryFormOf({ form: form as never, evidence });
    expect(shown.properties?.judgmentFile?.help?.zh).toContain('申领时必需');
    expect(shown.properties?.court?.help).toBeUndefined();
    expect(shown.required).not.toContain('judgmentFile');
  });
});

describe('A fact in a list', () => {
  const view = { matter: 'M-1', data: { caseNo: '（2021）1号', court: null, clientName: '稷门公司', outcome: 'won' } };

  it('is called by the first things its form asks for, or by its matter', () => {
    expect(headlineOf(form, view, 'zh')).toBe('（2021）1号 · 稷门公司');
    expect(headlineOf(form, { matter: 'M-1', data: { outcome: 'won' } }, 'en')).toBe('Won');
    expect(headlineOf({}, view, 'zh')).toBe('M-1');
  });

  it('is confirmed only where somebody answered; nobody’s word is missing where nobody is asked', () => {
    const said = { organisationName: '甲', personName: '乙', isConfirmed: true, remark: '', at: '' };
    expect(wordOf({ standing: 'stands', confirmations: [] })).toBe('not_asked');
    expect(wordOf({ standing: 'stands', confirmations: [said] })).toBe('confirmed');
    expect(wordOf({ standing: 'disputed', confirmations: [said] })).toBe('disputed');
  });

  it('is shown to the other side with what it says, “no” and zero included', () => {
    const shown = filledPart(form, { caseNo: 'A', court: '', isForeignRelated: false, feeYuan: 0, shares: [], level: null });
    expect(Object.keys(shown.properties ?? {})).toEqual(['caseNo', 'isForeignRelated', 'feeYuan']);
  });

  it('is counted by kind and by year', () => {
    const { years, of } = tallyOf([
      { year: 2020, kind: 'litigation', count: 2 },
      { year: 2021, kind: 'litigation', count: 3 },
      { year: 2021, kind: 'pledge_loan', count: 4 },
    ]);
    expect(years).toEqual([2021, 2020]);
    expect([of(null, null), of(2021, null), of(null, 'litigation'), of(2020, 'pledge_loan')]).toEqual([9, 7, 5, 0]);
  });
});

describe('What is typed and not sent', () => {
  const storage = () => {
    const held = new Map<string, string>();
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    };
  };
  const kept = { typed: { caseNo: 'A' }, reason: '', names: {}, at: '2021-06-01T00:00:00Z' };

  it('lies on the device until it is sent', () => {
    const place = storage();
    expect(keep('x', kept, place)).toBe(true);
    expect(readKept('x', place)).toEqual(kept);
    expect(readKept('y', place)).toBeNull();
    expect(keep('x', null, place)).toBe(false);
    expect(readKept('x', place)).toBeNull();
  });

  it('is nothing where the device forbids storage or holds something unreadable', () => {
    const full = {
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    expect(keep('x', kept, full)).toBe(false);
    expect(readKept('x', { getItem: () => '{broken' })).toBeNull();
    expect(readKept('x', { getItem: () => '{"typed":null,"names":{},"reason":"","at":""}' })).toBeNull();
  });

  it('finds the files chosen, whose names are kept beside them', () => {
    expect(hashesIn({ judgmentFile: 'b'.repeat(64), caseNo: 'A', feeYuan: 1 })).toEqual(['b'.repeat(64)]);
  });
});
