import { naturalOrder } from '#core/policy/canonical.ts';
import { totalsOf } from '#core/policy/items.ts';
import { type Line, stands } from '#core/policy/lines.ts';
import type { CaseFile, ClauseKey } from './case-file.ts';
import { type DecidedItem, type Determination, determine } from './determine.ts';
import { explainItem, type ItemTrace } from './explain.ts';
import type { RejectedRow, Row } from './rows.ts';

/** One line of a per-deal or per-case clause. */
export type AnswerLine = { readonly fact: string; readonly ceilingYuan: number; readonly code: string };

/** What one agency gets under one clause; the fields of the case-file door. */
export type AnswerItem = {
  readonly agency: string;
  readonly clause: ClauseKey;
  /** null while a missing fact leaves it open. */
  readonly eligible: boolean | null;
  readonly ceilingYuan: number;
  readonly kind: 'cash' | 'voucher';
  readonly code: string;
  readonly cite: string;
  readonly lines?: readonly AnswerLine[];
  readonly uncappedYuan?: number;
  readonly fixed?: true;
  readonly recipients?: readonly { readonly person: string; readonly ceilingYuan: number }[];
  readonly paymentHold?: true;
  readonly conditionsMet?: true;
  readonly rejectedRows?: readonly RejectedRow[];
  /** Names of missing fields; only with code UNKNOWN. */
  readonly missing?: readonly string[];
  readonly trace?: ItemTrace;
};

/** The answer to a case file. */
export type Answer = {
  readonly items: readonly AnswerItem[];
  readonly totals: Readonly<Record<string, { readonly cash: number; readonly voucher: number; readonly total: number }>>;
};

/** Decides a checked case file and writes the answer; `explain` adds each item's trace. Equal files give equal bytes. */
export const determineCase = (file: CaseFile, options: { readonly explain?: boolean } = {}): Answer => answerOf(determine(file), options);

/** Writes a determination as the answer of the case-file door. */
export function answerOf(determination: Determination, options: { readonly explain?: boolean } = {}): Answer {
  const { items, world } = determination;
  return {
    items: items.map((decided) => ({
      ...answerItem(decided),
      ...(options.explain ? { trace: explainItem(determination, decided) } : {}),
    })),
    totals: totalsOf(
      items.map(({ item }) => item),
      [...world.agencies.keys()],
    ),
  };
}

const wholeYuan = (amount: number): number => Math.floor(amount / 100);

function answerItem({ item, missing }: DecidedItem): AnswerItem {
  const { clause, lines, code, eligible } = item;
  const rejected = clause.key === '9.5.tier' ? rejectedOf(lines) : [];
  return {
    agency: item.agency,
    clause: clause.key as ClauseKey,
    eligible,
    ceilingYuan: wholeYuan(item.ceiling),
    kind: clause.paidAs,
    code,
    cite: clause.cite,
    ...(clause.isListed ? { lines: answerLines(lines) } : {}),
    ...(code === 'OK_CAPPED' ? { uncappedYuan: wholeYuan(item.uncapped) } : {}),
    ...(eligible === true ? termsOf(item) : {}),
    ...(item.isDisplaced ? { conditionsMet: true as const } : {}),
    ...(rejected.length > 0 ? { rejectedRows: rejected } : {}),
    ...(code === 'UNKNOWN' ? { missing } : {}),
  };
}

/** What goes with a support: exact sum, payees, hold. */
const termsOf = ({ clause, lines, isHeld }: DecidedItem['item']): Pick<AnswerItem, 'fixed' | 'recipients' | 'paymentHold'> => ({
  ...(clause.amount.kind === 'fixed' ? { fixed: true } : {}),
  ...recipientsOf(lines),
  ...(isHeld ? { paymentHold: true } : {}),
});

const answerLines = (lines: readonly Line<Row>[]): readonly AnswerLine[] =>
  [...lines]
    .sort((a, b) => naturalOrder(a.row.factId, b.row.factId))
    .map(({ row, amount, code }) => ({ fact: row.factId, ceilingYuan: wholeYuan(amount), code }));

function recipientsOf(lines: readonly Line<Row>[]): Pick<AnswerItem, 'recipients'> {
  const recipients = [...lines]
    .sort((a, b) => naturalOrder(a.row.factId, b.row.factId))
    .flatMap((line) =>
      line.row.fact.type === 'agent_certificate' && line.row.world.settings.certTo === 'person' && stands(line)
        ? [{ person: line.row.fact.person ?? '', ceilingYuan: wholeYuan(line.amount) }]
        : [],
    );
  return recipients.length > 0 ? { recipients } : {};
}

const rejectedOf = (lines: readonly Line<Row>[]): readonly RejectedRow[] =>
  lines.flatMap(({ row }) => row.pool?.tallies.flatMap(({ rejected }) => rejected) ?? []);
