import { z } from 'zod';
import type { Language } from '#core/kernel/words.ts';
import { ScoreSheet, scoreGroups } from '#processes/application/score-sheet.ts';
import { byRank } from '#processes/application/selection.ts';
import type { Tx } from '#server/db/transaction.ts';
import { findCase, rankedCases } from '#server/stores/cases.ts';
import { findScoreDraft } from '#server/stores/experts.ts';
import { processNamed, type Reader, readCase } from './present.ts';
import { districtName } from './words.ts';

const application = () => processNamed('application');

type Member = { readonly person: string; readonly status: string };

/** An expert's own draft with the sheet to fill in; undefined when the case is not theirs. */
export async function readScoreDraft(tx: Tx, id: string, reader: Reader) {
  const view = await readCase(tx, application(), id, reader);
  const kase = view && (await findCase(tx, 'application', id));
  if (!kase) return undefined;
  const { panel } = kase.data as { readonly panel: { readonly members: readonly Member[] } | null };
  const draft = await findScoreDraft(tx, id);
  return {
    status: panel?.members.find(({ person }) => person === reader.actor.person)?.status ?? 'invited',
    sheet: (draft?.sheet ?? {}) as never,
    savedAt: draft?.saved_at ?? null,
    input: sheetSchema as never,
    groups: groupsIn(reader.language),
  };
}

const sheetSchema = z.toJSONSchema(ScoreSheet, { io: 'input', unrepresentable: 'any' });

const groupsIn = (language: Language) =>
  scoreGroups.map(({ id, title, clause, indicators }) => ({
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
  const { states } = application();
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
