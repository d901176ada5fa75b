import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { grades } from '#processes/recognition/screens.tsx';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { processesQuery } from '../../api/query.ts';
import { FilterSelect, SearchField } from '../../case/filter-fields.tsx';
import { OpenForm } from '../../case/open-dialog.tsx';
import { caseWords } from '../../case/words.ts';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Bar } from '../../ui/bar.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useYear, YearPicker } from '../year.tsx';
import { OpenRound } from './open-round.tsx';
import { roundQuery } from './query.ts';
import { type Filter, filterOf, isUnopened, type Round, type RoundRow, stagesOf } from './round.ts';
import { RoundTable } from './round-table.tsx';
import { words } from './words.ts';

const readers = new Set(['applicant', 'county_reviewer', 'county_approver', 'centre_officer', 'centre_approver', 'auditor']);

/** The window of the round and how far all zones have come. */
function Standing({ round }: { readonly round: Round }) {
  const say = useSay();
  const language = useLanguage();
  const { decided, underWay, unopened } = stagesOf(round);
  const part = (key: 'decided' | 'underWay' | 'unopened', amount: number, look: 'done' | 'kept' | 'free') => ({
    key,
    label: say(words[key]),
    amount,
    look,
    says: String(amount),
  });
  return (
    <section className="mb-5 rounded-xl bg-mist px-5 py-5 sm:px-7">
      <p className="mb-3 flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">
          {round.round
            ? say(words.window(dayText(round.round.firstDay, language), dayText(round.round.lastDay, language)))
            : say(words.oneByOne)}
        </span>
        {round.round && <span className="text-sm text-soft">{say(words.openedAt(momentText(round.round.openedAt, language)))}</span>}
        <span className="ml-auto text-sm text-soft">{say(words.zones(round.zones))}</span>
      </p>
      <Bar
        label={say(words.byState)}
        parts={[part('decided', decided, 'done'), part('underWay', underWay, 'kept'), part('unopened', unopened, 'free')]}
      />
    </section>
  );
}

type FilterProps = {
  readonly round: Round;
  readonly filter: Filter;
  readonly onChange: (name: string, value: string) => void;
  readonly onClear: () => void;
};

function Filters({ round, filter, onChange, onClear }: FilterProps) {
  const say = useSay();
  const states = round.counts.map(({ state, stateTitle, count }) => [state, `${stateTitle}（${String(count)}）`] as const);
  const districts = round.districts.map(({ code, name }) => [code, name] as const);
  return (
    <search>
      <form
        aria-label={say(caseWords.filter)}
        onSubmit={(event) => event.preventDefault()}
        className="no-print mb-4 flex flex-wrap items-center gap-2.5"
      >
        <SearchField asked={filter.q ?? ''} onAsk={(text) => onChange('q', text)} />
        <FilterSelect
          label={say(words.stands)}
          all={say(caseWords.allStates)}
          value={filter.state ?? ''}
          options={states}
          onValue={(value) => onChange('state', value)}
        />
        {districts.length > 1 && (
          <FilterSelect
            label={say(caseWords.district)}
            all={say(caseWords.allDistricts)}
            value={filter.district ?? ''}
            options={districts}
            onValue={(value) => onChange('district', value)}
          />
        )}
        <FilterSelect
          label={say(words.grade)}
          all={say(words.allGrades)}
          value={filter.grade ?? ''}
          options={Object.entries(grades).map(([key, title]) => [key, say(title)] as const)}
          onValue={(value) => onChange('grade', value)}
        />
        {Object.keys(filter).length > 0 && (
          <Button kind="bare" onClick={onClear}>
            {say(caseWords.clear)}
          </Button>
        )}
      </form>
    </search>
  );
}

/** Opens the recognition of one zone that came after the round. */
function OpenOne({ round, row, onClose }: { readonly round: Round; readonly row: RoundRow; readonly onClose: () => void }) {
  const processes = useQuery(processesQuery);
  const info = processes.data?.find(({ name }) => name === 'recognition');
  if (!info) return null;
  const choices = { zone: { options: [{ value: row.zone, label: row.name }] } };
  const start = { zone: row.zone, year: round.year, firstDay: round.round?.firstDay ?? '', lastDay: round.round?.lastDay ?? '' };
  return <OpenForm info={info} onClose={onClose} choices={choices} start={start} keepAs={`recognition/${row.zone}/${round.year}`} />;
}

/** Above the list: the round to open, or how it stands. */
function Head({ round, isOfficer }: { readonly round: Round; readonly isOfficer: boolean }) {
  const say = useSay();
  const isBare = isUnopened(round);
  return (
    <>
      {isOfficer && round.round === null && <OpenRound round={round} />}
      {!isBare && <Standing round={round} />}
      {!isOfficer && isBare && round.zones > 0 && (
        <div className="mb-4">
          <Notice>{say(words.notOpenReader)}</Notice>
        </div>
      )}
      {isOfficer && round.round !== null && round.unopened > 0 && (
        <div className="mb-4">
          <Notice tone="warn">{say(words.late(round.unopened))}</Notice>
        </div>
      )}
    </>
  );
}

function Content(props: FilterProps) {
  const say = useSay();
  const { round } = props;
  const { office } = useSigned();
  const [opening, setOpening] = useState<RoundRow | null>(null);
  const isOfficer = office.role === 'centre_officer';
  const isEmpty = round.zones === 0;
  return (
    <>
      <Head round={round} isOfficer={isOfficer} />
      {!isUnopened(round) && round.zones > 1 && <Filters {...props} />}
      {round.rows.length > 0 ? (
        <RoundTable caption={say(words.title)} rows={round.rows} onOpen={isOfficer && round.round !== null ? setOpening : null} />
      ) : (
        <Empty title={say(isEmpty ? words.noneYet : words.noMatch)}>{say(isEmpty ? words.noneNext : words.noMatchNext)}</Empty>
      )}
      {opening && <OpenOne round={round} row={opening} onClose={() => setOpening(null)} />}
    </>
  );
}

/** `/app/recognitions`: the yearly round, how far every zone has come, and the results; each office sees the zones it has to do with. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const { year } = useYear();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const isReader = readers.has(office.role);
  const round = useQuery({ ...roundQuery(year, filter), enabled: isReader });
  useTitle(say(words.title));
  if (!isReader) return <NotFound />;
  const change = (name: string, value: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <header className="mb-5">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <a
            href={api.href('exportRecognitionRound', { params: { year }, query: filter })}
            download
            title={say(words.exportHint)}
            className={buttonClass('bare')}
          >
            <Icon name="download" />
            {say(words.export)}
          </a>
          <YearPicker />
        </div>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
      </header>
      <Answer query={round} lines={10}>
        {(found) => (
          <Content round={found} filter={filter} onChange={change} onClear={() => setSearch({ year: String(year) }, { replace: true })} />
        )}
      </Answer>
    </>
  );
}
