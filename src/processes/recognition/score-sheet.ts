import { type Group, indicator, scoreSheetOf } from '#core/panel/sheet.ts';
import { both } from '#core/kernel/words.ts';

/** What experts score of a year: parts two and three of 第十三条. Part one is computed. A house rule: the plan names no scores. */
export const scoreGroups: readonly Group[] = [
  {
    id: 'two',
    title: both('成效与经验（第十三条（二））', 'Results and experience'),
    clause: '13.2',
    indicators: [
      indicator('system', 6, '体制', 'System'),
      indicator('mechanism', 6, '机制', 'Mechanism'),
      indicator('management', 6, '管理', 'Management'),
      indicator('innovation', 7, '创新', 'Innovation'),
    ],
  },
  {
    id: 'three',
    title: both('思路与措施（第十三条（三））', 'Going on'),
    clause: '13.3',
    indicators: [
      indicator('ideas', 5, '继续建设的思路', 'Ideas'),
      indicator('measures', 6, '措施是否具体可行', 'Measures, concrete and feasible'),
      indicator('proposals', 4, '与方案和下一年指标衔接', 'Fit with the plan and next year’s targets'),
    ],
  },
];

/** One expert's sealed sheet, forty points. */
export const ScoreSheet = scoreSheetOf(scoreGroups);
