import path from 'node:path';
import type { Language } from '#core/kernel/words.ts';
import { type Answer, type AnswerItem, answerOf } from '#policy/zibo-2020/answer.ts';
import { type CaseFault, type CaseFile, type CaseFileInput, readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { type Determination, determine } from '#policy/zibo-2020/determine.ts';
import { clauseInEnglish, inEnglish, itemInEnglish } from '#policy/zibo-2020/english.ts';
import { supportClauses } from '#policy/zibo-2020/index.ts';
import { type Rise, risesOf } from '#policy/zibo-2020/later-tier.ts';
import type { Tx } from '#server/db/transaction.ts';
import { caseFileOf } from './case-file.ts';
import type { NearestAnswer, NearestQuestion } from './nearest.ts';
import { type Knowing, type Rulings, rulingsOn, supportRulings } from './readings.ts';
import { openThread } from './thread.ts';

/** The clauses of 第九条 with their worked examples, for guides and screens. */
export const guideClauses = supportClauses;

/** What a guide says of each clause. */
export const guideIn = (language: Language) =>
  supportClauses
    .map(({ key, cite, title, says, paidAs }) => ({ key, cite, title, says, paidAs }))
    .map((clause) => (language === 'zh' ? clause : clauseInEnglish(clause)));

/** An explained answer in the reader's words; amounts, codes and facts are the same in both. */
export const answerIn = (answer: Answer, language: Language): Answer =>
  language === 'zh' ? answer : { ...answer, items: answer.items.map(itemInEnglish) };

/** The nearest changes in the reader's words. */
export const nearestIn = (answer: NearestAnswer, language: Language): NearestAnswer =>
  language === 'zh' ? answer : { ...answer, nearest: answer.nearest.map((change) => ({ ...change, says: inEnglish(change.says) })) };

/** @throws Error when stored facts make no case file: a fault of ours. */
function readStored(file: CaseFileInput): CaseFile {
  const read = readCaseFile(file);
  if (!read.ok) throw new Error(`stored facts make no case file: ${JSON.stringify(read.faults.slice(0, 3))}`);
  return read.file;
}

/** The agency a stored case file is about: what a partner in a shared matter gets is told in the partner's own file. */
const ownOf = (file: CaseFileInput): string => file.agencies[0]?.id ?? '';

function decided(file: CaseFileInput, rulings: Rulings): { readonly answer: Answer; readonly determination: Determination } {
  const determination = determine(readStored(file), supportRulings(rulings));
  const { items, totals } = answerOf(determination, { explain: true });
  const sums = totals[ownOf(file)];
  const answer = { items: items.filter(({ agency }) => agency === ownOf(file)), totals: sums ? { [ownOf(file)]: sums } : {} };
  return { answer, determination };
}

/** Decides a stored case file under the rulings in effect. The answer is about the agency the file is about. */
export const decide = (file: CaseFileInput, rulings: Rulings): Answer => decided(file, rulings).answer;

/** The same, item by item, with what may still come of each before the year is over. */
export function decideWithRises(file: CaseFileInput, rulings: Rulings): readonly (AnswerItem & { readonly rise: Rise | null })[] {
  const { answer, determination } = decided(file, rulings);
  const rises = risesOf(determination, ownOf(file));
  return answer.items.map((item) => ({ ...item, rise: rises.get(item.clause) ?? null }));
}

/** What 第九条 gives an agency in a year on what is known now, with every reason. Nothing is stored. */
export async function determineAgency(tx: Tx, agency: string, year: number, known: Knowing): Promise<Answer> {
  const rulings = await rulingsOn(tx, known.today, known.now);
  return decide(await caseFileOf(tx, { agency, year, rulings }, known), rulings);
}

type CaseFileAnswer = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly faults: readonly CaseFault[] };

/** Answers one case file or an array of them, as the command does; no database, no rulings but the file's own. */
export function answerCaseFile(value: unknown, explain: boolean): CaseFileAnswer {
  const readings = Array.isArray(value) ? value.map((one, i) => readCaseFile(one, `$[${i}]`)) : [readCaseFile(value)];
  const faults = readings.flatMap((read) => (read.ok ? [] : read.faults));
  if (faults.length > 0) return { ok: false, faults };
  const answers = readings.flatMap((read) => (read.ok ? [answerOf(determine(read.file), { explain })] : []));
  return { ok: true, answer: Array.isArray(value) ? answers : answers[0] };
}

const thread = openThread<NearestQuestion, NearestAnswer>(path.join(import.meta.dirname, 'nearest-child.ts'), {
  waiting: 20,
  timeMs: 10_000,
  memoryMb: 256,
});

/** What `nearest` is asked about an agency and year, on what is known now. */
export async function nearestQuestion(tx: Tx, agency: string, year: number, known: Knowing): Promise<NearestQuestion> {
  const rulings = await rulingsOn(tx, known.today, known.now);
  const file = readStored(await caseFileOf(tx, { agency, year, rulings }, known));
  return { file, agency, rulings: supportRulings(rulings) };
}

/**
 * What would earn the agency more, thought out beside the server. Ask it when the database has been let go.
 * @throws ThreadBusy
 */
export const nearestAnswer = (question: NearestQuestion): Promise<NearestAnswer> => thread.ask(question);
