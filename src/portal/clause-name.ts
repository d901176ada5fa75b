import type { Language } from '#core/kernel/words.ts';

const numerals = '〇,一,二,三,四,五,六,七,八,九,十,十一,十二,十三,十四,十五,十六,十七'.split(',');
/** Articles whose parts are numbered items. */
const itemised = new Set(['5', '6', '9', '13']);
/** Rows that stand in a paragraph of their own. */
const apart = new Set(['9.3c', '9.6']);

function itemOf(row: string, article: string, rest: string | undefined): string {
  const item = numerals[Number.parseInt(rest ?? '0', 10)];
  return itemised.has(article) && !apart.has(row) && item !== undefined && item !== '〇' ? `（${item}）` : '';
}

/** A row of the plan as people cite it; a house rule says so. */
export function clauseName(row: string, language: Language): string {
  if (row === 'operational') return language === 'zh' ? '运行规则' : 'house rule';
  const [article = '', rest] = row.split('.');
  const chinese = numerals[Number(article)];
  if (chinese === undefined) return row;
  if (language === 'en') return `Art. ${article}${rest ? ` (row ${row})` : ''}`;
  return `第${chinese}条${itemOf(row, article, rest)}`;
}
