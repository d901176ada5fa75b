import { describe, expect, test } from 'vitest';
import { type AnswerItem, determineCase } from './answer.ts';
import { readCaseFile } from './case-file.ts';
import { quickCase, quickDay, type QuickInput, type QuickWin } from './quick-case.ts';

const values = { policyFrom: '2020-08-25', policyTo: '2021-08-24', yearBasis: 'calendar' as const };
const setting = { today: '2021-03-01', values };

const nothing: QuickInput = {
  year: 2021,
  zoneSince: '2020-11-02',
  isQualified: true,
  grants: 0,
  abnormal: 'none',
  insuredLoans: 0,
  plainLoans: 0,
  securitizations: 0,
  custody: 'none',
  isRecognised: false,
  honour: 'none',
  isHonourAfterEntry: true,
  certificates: 0,
  wins: [],
  zeroClearing: null,
  doubling: null,
};
const win: QuickWin = { feeYuan: 80_000, isForeignRelated: true, hasMajorInfluence: false, isFinal: true, isClientInZone: true };

const fileOf = (input: Partial<QuickInput>) => {
  const read = readCaseFile(quickCase({ ...nothing, ...input }, setting));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.file;
};
const items = (input: Partial<QuickInput>): readonly AnswerItem[] => determineCase(fileOf(input)).items;
const item = (input: Partial<QuickInput>, clause: string) => items(input).find((one) => one.clause === clause);

describe('plain numbers as a case file', () => {
  test('nothing typed is a valid file that gives nothing', () => {
    expect(items({})).toEqual([]);
  });

  test.each([
    [70, false, 0],
    [71, true, 10_000],
    [120, true, 10_000],
    [121, true, 30_000],
    [199, true, 30_000],
    [200, true, 50_000],
  ])('%i grants', (grants, eligible, ceilingYuan) => {
    expect(item({ grants }, '9.5.tier')).toMatchObject({ eligible, ceilingYuan });
  });

  test('the grants of the campaign enterprises are among those of the year, each once', () => {
    expect(item({ grants: 71, zeroClearing: 1, doubling: 5 }, '9.5.tier')?.code).not.toBe('BELOW_THRESHOLD');
    expect(item({ grants: 70, zeroClearing: 1, doubling: 5 }, '9.5.tier')?.code).toBe('BELOW_THRESHOLD');
    expect(item({ doubling: 4 }, '9.5.campaign')).toMatchObject({ eligible: false, code: 'BELOW_THRESHOLD' });
    expect(item({ doubling: 5 }, '9.5.campaign')).toMatchObject({ eligible: true, ceilingYuan: 50_000, kind: 'voucher' });
  });

  test('a malicious finding bars both halves of item five, another finding only the second, an unknown one leaves both open', () => {
    const five = (abnormal: QuickInput['abnormal']) => items({ grants: 130, zeroClearing: 1, abnormal }).map(({ code }) => code);
    expect(five('malicious')).toEqual(['ABNORMAL_FILING', 'ABNORMAL_FILING']);
    expect(five('other')).toEqual(['OK', 'ABNORMAL_FILING']);
    expect(five('unknown')[0]).toBe('UNKNOWN');
  });

  test('loans of the scheme count one by one, plain ones only open the door for a securitisation', () => {
    expect(item({ insuredLoans: 12, plainLoans: 3 }, '9.1.loan')?.ceilingYuan).toBe(120_000);
    expect(item({ plainLoans: 1 }, '9.1.loan')?.code).toBe('NOT_INSURED_SCHEME');
    expect(item({ securitizations: 1 }, '9.1.sec')?.code).toBe('GATE_NO_LOCAL_LOAN');
    expect(item({ securitizations: 1, plainLoans: 1 }, '9.1.sec')?.ceilingYuan).toBe(100_000);
  });

  test('custody needs the recognition: yes, no and not known are three answers', () => {
    expect(item({ custody: 'full', isRecognised: true }, '9.2')?.ceilingYuan).toBe(50_000);
    expect(item({ custody: 'full', isRecognised: false }, '9.2')?.code).toBe('NO_CENTRE_RECOGNITION');
    expect(item({ custody: 'full', isRecognised: null }, '9.2')).toMatchObject({ eligible: null, missing: ['areas', 'result'] });
    expect(item({ custody: 'none', isRecognised: true }, '9.2')?.code).toBe('BELOW_THRESHOLD');
  });

  test('an honour counts by level and only after moving in', () => {
    expect(item({ honour: 'national' }, '9.3.honour')?.ceilingYuan).toBe(200_000);
    expect(item({ honour: 'municipal' }, '9.3.honour')?.code).toBe('LEVEL_NOT_COVERED');
    expect(item({ honour: 'national', zoneSince: '2021-02-01', isHonourAfterEntry: false }, '9.3.honour')?.code).toBe('BEFORE_ENTRY');
  });

  test('certificates are 10,000 yuan for each person', () => {
    expect(item({ certificates: 3 }, '9.3.cert')).toMatchObject({ ceilingYuan: 30_000, fixed: true });
  });

  test('cases won: at most the fee and 50,000; what is not known stays open', () => {
    expect(item({ wins: [win, { ...win, feeYuan: 32_000 }] }, '9.4')?.ceilingYuan).toBe(82_000);
    expect(item({ wins: [{ ...win, isFinal: false }] }, '9.4')?.code).toBe('NOT_FINAL');
    expect(item({ wins: [{ ...win, isClientInZone: false }] }, '9.4')?.code).toBe('CLIENT_NOT_IN_ZONE');
    expect(item({ wins: [{ ...win, isClientInZone: null }] }, '9.4')).toMatchObject({ eligible: null, missing: ['zone'] });
    expect(item({ wins: [{ ...win, feeYuan: null }] }, '9.4')).toMatchObject({ eligible: null, missing: ['agencyFeeYuan'] });
  });

  test('without a zone or without the qualification nothing is supported', () => {
    expect(item({ zoneSince: null, insuredLoans: 1 }, '9.1.loan')?.code).toBe('NOT_IN_ZONE');
    expect(item({ isQualified: false, insuredLoans: 1 }, '9.1.loan')?.code).toBe('NOT_QUALIFIED_AGENCY');
  });
});

describe('the day everything is taken to have happened', () => {
  const day = (year: number, today: string, zoneSince: string | null = null) => quickDay({ year, zoneSince }, { today, values });
  test('is today while the plan is in force, else the nearest day on which it is', () => {
    expect(day(2021, '2021-03-01')).toBe('2021-03-01');
    expect(day(2021, '2026-11-22')).toBe('2021-08-24');
    expect(day(2020, '2021-03-01')).toBe('2020-12-31');
    expect(day(2020, '2020-01-01')).toBe('2020-08-25');
  });

  test('waits for moving in where that still lies within the year and the plan', () => {
    expect(day(2021, '2021-03-01', '2021-05-06')).toBe('2021-05-06');
    expect(day(2021, '2021-03-01', '2021-09-01')).toBe('2021-03-01');
  });

  test('lies in the year asked about even when the plan is not in force in it', () => {
    expect(day(2023, '2026-11-22')).toBe('2023-12-31');
  });
});
