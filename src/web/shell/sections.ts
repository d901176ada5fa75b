import type { Words } from '#core/kernel/words.ts';
import { both } from '#core/kernel/words.ts';
import { paths } from '../paths.ts';
import { words } from '../words.ts';

export type Item = { readonly href: string; readonly title: string };
export type Section = { readonly title: string; readonly items: readonly Item[] };
type List = { readonly name: string; readonly title: string; readonly readers: readonly string[] };

type Place = {
  readonly title: Words;
  readonly lists: readonly string[];
  readonly pages: readonly (readonly [href: string, title: Words, roles: readonly string[]])[];
};

const city = ['centre_officer', 'centre_approver', 'auditor'];
const cityAndCounty = ['county_reviewer', 'county_approver', ...city];
/** Who has to do with zones: building unit, county, centre, auditor. */
const zoneReaders = ['applicant', ...cityAndCounty];
const everybody = 'everybody';

/** Where everything an office may read is found. A list that a page leads to needs no entry of its own. */
const places: readonly Place[] = [
  { title: words.queue, lists: [], pages: [[paths.queue, words.queue, [everybody]]] },
  {
    title: both('示范区', 'Zones'),
    lists: ['call', 'application', 'plan', 'residence', 'recognition', 'rectification', 'revocation', 'recommendation'],
    pages: [
      [paths.recognitions, words.recognitions, zoneReaders],
      [paths.scorecards, words.scorecards, cityAndCounty],
      [paths.recommendations, words.recommendations, city],
      [paths.zones, words.zones, [everybody]],
    ],
  },
  {
    title: both('支持', 'Support'),
    lists: ['claim', 'licence'],
    pages: [
      [paths.support, words.support, ['agency']],
      [paths.facts, words.facts, ['agency', ...city]],
      [paths.confirmations, words.confirmations, ['enterprise', 'bank', 'centre_approver']],
      [paths.vouchers, words.vouchers, ['agency', ...city]],
      [paths.payees, words.payees, ['agency']],
      [paths.decisions, words.decisions, city],
    ],
  },
  {
    title: both('资金', 'Money'),
    lists: [],
    pages: [
      [paths.budget, words.budget, [...city, 'finance']],
      [paths.payments, words.payments, [...city, 'finance']],
    ],
  },
  {
    title: both('规则与监督', 'Rules and oversight'),
    lists: ['ruling', 'objection'],
    pages: [
      [paths.bonus, words.bonus, city],
      [paths.workload, words.workload, cityAndCounty],
      [paths.readings, words.readings, city],
      [paths.runs, words.runs, city],
      [paths.audit, words.audit, ['auditor']],
      [paths.admin, words.admin, ['administrator', 'auditor']],
    ],
  },
];

const cityAndFinance = [...city, 'finance'];

/** Lists that a page leads to, for its readers; others find them in the list itself. */
const housed: Readonly<Record<string, { readonly page: string; readonly readers: readonly string[] }>> = {
  recognition: { page: paths.recognitions, readers: zoneReaders },
  residence: { page: paths.zones, readers: ['applicant', 'agency', 'enterprise', ...city] },
  recommendation: { page: paths.recommendations, readers: city },
  bonus: { page: paths.bonus, readers: city },
  appropriation: { page: paths.budget, readers: cityAndFinance },
  settlement: { page: paths.budget, readers: cityAndFinance },
  payment: { page: paths.payments, readers: cityAndFinance },
  redemption: { page: paths.vouchers, readers: ['agency', ...city] },
};

/** Pages of one case outside its list. */
const listOf: readonly (readonly [start: string, list: string])[] = [
  ['/app/calls/', 'call'],
  ['/app/applications/', 'application'],
];

/** The address whose entry is lit while this one is open: a list without an entry belongs to the page that leads to it. */
export function entryOf(location: string, role: string): string {
  const list = /^\/app\/cases\/([^/]+)/.exec(location)?.[1] ?? listOf.find(([start]) => location.startsWith(start))?.[1];
  if (list === undefined) return location;
  const home = housed[list];
  return home?.readers.includes(role) ? home.page : paths.cases(list);
}

const isFor = (roles: readonly string[], role: string): boolean => roles.includes(everybody) || roles.includes(role);

function placeOf(name: string): Place | undefined {
  return places.find(({ lists }) => lists.includes(name));
}

/** The sections of an office with what is in each; a process nobody gave a place stands among the zones. */
export function sectionsFor(role: string, lists: readonly List[], say: (words: Words) => string): readonly Section[] {
  const own = lists.filter(({ name, readers }) => readers.includes(role) && !housed[name]?.readers.includes(role));
  return places
    .map((place, at) => ({
      title: say(place.title),
      items: [
        ...own
          .filter(({ name }) => (placeOf(name) ?? places[1]) === places[at])
          .map(({ name, title }) => ({ href: paths.cases(name), title })),
        ...place.pages.filter(([, , roles]) => isFor(roles, role)).map(([href, title]) => ({ href, title: say(title) })),
      ],
    }))
    .filter(({ items }) => items.length > 0);
}

/** More entries than this do not fit into one row: they are shown by section. */
export const mostInOneRow = 8;
