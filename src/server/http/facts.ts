import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { answerIn, determineAgency, guideIn, nearestAnswer, nearestIn, nearestQuestion } from '#server/cases/determination.ts';
import { type Entered, enterFact, foundFalseRefusal } from '#server/cases/fact-entry.ts';
import { describeFactKinds, factView, mayEnter, templateOf } from '#server/cases/fact-view.ts';
import { audit } from '#server/cases/log.ts';
import { ThreadBusy } from '#server/cases/thread.ts';
import { reading, type Tx } from '#server/db/transaction.ts';
import { countFacts, endFact, type FactRow, findFact, listFacts, versionsOfFact } from '#server/stores/facts.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';
import { csvLine } from './csv.ts';
import { cursorAfter, readCursor } from './cursor.ts';

type Named = NamedEndpoints;

const agencyOf = (call: Call): string => call.actor.organisation ?? stop(call, 'not_allowed');

export const describeFactKindsHandler: Handler<Named['describeFactKinds']> = ({ language }) => Promise.resolve(describeFactKinds(language));

/** Tells spreadsheets that the text is UTF-8. */
const mark = '\uFEFF';

export const readFactTemplateHandler: Handler<Named['readFactTemplate']> = async ({ params, reply }) => {
  const { title, columns } = templateOf(params.kind);
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${title}导入模板.csv`)}`)
    .send(mark + csvLine(columns));
};

/** Whose facts are asked for: an agency's own, or the agency that the centre or the audit office names. */
function agencyAsked(call: Call, named: string | undefined): string {
  if (call.actor.role === 'agency') return agencyOf(call);
  return named ?? stop(call, 'invalid_input', both('请指明服务机构', 'Name an agency'));
}

const pageSize = 100;

export const listFactsHandler: Handler<Named['listFacts']> = async (given) => {
  const call = given as Call;
  const { kind = null, year = null, after, history, agency: named } = given.query;
  const agency = agencyAsked(call, named);
  const [day = '', id = ''] = readCursor(call, after, 2) ?? [];
  const cursor = id === '' ? null : { day, id };
  const filter = { kind, year, after: cursor, limit: pageSize + 1, withHistory: history === '1' };
  const { rows, counts } = await reading(call.house.pool, scopeFor(call), async (tx) => ({
    rows: await listFacts(tx, agency, filter),
    counts: await countFacts(tx, agency),
  }));
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page.map(factView), next: rows.length > pageSize && last ? cursorAfter(last.valid_on, last.id) : null, counts };
};

export const readFactHandler: Handler<Named['readFact']> = async (given) => {
  const call = given as Call;
  const { id } = given.params;
  const found = await reading(call.house.pool, scopeFor(call), async (tx) => {
    const row = await findFact(tx, id);
    return row && { row, history: await versionsOfFact(tx, id) };
  });
  return found ? { ...factView(found.row), history: found.history.map(factView) } : stop(call, 'not_found');
};

const gone = refused({ kind: 'not_found', code: 'not_found', clause: '9', says: both('没有找到，或无权查看', 'Not found') });
const ended = refused({
  kind: 'wrong_state',
  code: 'already_ended',
  clause: '9',
  says: both('这一版本已被更正或撤回，请打开最新的版本', 'This version was corrected or withdrawn; open the newest one'),
});
const notAuthor = (zh: string, en: string): Refused =>
  refused({ kind: 'forbidden', code: 'not_author', clause: '9', field: 'kind', says: both(zh, en) });

const byOther = notAuthor('这类事实不由本岗位登记', 'This kind of fact is put on record by somebody else');

const done = ({ id, warnings }: Entered) => ({ status: 201, answer: { id, warnings } });

export const addFactHandler: Handler<Named['addFact']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { body, actor, house, language } = call;
    if (!mayEnter(body.kind, actor.role)) return byOther;
    const agency = actor.role === 'agency' ? agencyOf(call as Call) : (body.agency ?? '00000000-0000-0000-0000-000000000000');
    const entry = { kind: body.kind, agency, form: body.data, person: actor.person ?? '', today: house.clock.today(), at };
    const entered = await enterFact(tx, entry, language);
    if ('refusals' in entered) return entered;
    audit(tx, 'fact.add', agency, { id: entered.id, kind: body.kind, matter: entered.matter });
    return done(entered);
  });

/** The live version a command is about, if it is the actor's to change. */
async function ownFact(tx: Tx, id: string, call: Pick<Call, 'actor'>): Promise<FactRow | Refused> {
  const row = await findFact(tx, id);
  if (!row) return gone;
  if (!mayEnter(row.kind, call.actor.role)) return byOther;
  if (row.known_to === null) return row;
  const { finding } = row;
  return finding && finding.at >= row.known_to ? foundFalseRefusal({ matter: row.matter, document_number: finding.documentNumber }) : ended;
}

export const correctFactHandler: Handler<Named['correctFact']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { body, params, actor, house, language } = call;
    const row = await ownFact(tx, params.id, call);
    if ('refusals' in row) return row;
    const until = await endFact(tx, row.id, at, null);
    if (!until) return ended;
    const entry = {
      kind: row.kind,
      agency: row.agency,
      form: body.data,
      person: actor.person ?? '',
      today: house.clock.today(),
      at: until,
      corrects: { id: row.id, reason: body.reason },
    };
    const entered = await enterFact(tx, entry, language);
    if ('refusals' in entered) return entered;
    const entryAudit = {
      id: entered.id,
      corrects: row.id,
      kind: row.kind,
      matter: entered.matter,
      before: row.matter,
      reason: body.reason,
    };
    audit(tx, 'fact.correct', row.agency, entryAudit);
    return done(entered);
  });

export const withdrawFactHandler: Handler<Named['withdrawFact']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { body, params } = call;
    const row = await ownFact(tx, params.id, call);
    if ('refusals' in row) return row;
    if (!(await endFact(tx, row.id, at, body.reason))) return ended;
    audit(tx, 'fact.withdraw', row.agency, { id: row.id, kind: row.kind, matter: row.matter, reason: body.reason });
    return { status: 204, answer: undefined };
  });

export const readDeterminationHandler: Handler<Named['readDetermination']> = async (given) => {
  const call = given as Call;
  const agency = agencyOf(call);
  const { clock, pool } = call.house;
  const at = { now: clock.now(), today: clock.today() };
  const answer = await reading(pool, scopeFor(call), (tx) => determineAgency(tx, agency, given.query.year, at));
  return {
    year: given.query.year,
    asOf: at.today,
    answer: answerIn(answer, call.language) as never,
    clauses: guideIn(call.language),
  };
};

export const readNearestHandler: Handler<Named['readNearest']> = async (given) => {
  const call = given as Call;
  const agency = agencyOf(call);
  const { clock, pool } = call.house;
  const known = { now: clock.now(), today: clock.today() };
  const question = await reading(pool, scopeFor(call), (tx) => nearestQuestion(tx, agency, given.query.year, known));
  const answer = await nearestAnswer(question).catch((fault: unknown) => {
    if (fault instanceof ThreadBusy)
      return stop(call, 'busy', both('这一年的事实较多，没有按时算完，请稍候再试', 'Not worked out in time; try again shortly'));
    throw fault;
  });
  return nearestIn(answer, call.language);
};
