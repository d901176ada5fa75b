import { expect, request, test } from '@playwright/test';
import { demoAccounts } from '#demo/accounts.ts';
import { books } from './books.ts';

type Duty = { readonly process: string; readonly event: string; readonly summary: string };

/** What waits at each desk of the demonstration of the life of its zones. */
const desks = [
  ['builder1', 'recommendation', 'supply', '稷门'],
  ['builder16', 'rectification', 'save_report', '赤窑'],
  ['builder16', 'recognition', 'fill_in', '赤窑'],
  ['gaoxin.review', 'plan', 'county_check', '岱青'],
  ['gaoxin.sign', 'recognition', 'county_sign', '岱青'],
  ['huantai.sign', 'plan', 'endorse', '莲汀'],
  ['officer1', 'recognition', 'draw_panel', '莲汀'],
  ['officer2', 'plan', 'centre_check', '赤窑'],
  ['approver1', 'plan', 'consent', '稷门'],
  ['approver2', 'bonus', 'confirm', '加分名单'],
  ['expert5', 'recognition', 'seal_sheet', '稷门'],
  ['expert7', 'recognition', 'declare_clear', '稷门'],
] as const;

test('每个身份的待办里都有一件示范区这一年的事 @desktop', async ({ baseURL }) => {
  const password = demoAccounts[0]?.password ?? '';
  for (const [username, process, event, matter] of desks) {
    const context = await request.newContext(baseURL === undefined ? {} : { baseURL });
    const duties = async () => {
      const signedIn = await context.post('/api/session', { data: { username, password } });
      const answer = await context.get('/api/duties');
      expect([signedIn.status(), answer.status()], username).toEqual([200, 200]);
      return ((await answer.json()) as { rows: readonly Duty[] }).rows;
    };
    // A server that has just loaded the city may say for a moment that it is busy.
    await expect(async () => {
      const about = (await duties()).filter((one) => one.process === process && one.summary.includes(matter));
      expect(
        about.map((one) => one.event),
        `${username}: ${process}`,
      ).toContain(event);
    }).toPass({ timeout: 15_000 });
    await context.dispose();
  }
});

test('载入的示范城市账目相符：独立的核对没有发现，故意错一分就发现 @desktop', async () => {
  const { faults, planted, entries } = await books();
  expect(faults).toEqual([]);
  expect(planted).not.toEqual([]);
  expect(Object.keys(entries)).toEqual(expect.arrayContaining(['appropriate', 'grant_cash', 'issue_voucher', 'confirm_paid']));
});
