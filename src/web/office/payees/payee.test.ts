import { describe, expect, it } from 'vitest';
import type { PayeeView } from '#contract/money.ts';
import { groupedAccount, withStanding } from './payee.ts';

const payee = (id: string, more: Partial<PayeeView> = {}): PayeeView => ({
  id,
  name: '甲所',
  bank: '齐商银行',
  tail: '1234',
  isPerson: false,
  activeFrom: '2021-01-01T00:00:00Z',
  isWaiting: false,
  replaces: null,
  endedAt: null,
  ...more,
});
const standings = (rows: readonly PayeeView[]) => withStanding(rows).map(({ id, standing }) => `${id} ${standing}`);

describe('Accounts', () => {
  it('stand usable first, those that are over last', () => {
    expect(standings([payee('old', { endedAt: '2021-01-02T00:00:00Z' }), payee('new')])).toEqual(['new usable', 'old ended']);
  });

  it('that were changed show both: the new one waits, the old one is about to be replaced', () => {
    expect(standings([payee('new', { isWaiting: true, replaces: 'old' }), payee('old')])).toEqual(['new waiting', 'old replaced']);
  });

  it('are not replaced by a change that was itself given up', () => {
    expect(standings([payee('new', { replaces: 'old', endedAt: '2021-01-02T00:00:00Z' }), payee('old')])).toEqual([
      'old usable',
      'new ended',
    ]);
  });

  it('are read back in groups of four', () => {
    expect(groupedAccount('6222021603001234567')).toBe('6222 0216 0300 1234 567');
    expect(groupedAccount('6222 0216')).toBe('6222 0216');
    expect(groupedAccount('')).toBe('');
  });
});
