// Writes src/policy/calendar from the tables of the dev dependency `chinese-days`.
// `node tools/write-calendars.ts` regenerates; with `--check` it writes nothing and exits 1 if a file differs.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import tables from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import manifest from 'chinese-days/package.json' with { type: 'json' };
import { calendarOf, type YearCalendar } from '#core/kernel/workdays.ts';

const firstYear = 2019;
const lineWidth = 140;
const folder = new URL('../src/policy/calendar/', import.meta.url);

/** Later notices that changed a year already planned; each raises the edition in `version` by one. */
const amendments: Readonly<Record<number, string>> = {
  2019: '含2019年3月对劳动节假期的调整',
  2020: '含2020年1月对春节假期的延长',
  2022: '含2023年安排中的2022年12月31日',
};

/** A year has a table once its National Day is in it: a lone 31 December belongs to the next year's plan. */
function yearsWithTable(): number[] {
  const days = Object.keys(tables.holidays);
  const years = days.filter((day) => day.endsWith('-10-01')).map((day) => Number(day.slice(0, 4)));
  return years.filter((year) => year >= firstYear).sort((a, b) => a - b);
}

const daysOf = (year: number, table: object): string[] =>
  Object.keys(table)
    .filter((day) => day.startsWith(`${year}-`))
    .sort();

function yearCalendar(year: number): YearCalendar {
  const amendment = amendments[year];
  return {
    year,
    version: `${year}.${amendment ? 2 : 1}`,
    source: `国务院办公厅公布的${year}年部分节假日安排${amendment ? `，${amendment}` : ''}；按自然年归集，日期取自 chinese-days ${manifest.version}`,
    holidays: daysOf(year, tables.holidays),
    makeUpWorkdays: daysOf(year, tables.workdays),
  };
}

/** A list as `npm run format` leaves it: on one line if it fits, else one item a line. */
function listLine(opening: string, items: readonly string[], closing: string): string {
  const line = `${opening}[${items.join(', ')}]${closing}`;
  if (line.length <= lineWidth) return line;
  const indent = ' '.repeat(opening.search(/\S/));
  return `${opening}[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]${closing}`;
}

const typeImport = `import type { YearCalendar } from '#core/kernel/workdays.ts';\n`;
const quoted = (days: readonly string[]) => days.map((day) => `'${day}'`);

const yearFile = ({ year, version, source, holidays, makeUpWorkdays }: YearCalendar): string => `${typeImport}
/** ${year}年放假与调休上班日. Written by tools/write-calendars.ts. */
export const calendar${year}: YearCalendar = {
  year: ${year},
  version: '${version}',
  source: '${source}',
${listLine('  holidays: ', quoted(holidays), ',')}
${listLine('  makeUpWorkdays: ', quoted(makeUpWorkdays), ',')}
};
`;

const indexFile = (years: readonly number[]): string => `${typeImport}${years
  .map((year) => `import { calendar${year} } from './${year}.ts';\n`)
  .join('')}
/** Every year whose days off are planned, oldest first. Written by tools/write-calendars.ts. */
${listLine(
  'export const calendars: readonly YearCalendar[] = ',
  years.map((year) => `calendar${year}`),
  ';',
)}
`;

const existing = (name: string): string | undefined => {
  try {
    return readFileSync(new URL(name, folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

mkdirSync(folder, { recursive: true });
const years = yearsWithTable();
const yearCalendars = years.map(yearCalendar);
calendarOf(yearCalendars); // refuses a table that contradicts itself before anything is written
const wanted = new Map([
  ...yearCalendars.map((calendar): [string, string] => [`${calendar.year}.ts`, yearFile(calendar)]),
  ['index.ts', indexFile(years)],
]);
const stale = readdirSync(folder).filter((name) => /^\d{4}\.ts$/.test(name) && !wanted.has(name));
const differing = [...wanted].filter(([name, text]) => existing(name) !== text);

if (process.argv.includes('--check')) {
  for (const name of [...differing.map(([name]) => name), ...stale]) console.error(`src/policy/calendar/${name} is out of date`);
  if (differing.length + stale.length > 0) process.exitCode = 1;
} else {
  for (const [name, text] of differing) writeFileSync(new URL(name, folder), text);
  for (const name of stale) rmSync(new URL(name, folder));
  console.log(`calendars ${years[0]} to ${years.at(-1)}: ${differing.length} written, ${stale.length} removed`);
}
