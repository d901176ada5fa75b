import type pg from 'pg';
import { checkBooks } from '../../tools/books.ts';

/** What else must hold of the money, beside the books themselves: reliability.md, I4 to I6. Each gives a text `fault` a row. */
const others: Readonly<Record<string, string>> = {
  'I4 one live claim per matter, agency and clause': `
    select format('%s %s is held %s times by one agency', kind, matter, count(*)) as fault from matter_hold
      where released_at is null group by agency, clause, kind, matter having count(*) > 1`,
  'I4 one live claim per agency, clause and year': `
    select format('%s live claims of one agency, clause %s, year %s', count(*), data->>'clause', data->>'year') as fault from kase
      where process = 'claim' and state in ('draft', 'filed', 'returned', 'checked', 'proposed', 'refusal_proposed', 'noticed', 'determination')
      group by owner, data->>'clause', data->>'year' having count(*) > 1`,
  'I5 at most 200,000 yuan a year for court cases': `
    select format('%s fen under 9.4 in %s', sum(amount), year) as fault from support s
      where clause = '9.4' and not exists (select from support_end e where e.kase = s.kase) group by agency, year having sum(amount) > 20000000`,
  'I6 a voucher is used for no more than it is worth': `
    select format('voucher %s of %s fen: %s presented, %s left', v.number, v.value, u.used, coalesce(a.balance, 0)) as fault
      from voucher v left join ledger_account a on a.key = 'voucher/' || v.id,
        lateral (select coalesce(sum(amount), 0) as used from voucher_use x join kase k on k.id = x.kase and k.state <> 'returned' where x.voucher = v.id) u
      where u.used > v.value or v.ended_at is null and u.used + coalesce(a.balance, 0) <> v.value or v.ended_at is not null and coalesce(a.balance, 0) > 0`,
  'what claims have reserved is what the ledger has reserved': `
    select format('%s/%s: claims %s fen, ledger %s fen', coalesce(c.year, a.year), coalesce(c.item, a.item), coalesce(c.reserved, 0), coalesce(a.balance, 0)) as fault
      from (select year, item, sum(reserved) as reserved from commitment where state = 'live' group by year, item) c
        full join (select year, item, balance from ledger_account where kind = 'reserved') a on a.year = c.year and a.item = c.item
      where coalesce(c.reserved, 0) <> coalesce(a.balance, 0)`,
};

/** Everything that is wrong with the money in a database, in words; nothing when all is well. */
export async function faultsIn(owner: pg.Client): Promise<readonly string[]> {
  const faults = (await checkBooks(owner)).flatMap(({ name, faults: found }) => found.map((fault) => `${name}: ${fault}`));
  for (const [name, sql] of Object.entries(others)) {
    const { rows } = await owner.query<{ fault: string }>(sql);
    faults.push(...rows.map(({ fault }) => `${name}: ${fault}`));
  }
  return faults;
}
