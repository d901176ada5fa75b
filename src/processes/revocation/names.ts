import { both } from '#core/kernel/words.ts';

/** Why a title may be revoked: the text knows the failed rectification; deceit and the second year are readings (I-06, I-38). */
export const grounds = {
  failed_rectification: both('整改后仍不合格', 'Still unqualified after rectification'),
  second_unqualified: both('连续两年不合格', 'Unqualified two years in a row'),
  deceit: both('以欺骗手段取得资格', 'Title got by deceit'),
} as const;
export type Ground = keyof typeof grounds;

/** How the right to be heard was used up. */
export const ways = {
  hearing: both('已听证', 'A hearing was held'),
  statement: both('已陈述、申辩', 'A statement was made'),
  waived: both('已放弃听证', 'The hearing was waived'),
  silence: both('期满没有提出意见（不视为同意）', 'The time ran out in silence, which admits nothing'),
} as const;

/** What an officer proposes. */
export const outcomes = {
  revoke: both('取消资格', 'Revoke'),
  keep: both('不予取消', 'Keep'),
} as const;
