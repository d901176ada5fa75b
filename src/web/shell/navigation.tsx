import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import type { Words } from '#core/kernel/words.ts';
import { processesQuery } from '../api/query.ts';
import { useSigned } from '../session/session.tsx';
import { useSay } from '../ui/language.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';

const administers = new Set(['administrator', 'auditor']);
const confirms = new Set(['enterprise', 'bank', 'centre_approver']);
const readsFacts = new Set(['agency', 'centre_officer', 'centre_approver', 'auditor']);
const determines = new Set(['centre_officer', 'centre_approver', 'auditor']);
const budgets = new Set(['centre_officer', 'centre_approver', 'auditor', 'finance']);

type Item = { readonly href: string; readonly title: Words };

/** Pages of money, by office. */
const moneyPages = (role: string): readonly Item[] => [
  ...(budgets.has(role)
    ? [
        { href: paths.budget, title: words.budget },
        { href: paths.payments, title: words.payments },
      ]
    : []),
  ...(role === 'agency' || determines.has(role) ? [{ href: paths.vouchers, title: words.vouchers }] : []),
  ...(role === 'agency' ? [{ href: paths.payees, title: words.payees }] : []),
  ...(determines.has(role) ? [{ href: paths.decisions, title: words.decisions }] : []),
];

/** Lists that a page of money leads to: for its readers they need no entry of their own. */
const housed: Readonly<Record<string, string>> = {
  appropriation: paths.budget,
  settlement: paths.budget,
  payment: paths.payments,
  redemption: paths.vouchers,
};

/** The way to every list the office may read, as the server names them. */
export function Navigation() {
  const say = useSay();
  const [location] = useLocation();
  const { office } = useSigned();
  const processes = useQuery(processesQuery);
  const money = moneyPages(office.role);
  const isHoused = (name: string) => money.some(({ href }) => href === housed[name]);
  const lists = (processes.data ?? []).filter(({ name, readers }) => readers.includes(office.role) && !isHoused(name));
  const items = [
    { href: paths.queue, title: say(words.queue) },
    ...lists.map(({ name, title }) => ({ href: paths.cases(name), title })),
    ...(office.role === 'agency' ? [{ href: paths.support, title: say(words.support) }] : []),
    ...(confirms.has(office.role) ? [{ href: paths.confirmations, title: say(words.confirmations) }] : []),
    ...(readsFacts.has(office.role) ? [{ href: paths.facts, title: say(words.facts) }] : []),
    ...money.map(({ href, title }) => ({ href, title: say(title) })),
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
      <ul className="mx-auto flex max-w-[78rem] gap-4 overflow-x-auto px-4 [scrollbar-width:none] sm:px-6">
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
