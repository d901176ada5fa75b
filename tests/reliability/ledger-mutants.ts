import type pg from 'pg';

/** A ledger with one fault: `sql` makes it out of a sound one. */
export type Mutant = { readonly name: string; readonly says: string; readonly apply: (owner: pg.Client) => Promise<void> };

/** The definition of a function with one place changed. @throws Error if that place is not there exactly once: the mutant is stale. */
async function rewrite(owner: pg.Client, name: string, changes: readonly (readonly [from: string, to: string])[]): Promise<void> {
  const { rows } = await owner.query<{ text: string }>(`select pg_get_functiondef(('app.' || $1)::regproc) as text`, [name]);
  let text = rows[0]?.text ?? '';
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`app.${name} does not have just one: ${from}`);
    text = text.replace(from, () => to);
  }
  await owner.query(text);
}

const changed = (name: string, says: string, where: string, ...changes: readonly (readonly [from: string, to: string])[]): Mutant => ({
  name,
  says,
  apply: (owner) => rewrite(owner, where, changes),
});

const also = (mutant: Mutant, sql: string): Mutant => ({
  ...mutant,
  apply: async (owner) => {
    await mutant.apply(owner);
    await owner.query(sql);
  },
});

const lock = 'perform from ledger_account a join app.entry_lines(p_postings) l on l.key = a.key order by a.id for update of a;';
const condition = ' and a.balance + c.change >= 0';
const noCheck = 'alter table ledger_account drop constraint ledger_account_balance_check';
const noProof = 'drop trigger balances on posting; drop trigger balances on journal';
const withoutFault: readonly [string, string] = ['if v_fault is not null then', 'if false then'];

