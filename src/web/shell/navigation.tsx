import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { processesQuery } from '../api/query.ts';
import { useSigned } from '../session/session.tsx';
import { useSay } from '../ui/language.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';

const administers = new Set(['administrator', 'auditor']);
const confirms = new Set(['enterprise', 'bank', 'centre_approver']);
const readsFacts = new Set(['agency', 'centre_officer', 'centre_approver', 'auditor']);
const determines = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** The way to every list the office may read, as the server names them. */
export function Navigation() {
  const say = useSay();
  const [location] = useLocation();
  const { office } = useSigned();
  const processes = useQuery(processesQuery);
  const lists = (processes.data ?? []).filter(({ readers }) => readers.includes(office.role));
  const items = [
    { href: paths.queue, title: say(words.queue) },
    ...lists.map(({ name, title }) => ({ href: paths.cases(name), title })),
    ...(office.role === 'agency' ? [{ href: paths.support, title: say(words.support) }] : []),
    ...(confirms.has(office.role) ? [{ href: paths.confirmations, title: say(words.confirmations) }] : []),
    ...(readsFacts.has(office.role) ? [{ href: paths.facts, title: say(words.facts) }] : []),
    ...(determines.has(office.role)
      ? [
          { href: paths.readings, title: say(words.readings) },
          { href: paths.runs, title: say(words.runs) },
        ]
      : []),
    { href: paths.zones, title: say(words.zones) },
    ...(office.role === 'auditor' ? [{ href: paths.audit, title: say(words.audit) }] : []),
    ...(administers.has(office.role) ? [{ href: paths.admin, title: say(words.admin) }] : []),
  ];
  const isHere = (href: string) => (href === paths.queue ? location === href : location === href || location.startsWith(`${href}/`));
  return (
    <nav aria-label={say(words.mainNav)} className="no-print sticky top-0 z-20 border-b border-line bg-card">
      <ul className="mx-auto flex max-w-[78rem] gap-6 overflow-x-auto px-4 [scrollbar-width:none] sm:px-6">
        {items.map(({ href, title }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              aria-current={isHere(href) ? 'page' : undefined}
              className="-mb-px inline-flex min-h-11 items-center border-b-2 border-transparent text-[0.9375rem] text-soft no-underline hover:text-ink aria-[current]:border-teal aria-[current]:font-semibold aria-[current]:text-teal"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
