import type { Entitlement, FactMap, Facts, LineFact } from '#core/process/facts.ts';

const entry = (id: string, matter: string) => ({
  id,
  kind: 'litigation',
  title: `判决${matter}`,
  validOn: '2021-02-10',
  matters: [{ kind: 'litigation', matter }],
  files: [],
  missing: [] as string[],
  confirmation: 'confirmed' as const,
});

/** What the engine gives in the stories of claims: two won cases, 50,000 yuan in money. */
export const entitled = (more: Partial<Entitlement> = {}): Entitlement => ({
  eligible: true,
  code: 'OK',
  says: '符合条件',
  ceiling: 5_000_000 as Entitlement['ceiling'],
  paidAs: 'cash',
  isFixed: false,
  isHeld: false,
  missing: [],
  before: 0 as Entitlement['before'],
  waits: null,
  entries: [entry('f-1', 'M-1'), entry('f-2', 'M-2')],
  recipients: [],
  zone: { id: 'zone-1', name: '东园' },
  unconfirmed: [],
  hash: 'h1',
  ...more,
});

/** The same, with something about its first fact. */
export const entitledWith = (more: Partial<Entitlement['entries'][number]>, rest: Partial<Entitlement> = {}): Entitlement =>
  entitled({ entries: entitled().entries.map((one, i) => (i === 0 ? { ...one, ...more } : one)), ...rest });

/** A budget line that has all the money in the world. */
export const line = (more: Partial<Record<keyof LineFact, unknown>> = {}): LineFact =>
  ({
    line: { year: 2021, item: '9.4' },
    appropriated: 0,
    available: 0,
    reserved: 0,
    spent: 0,
    unfunded: 0,
    asked: 0,
    askedFixed: 0,
    waiting: 0,
    rate: null,
    ...more,
  }) as LineFact;

/** What has still to come back of a paid claim, in fen. */
export const repaid = (demanded: number) => ({ open: 0, paid: 5_000_000, demanded }) as FactMap['payments'];

export const account = {
  id: '11111111-1111-4111-8111-111111111111',
  name: '甲公司',
  bank: '银行',
  tail: '2222',
  isPerson: false,
  isWaiting: false,
} as const;

/** Everything a claim asks, with nothing in its way. */
export const facts: Facts = {
  readings: { runOffUntil: '2021-12-31', policyTo: '2021-08-24', voucherMonths: 12, barMonthsMaximum: 36 },
  entitlement: entitled(),
  checkedEntitlement: entitled(),
  organisation: { name: '甲公司', creditCode: 'X', district: '370303' },
  ownClaims: 0,
  bar: null,
  payees: [account],
  disputes: [],
  budgetLine: line(),
  similar: { count: 0, lowest: 0, median: 0, highest: 0 },
  commitment: { asked: 5_000_000, reserved: 5_000_000 } as never,
  openObjections: 0,
  upheldObjections: 0,
  payments: { open: 0, paid: 5_000_000, demanded: 0 } as never,
};

/** The declaration that fits what is given: an account for money, none for a voucher. */
export const declared = (more: Facts = {}) => ({
  payees: more.entitlement?.paidAs === 'voucher' ? [] : [account.id],
  otherSupport: 'none',
  otherSupportDetails: '',
  isTrue: true,
});

/** A check sheet that finds both facts as given. */
export const sheet = (verdict = 'met', remark = '') => ({
  entries: ['f-1', 'f-2'].map((id) => ({ id, verdict, remark })),
  excluded: [] as { kind: string; matter: string; remark: string }[],
  remark: '',
});

export const refusal = { reasons: ['evidence_insufficient'], explanation: '缺少生效证明，经补正仍未提交。' };