/** Faults that somebody could build in, each of which the model must find. */
export const mutants: readonly Mutant[] = [
  changed('no-condition', 'the update takes what is not there and the check constraint throws', 'post_entry', [condition, '']),
  also(
    changed('overdraft', 'neither the update nor the table minds a balance below zero', 'post_entry', [condition, '']),
    `${noCheck}; alter table posting drop constraint posting_balance_after_check`,
  ),
  changed(
    'lost-update',
    'the balance is read first and written back later',
    'post_entry',
    [lock, ''],
    ['set balance = a.balance + c.change', 'set balance = c.old + c.change'],
    ['select l.*, case', 'select l.*, (select balance from ledger_account o where o.key = l.key) as old, case'],
    [condition, ' and c.old + c.change >= 0'],
  ),
  changed('lock-order', 'accounts are locked in the order in which they are named', 'post_entry', [
    'order by a.id for update',
    'order by l.line_no for update',
  ]),
  changed('no-lock', 'accounts are locked as they are updated', 'post_entry', [lock, '']),
  changed('posts-twice', 'a command that comes again is posted again', 'post_entry', [
    `perform set_config('app.posting', '', true);\n    if app.entry_equals`,
    `p_id := gen_random_uuid(); perform set_config('app.posting', p_id::text, true);
     insert into journal (id, kind, kase, at, person, office) values (p_id, p_kind, p_kase, p_at, app.person(), app.office());
   end if; if false then if app.entry_equals`,
  ]),
  changed('any-content', 'a taken id answers whatever is asked under it', 'post_entry', [
    'if app.entry_equals(p_id, p_postings, false)',
    'if true',
  ]),
  changed('any-case', 'the same id may be asked for another case', 'post_entry', ['kase is not distinct from p_kase', 'true']),
  changed('any-kind', 'kind and postings of a taken id are not compared', 'entry_equals', [
    'select not exists',
    'select true or not exists',
  ]),
  changed('always-true', 'it says posted when nothing was', 'post_entry', ['return false;', 'return true;']),
  changed('throws', 'want of money throws', 'post_entry', [`errcode = 'JX001'`, `errcode = 'JX002'`]),
  changed('half', 'what can be moved is moved, the rest is not', 'post_entry', [
    'where (select count(*) from changed) = jsonb_array_length(p_postings)',
    'where true',
  ]),
  also(
    changed('half-unproved', 'the same, and no trigger proves the balance', 'post_entry', [
      'where (select count(*) from changed) = jsonb_array_length(p_postings)',
      'where true',
    ]),
    noProof,
  ),
  changed('wrong-side', 'every debit adds', 'post_entry', [
    `when l.side = app.account_side(split_part(l.key, '/', 1)) then`,
    `when l.side = 'debit' then`,
  ]),
  changed('receivable-side', 'what is to be paid back grows on the wrong side', 'account_side', [`, 'receivable'`, '']),
  changed('skips-budget', 'only the financial book is moved', 'post_entry', [
    'where a.key = c.key',
    `where a.key = c.key and (a.book = 'financial' or c.change > 0)`,
  ]),
  changed('one-book', 'an entry may touch one book alone', 'require_entry', [
    'app.entry_sorts(p_postings) is distinct from app.entry_shape(p_kind)',
    'not app.entry_sorts(p_postings) <@ app.entry_shape(p_kind)',
  ]),
  changed('any-shape', 'any postings may pass as any kind', 'require_entry', ['if p_reverses is null and', 'if false and']),
  changed('any-office', 'everybody may post everything', 'require_entry', [
    'if not app.office() = any (app.entry_offices(v_kind)) then',
    'if false then',
  ]),
  changed('approver-pays', 'who decides may also pay', 'entry_offices', [
    `then array['finance']`,
    `then array['finance', 'centre_approver']`,
  ]),
  changed('any-agency', 'an agency posts for the cases of others', 'require_entry', [
    '(owner = app.organisation() or app.person() = any (assigned))',
    'true',
  ]),
  changed('no-case', 'an agency posts without a case', 'require_entry', [
    `or app.is_office('agency') and not exists`,
    `or app.is_office('agency') and p_kase is not null and not exists`,
  ]),
  changed('crooked-reversal', 'a reversal may be any entry', 'require_entry', [
    'if p_reverses is not null and not app.entry_equals(p_reverses, p_postings, true) then',
    'if false then',
  ]),
  changed('straight-reversal', 'a reversal repeats the entry', 'require_entry', [
    'app.entry_equals(p_reverses, p_postings, true)',
    'app.entry_equals(p_reverses, p_postings, false)',
  ]),
  also(changed('reversed-twice', 'an entry may be undone twice', 'post_entry'), 'alter table journal drop constraint journal_reverses_key'),
  also(
    changed('two-amounts', 'the books may move different amounts', 'entry_fault', [
      'when (select count(distinct debit) from book) > 1',
      'when false',
    ]),
    '',
  ),
  also(changed('unbalanced', 'nothing asks whether an entry balances', 'require_entry', withoutFault), noProof),
  changed('two-lines', 'an entry may touch two budget lines', 'entry_fault', [
    "> 1 then 'two budget lines are touched'",
    "> 9 then 'two budget lines are touched'",
  ]),
  changed('owner', 'an account may be named as somebody else’s', 'post_entry', [
    'l.owner is not null and a.owner is distinct from l.owner',
    'false',
  ]),
  changed('cut-off', 'a large amount is cut off', 'post_entry', [
    'then l.amount else -l.amount end as change',
    'then least(l.amount, 90000) else -least(l.amount, 90000) end as change',
  ]),
  changed('one-fen', 'one amount in fifty is a fen off', 'post_entry', [
    'then l.amount else -l.amount end as change',
    'then l.amount + (l.amount % 50 = 7)::integer else -l.amount end as change',
  ]),
  changed('old-balance', 'the statement shows the balance before', 'post_entry', [
    'returning a.id, a.balance,',
    'returning a.id, old.balance,',
  ]),
  changed('officer-decides', 'who proposes may also appropriate and grant', 'entry_offices', [
    `'cancel_payable', 'demand_back') then array['centre_approver']`,
    `'cancel_payable', 'demand_back') then array['centre_approver', 'centre_officer']`,
  ]),
  changed('anybody-accepts', 'other offices than the centre’s officer settle a voucher use', 'entry_offices', [
    `when kind = 'accept_voucher_use' then array['centre_officer']`,
    `when kind = 'accept_voucher_use' then array['centre_officer', 'agency', 'enterprise', 'bank', 'finance', 'clock', 'centre_approver']`,
  ]),
  changed('anybody-presents', 'others than agencies present vouchers', 'entry_offices', [
    `when kind = 'present_voucher' then array['agency']`,
    `when kind = 'present_voucher' then array['agency', 'finance', 'bank', 'clock', 'centre_officer', 'centre_approver', 'auditor']`,
  ]),
  changed('finance-reserves', 'the payer reserves', 'entry_offices', [
    `when kind in ('reserve', 'release_reservation') then array['agency',`,
    `when kind in ('reserve', 'release_reservation') then array['finance', 'agency',`,
  ]),
  changed('granted-side', 'what was granted grows on the wrong side', 'account_side', [`'granted', `, '']),
  changed('spent-side', 'what was spent grows on the wrong side', 'account_side', [`'spent', `, '']),
  changed('doubled', 'every amount is moved twice', 'post_entry', [
    'set balance = a.balance + c.change',
    'set balance = a.balance + 2 * c.change',
  ]),
  changed('only-adds', 'nothing is ever taken off', 'post_entry', [
    'then l.amount else -l.amount end as change',
    'then l.amount else l.amount end as change',
  ]),
  changed('last-line-lost', 'the last posting is left out and nobody counts', 'post_entry', [
    'where a.key = c.key',
    `where a.key = c.key and c.line_no < 4`,
  ]),
];
