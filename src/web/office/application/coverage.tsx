import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { labelOf, type Schema } from '../../ui/schema/schema.ts';
import { words } from './words.ts';

type Provider = { readonly name?: unknown; readonly kinds?: unknown };

/** The eleven kinds of service against the providers listed in the form; kinds nobody provides stand out. */
export function Coverage({ providers, item }: { readonly providers: unknown; readonly item: Schema | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const kinds = item?.properties?.kinds?.items;
  const rows = (Array.isArray(providers) ? providers : []) as readonly Provider[];
  const all = kinds?.enum ?? [];
  const gives = (row: Provider, kind: unknown) => Array.isArray(row.kinds) && row.kinds.includes(kind);
  const covered = all.filter((kind) => rows.some((row) => gives(row, kind))).length;
  const nameOf = (row: Provider, index: number) =>
    typeof row.name === 'string' && row.name !== '' ? row.name : say(words.unnamed(index + 1));
  if (!kinds || rows.length === 0) return null;
  return (
    <section className="mt-8 border-t border-line pt-5">
      <h3 className="font-serif font-bold">{say(words.coverage)}</h3>
      <p className="mb-3 text-sm text-soft">
        {say(words.covered(covered, all.length))} · {say(words.coverageLead)}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="overflow-x-auto">
        <table className="border-collapse text-sm">
          <caption className="sr-only">{say(words.coverage)}</caption>
          <thead>
            <tr>
              <th scope="col" className="sticky left-0 bg-card py-1.5 pr-4 text-left font-semibold text-soft">
                {say(words.kind)}
              </th>
              {rows.map((row, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- providers have no other identity than their place
                <th
                  key={index}
                  scope="col"
                  className="max-w-28 min-w-16 px-2 py-1.5 text-center align-bottom leading-tight font-normal text-soft"
                >
                  {nameOf(row, index)}
                </th>
              ))}
              <th scope="col" aria-label={say(words.provided)} />
            </tr>
          </thead>
          <tbody>
            {all.map((kind) => (
              <KindRow key={String(kind)} title={labelOf(kinds, kind, language)} gives={rows.map((row) => gives(row, kind))} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** One kind of service: who gives it, and how many. */
function KindRow({ title, gives }: { readonly title: string; readonly gives: readonly boolean[] }) {
  const say = useSay();
  const count = gives.filter(Boolean).length;
  const tone = count === 0 ? 'bg-cream font-semibold text-gold' : 'bg-card font-normal';
  return (
    <tr className={`border-t border-line ${count === 0 ? 'bg-cream' : ''}`}>
      <th scope="row" className={`sticky left-0 py-1.5 pr-4 pl-1 text-left whitespace-nowrap ${tone}`}>
        {title}
      </th>
      {gives.map((isGiven, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- providers have no other identity than their place
        <td key={index} className="px-2 text-center text-teal">
          {isGiven && (
            <>
              <Icon name="check" size={16} />
              <span className="sr-only">{say(words.provided)}</span>
            </>
          )}
        </td>
      ))}
      <td className={`pl-3 whitespace-nowrap ${count === 0 ? 'font-semibold text-gold' : 'text-soft'}`}>
        {say(count === 0 ? words.nobody : words.countOf(count))}
      </td>
    </tr>
  );
}
