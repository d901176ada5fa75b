import { both } from '#core/kernel/words.ts';
import { panelEvents } from '#core/panel/events.ts';
import { type NamedSheet, openedSheets } from '#core/panel/panel.ts';
import { meanOf } from '#core/panel/sheet.ts';
import { known } from '#core/process/facts.ts';
import type { RecognitionData } from './data.ts';
import { scoreGroups, ScoreSheet } from './score-sheet.ts';
import { partOneScore, scoresOf } from './scoring.ts';
import type { State } from './states.ts';

/** Part one from the pinned plan, parts two and three from the sheets that count. */
function opened(data: RecognitionData, sheets: readonly NamedSheet[]): RecognitionData {
  const all = openedSheets(scoreGroups, sheets);
  const counted = all.filter(({ isCounted }) => isCounted);
  const part = (group: 'two' | 'three') => meanOf(counted.map(({ groups }) => groups[group] ?? 0));
  const one = partOneScore(data.progress?.tasks ?? [], data.progress?.indicators ?? []);
  return { ...data, sheets: all, scores: scoresOf({ one, two: part('two'), three: part('three') }) };
}

/** The panel of the designation, with the sheet of parts two and three (I-35). */
export const panel = panelEvents<State, RecognitionData>({
  clause: '12.1',
  from: 'panel_forming',
  judgesIn: 'evaluation',
  opensTo: 'grading',
  parties: ({ facts }) => known(facts, 'recognitionZone')?.parties ?? [],
  partiesAsk: ['recognitionZone'],
  declares: both('与建设单位及区内机构、企业无任职、持股、亲属、代理等关系', 'No employment, holding, kinship or client relation'),
  sheet: ScoreSheet,
  opened,
});
