import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bookChecks, checkBooks, plantDrift } from '../../tools/books.ts';
import * as entries from '#core/ledger/entries.ts';
import { ask, emptyLedger, openLedger } from '../reliability/ledger-real.ts';
import { story, tellStory } from '../reliability/ledger-story.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const real = await openLedger(database);
afterAll(real.close);
beforeEach(async () => {
  await emptyLedger(real);
  const { journal } = await tellStory(real);
  const last = journal.at(-1);
  if (!last) throw new Error('the story is empty');
  await ask(real, { entry: entries.reversalOf(last.entry), kase: null, reverses: last.id, office: 'centre_approver' });
});

const run = (...args: readonly string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const program = path.join(import.meta.dirname, '../../tools/books.ts');
    const env = { ...process.env, DATABASE_URL: database.ownerUrl };
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: `${stdout}${stderr}` }),
    );
  });

/** The checks that find something after `sql`, written past every trigger; all of it is undone. */
async function redAfter(sql: string): Promise<readonly string[]> {
  await real.owner.query(`begin; set local session_replication_role = replica; ${sql}`);
  const results = await checkBooks(real.owner);
  await real.owner.query('rollback');
  return results.filter(({ faults }) => faults.length > 0).map(({ name }) => name);
}

const inStory = (kind: string) => `(select id from journal where kind = '${kind}')`;
const account = (key: string) => `(select id from ledger_account where key = '${key}')`;

describe('The check of the books', () => {
  it('finds nothing after a whole story and a reversal', async () => {
    expect((await checkBooks(real.owner)).map(({ name, faults }) => [name, faults])).toEqual(bookChecks.map(({ name }) => [name, []]));
  });

  it.each([
    [
      'a posting is a fen more',
      `update posting set amount = amount + 1 where journal = ${inStory('reserve')} and side = 'debit'`,
      ['I1', 'I3'],
    ],
    ['a posting is gone', `delete from posting where journal = ${inStory('pay_out')} and side = 'debit'`, ['I1', 'I3']],
    ['an entry has no postings', `delete from posting where journal = ${inStory('confirm_paid')}`, ['I1', 'I3']],
    [
      'one book of an entry is gone',
      `delete from posting where journal = ${inStory('issue_voucher')} and account in (${account('granted/2020/9.4')}, ${account('voucher/v1')})`,
      ['I3'],
    ],
    [
      'the books move different amounts',
      `update posting set amount = amount + 1 where journal = ${inStory('issue_voucher')} and account in (${account('granted/2020/9.4')}, ${account('voucher/v1')})`,
      ['I1', 'I3'],
    ],
    ['a budget line has a fen more', `update ledger_account set balance = balance + 1 where key = 'available/2020/9.4'`, ['I2', 'I3']],
    [
      'a fen is spent that nobody was granted',
      `update ledger_account set balance = balance + 1 where key = 'spent/2020/9.4'; update ledger_account set balance = balance - 1 where key = 'available/2020/9.4'`,
      ['I3', 'B'],
    ],
    ['somebody is owed a fen more', `update ledger_account set balance = balance + 1 where key = 'payable/p1'`, ['I3', 'T']],
    [
      'a fen moves from one payee to another',
      `update ledger_account set balance = balance + case key when 'payable/p1' then 1 else -1 end where key in ('payable/p1', 'in_transit/b1')`,
      ['I3'],
    ],
    [
      'a statement does not add up',
      `update posting set balance_after = balance_after + 1 where journal = ${inStory('reserve')} and side = 'debit'`,
      ['I3'],
    ],
    [
      'a whole entry is gone with its balances',
      `delete from posting where journal = ${inStory('demand_back')}; delete from journal where kind = 'demand_back'`,
      ['I3', 'R'],
    ],
    ['a reversal is of another amount', `update posting set amount = amount - 1 where journal = ${inStory('reversal')}`, ['I3', 'R']],
    [
      'a reversal is called something else',
      `alter table journal drop constraint journal_check; update journal set kind = 'reserve' where reverses is not null`,
      ['R'],
    ],
    [
      'an entry is undone twice',
      `alter table journal drop constraint journal_reverses_key; insert into journal (id, kind, reverses, at, office) select gen_random_uuid(), kind, reverses, at, office from journal where kind = 'reversal'`,
      ['I1', 'R'],
    ],
  ])('turns red when %s', async (_what, sql, red) => {
    expect(await redAfter(sql)).toEqual(red);
  });

  it('turns red for one fen planted anywhere', async () => {
    for (let times = 0; times < 10; times += 1) {
      await real.owner.query('begin');
      await plantDrift(real.owner);
      const results = await checkBooks(real.owner);
      await real.owner.query('rollback');
      expect(results.filter(({ faults }) => faults.length > 0).map(({ name }) => name)).toContain('I3');
    }
  });

  it('is a program that ends well over clean books and prints what stands in them', async () => {
    const { code, output } = await run();
    expect(output).toContain(`分录 ${story.length + 1} 笔`);
    expect(output).toMatch(/2020\s+9\.4\s+100\.00\s+20\.00\s+20\.00\s+60\.00\s+60\.00/);
    expect(output.match(/✓/g)).toHaveLength(bookChecks.length);
    expect(code).toBe(0);
  });

  it('is a program that ends badly and names the account over a planted fen, and leaves none behind', async () => {
    const { code, output } = await run('--break');
    expect(code).toBe(1);
    expect(output).toMatch(/账户\S+余额\d+分，记账行合计\d+分/);
    expect((await run()).code).toBe(0);
  });

  it('says how it is used, and that it can not reach a database', async () => {
    expect(await run('--fix')).toMatchObject({ code: 2, output: expect.stringContaining('用法') as string });
  });
});
