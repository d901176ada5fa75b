import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { processesQuery } from '../api/query.ts';
import { useSigned } from '../session/session.tsx';
import { useSay } from '../ui/language.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { entryOf, type Item, mostInOneRow, type Section, sectionsFor } from './sections.ts';

const isAt = (location: string, href: string): boolean =>
  href === paths.queue ? location === href : location === href || location.startsWith(`${href}/`);

type Entry = Item & { readonly isHere: boolean };

/** One row of entries; the second row, of a section, is smaller. */
function Row({ entries, isSecond = false }: { readonly entries: readonly Entry[]; readonly isSecond?: boolean }) {
  return (
    <ul
      className={`mx-auto flex max-w-[78rem] gap-5 overflow-x-auto px-4 [scrollbar-width:none] sm:px-6 ${isSecond ? 'border-t border-line' : ''}`}
    >
      {entries.map(({ href, title, isHere }) => (
        <li key={href} className="shrink-0">
          <Link
            href={href}
            aria-current={isHere ? 'page' : undefined}
            className={`-mb-px inline-flex items-center border-b-2 border-transparent text-soft no-underline hover:text-ink aria-[current]:border-teal aria-[current]:font-semibold aria-[current]:text-teal ${isSecond ? 'min-h-10 text-sm' : 'min-h-11 text-[0.9375rem]'}`}
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const firstOf = ({ title, items }: Section): Item => ({
  href: items[0]?.href ?? paths.queue,
  title: items.length === 1 ? (items[0]?.title ?? title) : title,
});

/** The way to everything the office may read: in one row where it fits, else by section. */
export function Navigation() {
  const say = useSay();
  const { office } = useSigned();
  const location = entryOf(useLocation()[0], office.role);
  const processes = useQuery(processesQuery);
  const sections = sectionsFor(office.role, processes.data ?? [], say);
  const items = sections.flatMap((section) => section.items);
  const entry = (item: Item): Entry => ({ ...item, isHere: isAt(location, item.href) });
  const here = sections.find((section) => section.items.some(({ href }) => isAt(location, href)));
  const isFlat = items.length <= mostInOneRow;
  return (
    <nav aria-label={say(words.mainNav)} className="no-print sticky top-0 z-20 border-b border-line bg-card">
      <Row entries={isFlat ? items.map(entry) : sections.map((section) => ({ ...firstOf(section), isHere: section === here }))} />
      {!isFlat && here !== undefined && here.items.length > 1 && <Row entries={here.items.map(entry)} isSecond />}
    </nav>
  );
}
