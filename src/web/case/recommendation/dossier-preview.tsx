import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { useSay } from '../../ui/language.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import { Table } from '../../ui/table.tsx';
import { words } from './words.ts';

type Told = AnswerOf<NamedEndpoints['readDossier']>;
type Section = Told['sections'][number];

/** Rows under headings, or names beside values where a section has no heading. */
function Content({ title, table }: Pick<Section, 'title' | 'table'>) {
  const say = useSay();
  const { head, rows } = table;
  if (rows.length === 0) return <p className="text-soft">{say(words.nothing)}</p>;
  if (head.length === 0) {
    return <Pairs pairs={rows.map(([label = '', value = '']) => ({ key: label, label, value, isWide: value.length > 40 }))} />;
  }
  return (
    <div className="overflow-x-auto rounded-lg border border-line">
      <Table
        caption={title}
        columns={head.map((name, column) => ({
          key: `${column}`,
          title: name,
          isHeading: column === 0,
          className: 'text-sm wrap-anywhere min-w-16',
          cell: (row: readonly string[]) => row[column] ?? '',
        }))}
        rows={rows}
        keyOf={(_row, index) => String(index)}
      />
    </div>
  );
}

/** What the dossier would hold, section by section; each opens where it stands. */
export function DossierPreview({ title, subtitle, sections }: Pick<Told, 'title' | 'subtitle' | 'sections'>) {
  const say = useSay();
  return (
    <section aria-label={say(words.preview)}>
      <h3 className="font-semibold">{say(words.preview)}</h3>
      <p className="mb-2 text-sm text-soft">
        {title} · {subtitle}
      </p>
      <div className="rounded-lg border border-line">
        {sections.map((section) => (
          <details key={section.title} className="border-b border-line last:border-0">
            <summary className="cursor-pointer px-4 py-2.5">
              <span className="font-semibold">{section.title}</span>
              <span className="ml-2 text-sm text-soft">{section.table.rows.length}</span>
            </summary>
            <div className="px-4 pb-4">
              <p className="mb-3 text-sm text-soft">{say(words.source(section.source))}</p>
              <Content title={section.title} table={section.table} />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}
