import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { FilterSelect } from '../../case/filter-fields.tsx';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { useYear, YearPicker } from '../year.tsx';
import { filterOf, type Workload, type WorkloadFilter, workloadQuery } from './workload.ts';
import { WorkloadCases } from './workload-cases.tsx';
import { type Chosen, WorkloadTable } from './workload-table.tsx';
import { workloadWords as words } from './words.ts';

const readers = new Set(['centre_officer', 'centre_approver', 'auditor', 'county_reviewer', 'county_approver']);

type FilterProps = {
  readonly told: Workload;
  readonly filter: WorkloadFilter;
  readonly onChange: (name: 'process' | 'district', value: string) => void;
  readonly onClear: () => void;
};

/** Filters live in the address, so that a view can be kept and sent on. A county has no district to choose. */
function Filters({ told, filter, onChange, onClear }: FilterProps) {
  const say = useSay();
  const { office } = useSigned();
  return (
    <search>
      <form
        aria-label={say(words.filter)}
        onSubmit={(event) => event.preventDefault()}
        className="no-print mb-4 flex flex-wrap items-center gap-2.5"
      >
        <FilterSelect
          label={say(words.process)}
          all={say(words.allProcesses)}
          value={filter.process ?? ''}
          options={told.processes.map(({ name, title }) => [name, title] as const)}
          onValue={(value) => onChange('process', value)}
        />
        {!office.district && (
          <FilterSelect
            label={say(words.district)}
            all={say(words.allDistricts)}
            value={filter.district ?? ''}
            options={told.districts.map(({ code, name }) => [code, name] as const)}
            onValue={(value) => onChange('district', value)}
          />
        )}
        {(filter.process ?? filter.district) && (
          <Button kind="bare" onClick={onClear}>
            {say(words.clear)}
          </Button>
        )}
      </form>
    </search>
  );
}

/** `/app/workload`: how counties review, counted from the log of their cases. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const { year } = useYear();
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const isReader = readers.has(office.role);
  const filter = filterOf(search, year);
  const workload = useQuery({ ...workloadQuery(filter), enabled: isReader });
  useTitle(say(words.title));
  if (!isReader) return <NotFound />;
  const change = (name: string, value: string) =>
    setSearch((now) => (value ? now.set(name, value) : now.delete(name), now), { replace: true });
  const clear = () => setSearch((now) => (now.delete('process'), now.delete('district'), now), { replace: true });
  return (
    <>
      <header className="mb-5">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <a href={api.href('exportWorkload', { query: filter })} download className={buttonClass('bare')}>
            <Icon name="download" />
            {say(words.export)}
          </a>
          <YearPicker />
        </div>
        <p className="mt-1 max-w-prose text-soft">
          {say(words.lead)} {office.district && say(words.ownLead)}
        </p>
      </header>
      <Answer query={workload}>
        {(told) => (
          <>
            <Filters told={told} filter={filter} onChange={change} onClear={clear} />
            {told.rows.length === 0 ? (
              <Empty title={say(words.none)}>{say(words.noneNext)}</Empty>
            ) : (
              <WorkloadTable rows={told.rows} onChoose={setChosen} />
            )}
          </>
        )}
      </Answer>
      {chosen && <WorkloadCases chosen={chosen} year={year} onClose={() => setChosen(null)} />}
    </>
  );
}
