import fc from 'fast-check';
import { balanceIn, replay } from '#core/ledger/replay.ts';
import { checkBooks } from '../../tools/books.ts';
import { histories } from './ledger-commands.ts';
import { Model } from './ledger-model.ts';
import { emptyLedger, type LedgerDatabase, storedBalances, storedJournal } from './ledger-real.ts';

const held = (balances: Model['balances']) =>
  Object.fromEntries([...balances.keys()].sort().flatMap((key) => (balanceIn(balances, key) > 0 ? [[key, balanceIn(balances, key)]] : [])));

function must(what: string, actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

/** What must be so after every history: the stored balances are the model's and those of a replay, and the books are clean. */
export async function agrees(model: Model, real: LedgerDatabase): Promise<void> {
  const stored = await storedJournal(real);
  const name = ({ id, reverses, kase }: { id: string; reverses: string | null; kase: string | null }) => `${id} ${reverses} ${kase}`;
  must('entries', stored.map(name).toSorted(), model.journal.map(name).toSorted());
  const balances = await storedBalances(real);
  must('balances', balances, held(model.balances));
  must('replay', balances, held(replay(stored.map(({ entry }) => entry))));
  const results = await checkBooks(real.owner);
  must(
    'books',
    results.flatMap(({ faults }) => faults),
    [],
  );
}

export type RunOptions = {
  readonly commands: number;
  readonly seed: number;
  /** Commands in one history, at most. */
  readonly length?: number;
  /** Looks for the shortest history that parts model and database; slow, and pointless where it is meant to part. */
  readonly isShrinking?: boolean;
};

/** What was done, how many entries that left in the journal, and where model and database parted, if they did. */
export type RunResult = { readonly commands: number; readonly histories: number; readonly entries: number; readonly miss: string | null };

/** Plays random histories, each on an empty ledger, until so many commands are done or model and database part. */
export async function playHistories(real: LedgerDatabase, options: RunOptions): Promise<RunResult> {
  const { commands, seed, length = 120, isShrinking = false } = options;
  let done = 0;
  let played = 0;
  let posted = 0;
  while (done < commands) {
    const property = fc.asyncProperty(histories(length), async (history) => {
      await emptyLedger(real);
      const model = new Model();
      await fc.asyncModelRun(() => ({ model, real }), history);
      await agrees(model, real);
      done += [...history].length;
      played += 1;
      posted += model.journal.length;
    });
    const left = Math.ceil((commands - done) / (length / 2)); // histories are of all lengths
    const result = await fc.check(property, { seed: seed + played, numRuns: Math.min(left, 50), endOnFailure: !isShrinking });
    if (result.failed) {
      const why = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
      return { commands: done, histories: played, entries: posted, miss: `${why}\n${fc.defaultReportMessage(result)}` };
    }
  }
  return { commands: done, histories: played, entries: posted, miss: null };
}
