import { isBusinessDate } from '#core/kernel/dates.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { chapters, type ChapterName, fundingSources, PlanContent } from './content.ts';
import { type SourceName, sourceTitles } from './sources.ts';

type Shape = Readonly<
  Record<
    string,
    { meta: () => { title?: string; titleEn?: unknown } | undefined; unwrap?: () => unknown; element?: { shape?: Shape }; shape?: Shape }
  >
>;

/** The shape of a section, or of the rows of a section that is a table. */
function shapeOf(section: string): Shape {
  const { shape } = (PlanContent.shape as unknown as Shape)[section] ?? {};
  return shape?.rows?.element?.shape ?? shape ?? {};
}

/** What the plan's form calls a field. */
export function fieldTitle(section: string, field: string): Words {
  const meta = shapeOf(section)[field]?.meta();
  return both(meta?.title ?? field, typeof meta?.titleEn === 'string' ? meta.titleEn : field);
}

const same = (text: string): Words => both(text, text);
const nothing = both('（空）', '(empty)');

const named: Readonly<Record<string, (value: string) => Words>> = {
  chapter: (value) => chapters[value as ChapterName].title,
  source: (value) => sourceTitles[value as SourceName] ?? fundingSources[value as keyof typeof fundingSources] ?? same(value),
};

function listWords(value: readonly unknown[]): Words {
  const parts = value.map((one) => {
    const { year, value: target, on, what } = one as { year?: number; value?: number; on?: string; what?: string };
    return year === undefined ? same(`${on} ${what}`) : both(`${year}年${target}`, `${year}: ${target}`);
  });
  return both(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '));
}

/** A value of the plan as people read it; quoted where it is prose. */
export function valueWords(field: string, value: unknown): Words {
  if (value === null || (Array.isArray(value) && value.length === 0)) return nothing;
  if (Array.isArray(value)) return listWords(value);
  if (typeof value !== 'string') return same(JSON.stringify(value));
  if (isBusinessDate(value)) return same(value);
  return named[field]?.(value) ?? same(`“${value}”`);
}
