import { type Stop, stop } from './agenda.ts';
import { claims } from './claims-told.ts';
import type { Back } from './days.ts';
import { awaitClaim } from './steps-claims.ts';
import { answerUse, checkBatch, makeBatch, present, releaseBatch, settleBatch } from './steps-money.ts';

/** Vouchers handed in: one used up, one in part, one waiting for the company, one that the company denied. */
export function redemptions(back: Back): readonly Stop[] {
  const { campaignBefore12, custody1 } = claims;
  return [
    stop(back(12), '11:00', '兑用服务券', async (city) => {
      const whole = { of: campaignBefore12, provider: 'agency11', client: 'enterprise1', service: 'trademark', yuan: 10_000 };
      await present(city, { key: 'use-1', ...whole });
      await present(city, { key: 'use-2', of: custody1, provider: 'agency2', client: 'enterprise9', service: 'patent', yuan: 18_000 });
      await present(city, {
        key: 'use-3',
        of: custody1,
        provider: 'agency5',
        client: 'enterprise9',
        service: 'search_analysis',
        yuan: 6_000,
      });
    }),
    stop(back(11), '11:00', '企业确认服务', (city) => answerUse(city, 'use-1', 'enterprise1', ['confirm'])),
    stop(back(11), '11:00', '企业确认服务', (city) => answerUse(city, 'use-2', 'enterprise9', ['confirm'])),
    stop(back(11), '11:30', '企业否认服务', (city) =>
      answerUse(city, 'use-3', 'enterprise9', ['deny', { reason: '本企业没有委托过这项检索，也没有收到报告。' }]),
    ),
    stop(back(9), '11:00', '市中心结算', async (city) => {
      await answerUse(city, 'use-1', 'officer1', ['settle']);
      await answerUse(city, 'use-2', 'officer1', ['settle']);
    }),
    stop(back(2), '10:30', '兑用服务券', (city) =>
      present(city, {
        key: 'use-4',
        of: custody1,
        provider: 'agency5',
        client: 'enterprise10',
        service: 'navigation_warning',
        yuan: 9_000,
      }),
    ),
  ];
}

/** Three batches: one settled, one with the bank, one to be checked. The use of the first voucher waits to be taken into one. */
export function payments(back: Back): readonly Stop[] {
  const { tierBefore1, tierBefore3, loan1, loan3, certificates3, certificate4, loan12 } = claims;
  const first = [tierBefore1, tierBefore3, loan1, loan3, certificates3];
  return [
    stop(back(13), '14:00', '编制第一批', (city) =>
      makeBatch(
        city,
        'batch-1',
        first.map(({ key }) => key),
      ),
    ),
    stop(back(13), '15:00', '复核第一批', (city) => checkBatch(city, 'batch-1')),
    stop(back(13), '16:00', '付出第一批', (city) => releaseBatch(city, 'batch-1')),
    stop(back(11), '16:00', '登记第一批回单', (city) => settleBatch(city, 'batch-1')),
    stop(back(11), '16:30', '第一批到账', async (city) => {
      for (const claim of first) await awaitClaim(city, claim);
    }),
    stop(back(3), '16:00', '编制第二批', (city) => makeBatch(city, 'batch-2', [certificate4.key, 'use-2'])),
    stop(back(3), '16:30', '复核第二批', (city) => checkBatch(city, 'batch-2')),
    stop(back(2), '09:30', '付出第二批', (city) => releaseBatch(city, 'batch-2')),
    stop(back(1), '14:30', '编制第三批', (city) => makeBatch(city, 'batch-3', [loan12.key])),
  ];
}
