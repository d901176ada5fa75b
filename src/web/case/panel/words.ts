import { both } from '#core/kernel/words.ts';

/** What is said of the experts of a case and of their sheets. */
export const panelWords = {
  parties: both('请先核对：与下列单位有无利益关系', 'Check first: are you tied to any of these'),
  partiesWhy: both(
    '声明无利益关系后才能查看材料；有关系的应当申请回避。',
    'The papers open after your declaration. If you are tied, recuse.',
  ),
  panel: both('专家组', 'The panel'),
  panelSize: (n: number) => both(`随机抽取${n}人`, `${n} drawn at random`),
  expert: both('专家', 'Expert'),
  status: both('状态', 'Status'),
  note: both('说明', 'Note'),
  seed: both('抽取种子', 'Seed of the draw'),
  seedWhy: both('用同一种子和专家库可复现抽取结果', 'The same seed and pool give the same panel'),
  excluded: (n: number) => both(`因利益关系排除${n}人`, `${n} excluded for conflicts`),
  total: both('总分', 'Total'),
  notCounted: both('未计入', 'Not counted'),
  remark: both('评语', 'Remark'),
};

/** How far a member of the panel has come. */
export const memberWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  invited: both('待声明', 'To declare'),
  cleared: both('待评分', 'To score'),
  recused: both('已回避', 'Recused'),
  sealed: both('已封存', 'Sealed'),
};
