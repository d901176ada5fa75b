import { type Fen, fen, lesserFen } from '#core/kernel/money.ts';
import type { Condition } from './condition.ts';
import type { Share } from './shares.ts';

/** Whether open facts are read against the claimant (`low`) or for it (`high`). The truth lies between. */
export type Bound = 'low' | 'high';

/** What the engine needs of any row: one fact (or one pool of facts) as one agency presents it under one clause. */
export type RowBase = {
  readonly factId: string;
  readonly agency: string;
  /** The day that dates the fact. */
  readonly day: string;
  /** Who shares the item, lead first; one entry where it is not shared. */
  readonly shares: readonly Share[];
  /** Names that link facts of different types into one matter (I-26). */
  readonly matters: readonly string[];
  /** Eligible, yet not payable until an open question is closed. */
  readonly isHeld: boolean;
};

/** So much for each row, or less where a row's own figure is lower; `null` is a figure not known. */
export type PerItem<Row> = {
  readonly kind: 'perItem';
  readonly each: Fen;
  readonly atMost?: (row: Row) => Fen | null | undefined;
};

/** A sum by mode, grade or level. */
export type Table<Row> = {
  readonly kind: 'table';
  readonly sums: Readonly<Record<string, Fen>>;
  readonly by: (row: Row) => string | null | undefined;
};

/** Rising steps over a count; the highest step reached decides. */
export type Tier<Row> = {
  readonly kind: 'tier';
  readonly sums: readonly Fen[];
  readonly minimums: (row: Row) => readonly number[];
  readonly counted: (row: Row, bound: Bound) => number;
};

/** Exactly this sum, or nothing. */
export type Fixed = { readonly kind: 'fixed'; readonly sum: Fen };

/** The closed set of ways to arrive at one row's amount. */
export type AmountRule<Row> = PerItem<Row> | Table<Row> | Tier<Row> | Fixed;

/** Cap over the rows of one subject in one year. */
export type Cap<Row> = { readonly limit: Fen; readonly says: string; readonly subject: (row: Row) => string };

/** Of several rows with one key only one is supported: the highest, or the first, within an agency or within the plan. */
export type Once<Row> = {
  readonly says: string;
  readonly within: 'agency' | 'plan';
  readonly keep: 'highest' | 'first';
  /** Rows with the same key compete; the empty key is the agency's whole year, whatever `within` says. */
  readonly key: (row: Row) => string;
  /**
   * The most the rows of one key can come to within a year: a row below it may yet give way to a higher one. Null, or
   * absent, where rows of one key can not differ in height.
   */
  readonly most?: (row: Row) => Fen | null;
};

/** One worked case of a clause: run as a test, printed in the public guide. */
export type Example<Input> = {
  readonly title: string;
  readonly input: Input;
  readonly yields: { readonly code: string; readonly ceilingYuan: number };
};

/** One deciding clause as data: conditions, amount, caps, and the settings it reads. */
export type Clause<Row extends RowBase, Input = unknown> = {
  readonly key: string;
  /** Article and item in Chinese. */
  readonly cite: string;
  readonly title: string;
  /** The clause in our own words. */
  readonly says: string;
  /** The numbered item it belongs to; keys of one item count as one where a reading allows one item a year. */
  readonly item: string;
  readonly paidAs: 'cash' | 'voucher';
  /** Whether the answer lists every row (per-deal and per-case clauses). */
  readonly isListed: boolean;
  readonly settings: readonly string[];
  readonly conditions: readonly Condition<Row>[];
  readonly amount: AmountRule<Row>;
  /** What makes two facts one and the same matter within this clause; null if the fact does not say. */
  readonly identity?: (row: Row) => string | null;
  /** The day by which rival rows queue; the fact's own day if absent. */
  readonly queueDay?: (row: Row) => string;
  readonly once?: Once<Row>;
  readonly cap?: Cap<Row>;
  readonly examples: readonly Example<Input>[];
};

/** The highest step a count reaches; -1 below the first. */
export const stepOf = (minimums: readonly number[], counted: number): number => minimums.findLastIndex((minimum) => counted >= minimum);

const nothing = fen(0);

/** Ceiling of one row before shares and caps. Meaningful only where every condition is met or read as met. */
export function amountOf<Row>(rule: AmountRule<Row>, row: Row, bound: Bound): Fen {
  switch (rule.kind) {
    case 'perItem':
      return perItemSum(rule, row);
    case 'table':
      return tableSum(rule, row, bound);
    case 'tier':
      return rule.sums[stepOf(rule.minimums(row), rule.counted(row, bound))] ?? nothing;
    case 'fixed':
      return rule.sum;
  }
}

function perItemSum<Row>(rule: PerItem<Row>, row: Row): Fen {
  const limit = rule.atMost?.(row);
  return limit === undefined || limit === null ? rule.each : lesserFen(rule.each, limit);
}

function tableSum<Row>(rule: Table<Row>, row: Row, bound: Bound): Fen {
  const key = rule.by(row);
  if (key !== null && key !== undefined) return Object.hasOwn(rule.sums, key) ? (rule.sums[key] as Fen) : nothing;
  return bound === 'low' ? nothing : fen(Math.max(...Object.values(rule.sums)));
}
