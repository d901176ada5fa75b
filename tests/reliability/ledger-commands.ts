import fc from 'fast-check';
import { fen } from '#core/kernel/money.ts';
import * as entries from '#core/ledger/entries.ts';
import { balanceIn } from '#core/ledger/replay.ts';
import { entryFor, lineOf, type Model, type ModelEntry, type MoveKind, moveKinds, newId, type Picks, someEntry } from './ledger-model.ts';
import { askingOffices, type AskingOffice, postingOffices } from './ledger-offices.ts';
import {
  ask,
  askAndCrash,
  type Asked,
  askRaw,
  type LedgerDatabase,
  type Outcome,
  type RawLine,
  rawLines,
  releaseTogether,
} from './ledger-real.ts';

/** One thing that happens to the ledger, in the model and in the database alike. */
export type Step = (model: Model, real: LedgerDatabase, picks: Picks) => Promise<void>;

/** Where model and database part. */
class Parted extends Error {}

function same(what: string, actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Parted(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

const refusal = { office: 'error 42501', unsound: 'error 23514', taken: 'error 23505' } as const satisfies Record<string, Outcome>;

const officesFor = ({ entry, reverses }: Pick<ModelEntry, 'entry' | 'reverses'>, model: Model): readonly AskingOffice[] => {
  const { kind } = reverses === null ? entry : (model.journal.find(({ id }) => id === reverses)?.entry ?? entry);
  return kind === 'reversal' ? [] : postingOffices[kind];
};

const pickFrom = <T>(all: readonly T[], pick: number): T => all[pick % all.length] as T;

/** The entry as somebody who may post it asks for it; an agency for its own case. */
function asked(model: Model, real: LedgerDatabase, entry: entries.Entry, more: { pick: number; reverses?: string }): Asked {
  const { pick, reverses } = more;
  const office = pickFrom(officesFor({ entry, reverses: reverses ?? null }, model), pick);
  const kase = office === 'agency' || office === 'enterprise' || pick % 3 > 0 ? pickFrom(real.kases, pick) : null;
  return { id: newId(), entry, kase, office, ...(reverses === undefined ? {} : { reverses }) };
}

const standing = ({ id, entry, kase, reverses }: Asked): ModelEntry => ({ id: id ?? '', entry, kase, reverses: reverses ?? null });

async function happens(model: Model, real: LedgerDatabase, wanted: Asked): Promise<void> {
  const expected = model.expects(wanted.entry);
  same(wanted.entry.kind, await ask(real, wanted), expected);
  if (expected === 'posted') model.add(standing(wanted));
}

const move =
  (kind: MoveKind): Step =>
  (model, real, picks) =>
    happens(model, real, asked(model, real, entryFor(model, kind, picks), { pick: picks[3] }));

const reverse: Step = async (model, real, [first, , , fourth]) => {
  const found = someEntry(model, first);
  if (!found || found.reverses !== null) return;
  const wanted = asked(model, real, entries.reversalOf(found.entry), { pick: fourth, reverses: found.id });
  if (model.isReversed(found.id)) same('a second reversal', await ask(real, wanted), refusal.taken);
  else await happens(model, real, wanted);
};

/** The same command a second time, as after a lost answer: the same id, the same content, another moment and order of lines. */
const again: Step = async (model, real, [first, , , fourth]) => {
  const found = someEntry(model, first);
  if (!found) return;
  const entry = { ...found.entry, postings: found.entry.postings.toReversed() };
  const { kase, reverses } = found;
  const office = pickFrom(officesFor(found, model), kase === null ? 0 : fourth);
  if (office === 'agency' && kase === null) return;
  same('again', await ask(real, { id: found.id, entry, kase, office, ...(reverses === null ? {} : { reverses }) }), 'posted');
};

const doubled = (entry: entries.Entry): entries.Entry => ({
  ...entry,
  postings: entry.postings.map((posting) => ({ ...posting, amount: fen(posting.amount * 2) })),
});

/** What else might be asked under an id that is taken: other amounts, another case, another kind. */
function clashesWith({ id, entry, kase }: ModelEntry, real: LedgerDatabase, office: AskingOffice): readonly Asked[] {
  const [first, second] = real.kases;
  return [
    { id, entry: doubled(entry), kase: kase ?? first, office },
    { id, entry, kase: kase === first ? second : first, office },
    ...(entry.kind === 'appropriate'
      ? []
      : [{ id, entry: entries.appropriate(lineOf(0), fen(1)), kase, office: 'centre_approver' as const }]),
  ];
}

const clash: Step = async (model, real, [first, second, , fourth]) => {
  const found = someEntry(model, first);
  if (!found || found.reverses !== null) return;
  const office = pickFrom(officesFor(found, model), fourth);
  same('another entry under a taken id', await ask(real, pickFrom(clashesWith(found, real, office), second)), refusal.taken);
};

const crash: Step = async (model, real, picks) => {
  const entry = entryFor(model, pickFrom(moveKinds, picks[1]), picks);
  await askAndCrash(real, asked(model, real, entry, { pick: picks[3] }));
};

const wrongOffice: Step = async (model, real, picks) => {
  const entry = entryFor(model, pickFrom(moveKinds, picks[1]), picks);
  const right = officesFor({ entry, reverses: null }, model);
  const office = pickFrom(
    askingOffices.filter((one) => !right.includes(one)),
    picks[2],
  );
  same(`${entry.kind} as ${office}`, await ask(real, { id: newId(), entry, kase: real.kases[0], office }), refusal.office);
};

const foreignCase: Step = async (model, real, picks) => {
  const entry = entryFor(model, pickFrom(['reserve', 'release_reservation', 'present_voucher'], picks[1]), picks);
  const kase = picks[2] % 2 === 0 ? real.rivalKase : null;
  same('an agency in another’s case', await ask(real, { id: newId(), entry, kase, office: 'agency' }), refusal.office);
};

/** Sets of postings that are no entry, each wrong in one way. */
const unsoundLines: readonly (readonly [kind: MoveKind, lines: readonly RawLine[]])[] = (() => {
  const dr = (account: string, amount: number): RawLine => ({ account, side: 'debit', amount });
  const cr = (account: string, amount: number): RawLine => ({ account, side: 'credit', amount });
  const [available, appropriated, spent] = ['available/2020/9.4', 'appropriated/2020/9.4', 'spent/2020/9.4'];
  return [
    ['appropriate', []],
    ['appropriate', [dr(available, 5), cr(appropriated, 4)]],
    ['appropriate', [dr(available, 5)]],
    ['appropriate', [dr(available, 0), cr(appropriated, 0)]],
    ['appropriate', [dr(available, -5), cr(appropriated, -5)]],
    ['appropriate', [dr('available/2020/9.5', 5), cr(appropriated, 5)]],
    ['appropriate', [dr(available, 2), dr(available, 3), cr(appropriated, 5)]],
    ['appropriate', [dr(available, 5), cr(appropriated, 5), dr('granted/2020/9.4', 5), cr('payable/p1', 5)]],
    ['appropriate', [dr('granted/2020/9.4', 5), cr('payable/p1', 5)]],
    ['grant_cash', [dr(spent, 2), cr('reserved/2020/9.4', 2), dr('granted/2020/9.4', 3), cr('payable/p1', 3)]],
    ['grant_cash', [dr('granted/2020/9.4', 3), cr('payable/p1', 3)]],
  ];
})();

const unsound: Step = async (_model, real, [first]) => {
  const [kind, lines] = pickFrom(unsoundLines, first);
  const office = pickFrom(postingOffices[kind], 0);
  same(`no entry: ${JSON.stringify(lines)}`, await askRaw(real, { kind, lines, office }), refusal.unsound);
};

/** A reversal that is not the mirror of what it names. */
const crookedReversal: Step = async (model, real, [first, second, , fourth]) => {
  const found = someEntry(model, first);
  if (!found || found.reverses !== null) return;
  const mirror = entries.reversalOf(found.entry);
  const office = pickFrom(officesFor(found, model), fourth);
  const lines = rawLines(second % 2 === 0 ? doubled(mirror) : found.entry);
  const wanted = { kind: 'reversal', reverses: found.id, kase: real.kases[0], office };
  same('a crooked reversal', await askRaw(real, { ...wanted, lines }), refusal.unsound);
  const reversal = model.journal.find(({ reverses }) => reverses !== null);
  if (reversal === undefined) return;
  const back = { ...wanted, reverses: reversal.id, office: 'centre_approver' as const };
  same('a reversal of a reversal', await askRaw(real, { ...back, lines: rawLines(reversal.entry) }), refusal.unsound);
};

/** An account that belongs to one agency is named as another’s. */
const strangersAccount: Step = async (model, real, [first, , , fourth]) => {
  const owned = entries.demandBack(lineOf(first), `of-${first % 3}`, fen(1 + (fourth % 5)));
  const owners = (owner: string) => ({ [`receivable/of-${first % 3}`]: owner });
  const wanted = { entry: owned, kase: null, office: 'centre_approver' as const };
  const mine = { ...wanted, id: newId(), owners: owners(real.agency) };
  const expected = model.expects(owned);
  same('an owned account', await ask(real, mine), expected);
  if (expected !== 'posted') return;
  model.add(standing(mine));
  same('a stranger’s account', await ask(real, { ...wanted, id: newId(), owners: owners(real.rival) }), refusal.unsound);
};

const count = (outcomes: readonly Outcome[], wanted: Outcome): number => outcomes.filter((one) => one === wanted).length;

/** Many ask for the same money at once: as many get it as there is money for. */
const rush: Step = async (model, real, [first, second]) => {
  const line = lineOf(first);
  const available = balanceIn(model.balances, `available/${line.year}/${line.item}`);
  const amount = fen(Math.max(1, Math.ceil(available / (1 + (second % 5)))));
  const wanted = Array.from({ length: 6 }, (_, i) => asked(model, real, entries.reserve(line, amount), { pick: second + i }));
  const outcomes = await Promise.all(wanted.map((one) => ask(real, one)));
  const room = Math.min(wanted.length, Math.floor(available / amount));
  same('a rush', [count(outcomes, 'posted'), count(outcomes, 'insufficient')], [room, wanted.length - room]);
  for (const [i, one] of wanted.entries()) if (outcomes[i] === 'posted') model.add(standing(one));
};

/** One command arrives several times at once: it happens once and all are told so. */
const rushOfOne: Step = async (model, real, picks) => {
  const wanted = asked(model, real, entryFor(model, pickFrom(moveKinds, picks[1]), picks), { pick: picks[3] });
  const expected = model.expects(wanted.entry);
  const outcomes = await Promise.all([wanted, wanted, wanted].map((one) => ask(real, one)));
  same('the same command at once', outcomes, [expected, expected, expected]);
  if (expected === 'posted') model.add(standing(wanted));
};

/** Several undo one entry at once: one does. */
const rushOfReversals: Step = async (model, real, [first, , , fourth]) => {
  const found = someEntry(model, first);
  if (!found || found.reverses !== null || model.isReversed(found.id)) return;
  const wanted = [0, 1, 2].map(() => asked(model, real, entries.reversalOf(found.entry), { pick: fourth, reverses: found.id }));
  const isPossible = model.expects(entries.reversalOf(found.entry)) === 'posted';
  const outcomes = await Promise.all(wanted.map((one) => ask(real, one)));
  const expected = isPossible ? ['error 23505', 'error 23505', 'posted'] : ['insufficient', 'insufficient', 'insufficient'];
  same('reversals at once', outcomes.toSorted(), expected);
  if (isPossible) model.add(standing(wanted[outcomes.indexOf('posted')] as Asked));
};

/**
 * Two batches take the same payees in opposite order at the same moment, and both find the one in the middle taken: whoever
 * locks accounts in the order in which they are named then waits for the other for ever.
 */
const crossing: Step = async (model, real, [, second]) => {
  const filled = ['p1', 'p2', 'p3', 'p4'].filter((payee) => balanceIn(model.balances, `payable/${payee}`) >= 2).slice(0, 3);
  const [, middle] = filled;
  if (filled.length < 3) return;
  const payees = filled.map((payee) => ({ payee, amount: fen(1) }));
  const batches = [entries.payOut('b1', payees), entries.payOut('b2', payees.toReversed())];
  const wanted = batches.map((entry) => asked(model, real, entry, { pick: second }));
  const outcomes = await releaseTogether(
    real,
    [`payable/${middle}`],
    wanted.map((one) => () => ask(real, one)),
  );
  same('crossing batches', outcomes, ['posted', 'posted']);
  for (const one of wanted) model.add(standing(one));
};

/** Every step by name with how often it is drawn. */
export const steps: Readonly<Record<string, readonly [weight: number, step: Step]>> = {
  ...Object.fromEntries(
    moveKinds.map((kind) => [kind, [kind === 'appropriate' || kind === 'reserve' || kind === 'grant_cash' ? 6 : 3, move(kind)]]),
  ),
  reverse: [5, reverse],
  again: [4, again],
  clash: [3, clash],
  crash: [2, crash],
  wrongOffice: [2, wrongOffice],
  foreignCase: [1, foreignCase],
  unsound: [3, unsound],
  crookedReversal: [2, crookedReversal],
  strangersAccount: [1, strangersAccount],
  rush: [2, rush],
  rushOfOne: [2, rushOfOne],
  rushOfReversals: [2, rushOfReversals],
  crossing: [2, crossing],
};

class Command implements fc.AsyncCommand<Model, LedgerDatabase> {
  readonly name: string;
  readonly picks: Picks;
  constructor(name: string, picks: Picks) {
    this.name = name;
    this.picks = picks;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: LedgerDatabase): Promise<void> {
    await steps[this.name]?.[1](model, real, this.picks);
  }
  toString(): string {
    return `${this.name}(${this.picks.join()})`;
  }
}

const pick = fc.nat({ max: 1_000_000 });

/** Histories of the ledger, up to `length` commands long. */
export const histories = (length: number) =>
  fc.commands(
    [
      fc
        .tuple(
          fc.oneof(...Object.entries(steps).map(([name, [weight]]) => ({ weight, arbitrary: fc.constant(name) }))),
          fc.tuple(pick, pick, pick, pick),
        )
        .map(([name, picks]) => new Command(name, picks)),
    ],
    { maxCommands: length, size: 'max' },
  );
