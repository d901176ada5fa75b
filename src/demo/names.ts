/** Characters that are nobody's surname: whoever is called so was invented. */
const surnames = ['稷', '岫', '泺', '漪', '岚', '砚', '楠', '榆', '汀', '霁', '檀', '芷'];
const given = [
  '明远', '知微', '文清', '思齐', '景行', '若水', '守拙', '望舒', '怀瑾', '见山', '立言', '闻溪', '清和', '致远', '朗月', '书田',
  '乐平', '嘉禾', '问渠', '行简', '向晚', '执中', '博约', '三省', '以宁', '牧野', '承志', '南星', '慎之', '新桐', '启明', '子衿',
];

/** The `n`th invented person of the city; 384 names before one comes twice. */
export function personName(n: number): string {
  const surname = surnames[(n * 5 + Math.floor(n / given.length)) % surnames.length];
  return `${surname}${given[n % given.length]}`;
}

/** Two characters to begin a company's name with. */
export const syllables = [
  '稷源', '泺川', '青桐', '鹿鸣', '沐石', '云槎', '澄怀', '砺玉', '松筠', '白榆', '霁川', '望岳', '长风', '扶摇', '观澜', '知白',
  '和璧', '东篱', '听泉', '远岫', '星垣', '朴园', '静水', '丹青', '流金', '采薇', '飞檐', '凝碧', '雪樵', '晴岚', '榆关', '芳洲',
] as const;
