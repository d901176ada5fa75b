import { z } from 'zod';
import type { Language } from '#core/kernel/words.ts';
import type { Group } from '#core/panel/sheet.ts';
import * as application from '#processes/application/score-sheet.ts';
import * as recognition from '#processes/recognition/score-sheet.ts';
import { byRank } from '#processes/application/selection.ts';
import type { Tx } from '#server/db/transaction.ts';
import { findCase, findProcessOf, rankedCases } from '#server/stores/cases.ts';
import { findScoreDraft } from '#server/stores/experts.ts';
import { processNamed, type Reader, readCase } from './present.ts';
import { districtName } from './words.ts';

type Sheet = { readonly scoreGroups: readonly Group[]; readonly ScoreSheet: z.ZodType };

/** What experts fill in, by the process they judge in. */
const sheets: Readonly<Record<string, Sheet>> = { application, recognition };

type Member = { readonly person: string; readonly status: string };

/** An expert's case: the process is whatever the case belongs to; undefined when it is not theirs or nobody scores in it. */
export async function readJudged(tx: Tx, id: string, reader: Reader) {
  const name = await findProcessOf(tx, id);
  const view = name !== null && Object.hasOwn(sheets, name) ? await readCase(tx, processNamed(name), id, reader) : undefined;
  return view && { view, sheet: sheets[view.process] as Sheet };
}

/** An expert's own draft with the sheet to fill in; undefined when the case is not theirs. */
export async function readScoreDraft(tx: Tx, id: string, reader: Reader) {
  const judged = await readJudged(tx, id, reader);
  const kase = judged && (await findCase(tx, judged.view.process, id));
  if (!kase) return undefined;
  const { panel } = kase.data as { readonly panel: { readonly members: readonly Member[] } | null };
  const draft = await findScoreDraft(tx, id);
  return {
    process: kase.process,
    status: panel?.members.find(({ person }) => person === reader.actor.person)?.status ?? 'invited',
    sheet: (draft?.sheet ?? {}) as never,
    savedAt: draft?.saved_at ?? null,
    input: z.toJSONSchema(judged.sheet.ScoreSheet, { io: 'input', unrepresentable: 'any' }) as never,
    groups: groupsIn(judged.sheet.scoreGroups, reader.language),
  };
}

const groupsIn = (groups: readonly Group[], language: Language) =>
  groups.map(({ id, title, clause, indicators }) => ({
    id,
    title: title[language],
    clause,
    indicators: indicators.map((one) => ({ id: one.id, title: one.title[language], weight: one.weight })),
  }));

type Ranked = {
  readonly result: { readonly score: number; readonly planScore: number; readonly sheets: readonly { readonly total: number }[] };
  readonly selection: { readonly isSelected: boolean } | null;
  readonly inspection: { readonly result: string } | null;
};

/** The applications of a call that have a result, best first. */
export async function rankingOf(tx: Tx, call: string, language: Language) {
  const { states } = processNamed('application');
  const rows = (await rankedCases(tx, call)).map((row) => ({ ...row, ...(row.data as unknown as Ranked) }));
  const scored = rows.map((row) => ({ ...row, score: row.result.score, planScore: row.result.planScore }));
  return scored.sort(byRank).map(({ result, selection, inspection, ...row }, index) => ({
    case: row.case,
    number: row.number,
    name: row.name,
    districtName: districtName(row.district, language),
    state: row.state,
    stateTitle: states[row.state]?.title[language] ?? row.state,
    rank: index + 1,
    score: row.score,
    planScore: row.planScore,
    lowest: Math.min(...result.sheets.map(({ total }) => total)),
    highest: Math.max(...result.sheets.map(({ total }) => total)),
    isSelected: selection?.isSelected ?? null,
    inspection: inspection?.result ?? null,
  }));
}
