/** The items of 第九条 that money is budgeted for. */
export type BudgetItem = '9.1' | '9.2' | '9.3' | '9.4' | '9.5';

export const budgetItems: readonly BudgetItem[] = ['9.1', '9.2', '9.3', '9.4', '9.5'];

/** One line of the budget: what one item of 第九条 may cost in one year. */
export type BudgetLine = { readonly year: number; readonly item: BudgetItem };

/** Where an amount goes up: on the left of the account or on the right. */
export type Side = 'debit' | 'credit';

/** The two books of parallel accounting (平行记账): what the budget allows, and who is owed what. Each balances in itself. */
export type Book = 'budget' | 'financial';

/** An account of the ledger, named by its kind and what it is kept for. */
export type Account =
  | { readonly kind: LineAccountKind; readonly year: number; readonly item: BudgetItem }
  | { readonly kind: SubjectAccountKind; readonly subject: string }
  | { readonly kind: 'treasury' };

type LineAccountKind = 'appropriated' | 'available' | 'reserved' | 'spent' | 'granted';
type SubjectAccountKind = 'payable' | 'voucher' | 'presented' | 'in_transit' | 'receivable';
export type AccountKind = Account['kind'];

type AccountRule = { readonly book: Book; readonly side: Side; readonly keptBy: 'line' | 'subject' | 'all' };

/**
 * Every kind of account. Budget: what was appropriated is available, reserved for claims, or spent. Financial: what was
 * granted is owed to payees (payable), lies in vouchers, was presented for redemption, is with the bank (in transit) or
 * has left the treasury; what is demanded back is receivable.
 */
const rules: Readonly<Record<AccountKind, AccountRule>> = {
  appropriated: { book: 'budget', side: 'credit', keptBy: 'line' },
  available: { book: 'budget', side: 'debit', keptBy: 'line' },
  reserved: { book: 'budget', side: 'debit', keptBy: 'line' },
  spent: { book: 'budget', side: 'debit', keptBy: 'line' },
  granted: { book: 'financial', side: 'debit', keptBy: 'line' },
  payable: { book: 'financial', side: 'credit', keptBy: 'subject' },
  voucher: { book: 'financial', side: 'credit', keptBy: 'subject' },
  presented: { book: 'financial', side: 'credit', keptBy: 'subject' },
  in_transit: { book: 'financial', side: 'credit', keptBy: 'subject' },
  receivable: { book: 'financial', side: 'debit', keptBy: 'subject' },
  treasury: { book: 'financial', side: 'credit', keptBy: 'all' },
};

export const accountKinds = Object.keys(rules) as readonly AccountKind[];

export const bookOf = (kind: AccountKind): Book => rules[kind].book;

/** The side on which an account of this kind grows; its balance is what stands there more than on the other. */
export const balanceSide = (kind: AccountKind): Side => rules[kind].side;

export const lineAccount = (kind: LineAccountKind, { year, item }: BudgetLine): Account => ({ kind, year, item });
export const subjectAccount = (kind: SubjectAccountKind, subject: string): Account => ({ kind, subject });
/** What has been paid out, less what came back. */
export const treasury: Account = { kind: 'treasury' };

const isSubject = (text: string): boolean => /^[A-Za-z0-9._:-]{1,100}$/.test(text);
const isYear = (year: number): boolean => Number.isInteger(year) && year >= 2000 && year <= 2999;

/**
 * The stable name of an account in the database: `available/2020/9.4`, `payable/<id>`, `treasury`.
 * @throws RangeError for a year, an item or a subject that no account can have.
 */
export function accountKey(account: Account): string {
  if (account.kind === 'treasury') return 'treasury';
  if ('subject' in account) {
    if (!isSubject(account.subject)) throw new RangeError(`not the subject of an account: ${account.subject}`);
    return `${account.kind}/${account.subject}`;
  }
  if (!isYear(account.year) || !budgetItems.includes(account.item))
    throw new RangeError(`not a budget line: ${account.year} ${account.item}`);
  return `${account.kind}/${account.year}/${account.item}`;
}

/** The account of a stored key. @throws RangeError if there can be none. */
export function accountOf(key: string): Account {
  const [kind = '', first = '', second = '', ...more] = key.split('/');
  const account = { kind, ...parts(kind, first, second) } as Account;
  if (!(kind in rules) || more.length > 0 || accountKey(account) !== key) throw new RangeError(`not an account: ${key}`);
  return account;
}

function parts(kind: string, first: string, second: string): object {
  const keptBy = kind in rules ? rules[kind as AccountKind].keptBy : 'all';
  if (keptBy === 'line') return { year: Number(first), item: second };
  return keptBy === 'subject' ? { subject: first } : {};
}
