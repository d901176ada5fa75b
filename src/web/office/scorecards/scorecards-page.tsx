import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Badge } from '../../ui/badge.tsx';
import { Meter } from '../../ui/bar.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { numberText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { type Column, rowLinkClass, Table } from '../../ui/table.tsx';
import { useAddress } from '../use-address.ts';
import { useYear, YearPicker } from '../year.tsx';
import { gradeTones } from '../zone/forecast.tsx';
import { Filters } from './filters.tsx';
import { type ScorecardQuery, type ScorecardRow, scorecardsQuery } from './queries.ts';
import { words } from './words.ts';

const readers = new Set(['county_reviewer', 'county_approver', 'centre_officer', 'centre_approver', 'auditor']);
const forecasts = ['excellent', 'qualified', 'unqualified', 'none'] as const;

/** What is asked for, as the address has it. */
function useFilter(): Omit<ScorecardQuery, 'year'> {
  const { search } = useAddress();
  const [district, q] = [search.get('district'), search.get('q')];
  const forecast = forecasts.find((one) => one === search.get('forecast'));
  return {
    ...(district ? { district } : {}),
    ...(q ? { q } : {}),
    ...(forecast ? { forecast } : {}),
    ...(search.get('warned') === '1' ? { warned: '1' as const } : {}),
  };
}

/** `/app/scorecards`: all zones of a year for county and centre, those to worry about first. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const { year } = useYear();
  const filter = useFilter();
  const isReader = readers.has(office.role);
  const query = { ...filter, year };
  const scorecards = useQuery({ ...scorecardsQuery(query), enabled: isReader, placeholderData: (before) => before });
  useTitle(say(words.title));
  if (!isReader) return <NotFound />;
  return (
    <>
      <header className="mb-4">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <a href={api.href('exportScorecards', { query })} download className={buttonClass('bare')} title={say(words.exportHint)}>
            <Icon name="download" />
            {say(words.export)}
          </a>
          <YearPicker />
        </div>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
      </header>
      <Filters filter={filter} isCity={office.district === null} />
      <Answer query={scorecards} lines={8}>
        {({ rows }) => <List rows={rows} year={year} />}
      </Answer>
    </>
  );
}

function List({ rows, year }: { readonly rows: readonly ScorecardRow[]; readonly year: number }) {
  const say = useSay();
  const columns = useColumns(year);
  if (rows.length === 0) return <Empty title={say(words.none)}>{say(words.noneNext)}</Empty>;
  return (
    <div className="rounded-xl border border-line bg-card">
      <Table caption={say(words.title)} columns={columns} rows={rows} keyOf={({ zone }) => zone} isSticky />
    </div>
  );
}

const wan = (yuan: number) => numberText(Math.round(yuan / 100) / 100);

function useColumns(year: number): readonly Column<ScorecardRow>[] {
  const say = useSay();
  return [
    {
      key: 'zone',
      title: say(words.zone),
      isHeading: true,
      cell: ({ zone, name, districtName }) => (
        <>
          <Link href={`${paths.zone(zone)}?year=${year}`} className={rowLinkClass}>
            {name}
          </Link>
          <span className="block text-sm text-soft">{districtName}</span>
        </>
      ),
    },
    {
      key: 'forecast',
      title: say(words.forecast),
      className: 'whitespace-nowrap',
      cell: ({ forecast }) =>
        forecast ? (
          <>
            <Badge tone={gradeTones[forecast.grade] ?? 'quiet'}>{forecast.gradeTitle}</Badge>
            <span className="block text-sm text-soft">{say(words.points(forecast.total))}</span>
          </>
        ) : (
          <span className="text-soft">{say(words.forecasts.none)}</span>
        ),
    },
    { key: 'warnings', title: say(words.warnings), cell: ({ warnings }) => <Warnings warnings={warnings} /> },
    { key: 'tasks', title: say(words.tasks), className: 'whitespace-nowrap', cell: (row) => <Tasks row={row} /> },
    {
      key: 'funds',
      title: say(words.funds),
      isNumber: true,
      className: 'whitespace-nowrap',
      cell: ({ arrivedYuan, plannedYuan }) => (
        <>
          {wan(arrivedYuan)} / {wan(plannedYuan)}
          <Meter share={plannedYuan === 0 ? 0 : arrivedYuan / plannedYuan} />
        </>
      ),
    },
  ];
}

function Warnings({ warnings }: Pick<ScorecardRow, 'warnings'>) {
  const say = useSay();
  if (warnings.length === 0) return <span className="text-soft">{say(words.noWarnings)}</span>;
  return (
    <ul className="grid gap-0.5 text-[0.9375rem] text-gold">
      {warnings.map(({ code, says }) => (
        <li key={`${code}/${says}`}>{says}</li>
      ))}
    </ul>
  );
}

function Tasks({ row }: { readonly row: ScorecardRow }) {
  const say = useSay();
  return (
    <>
      {say(words.tasksOf(row.tasksDone, row.tasks))}
      <span className="block text-sm text-soft">
        {say(words.goingOn(row.tasksGoingOn))}
        {row.tasksOverdue > 0 && <span className="font-semibold text-gold"> · {say(words.overdue(row.tasksOverdue))}</span>}
      </span>
    </>
  );
}
