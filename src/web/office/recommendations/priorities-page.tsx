import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { processesQuery } from '../../api/query.ts';
import { FilterSelect } from '../../case/filter-fields.tsx';
import { OpenForm } from '../../case/open-dialog.tsx';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { paths } from '../../paths.ts';
import { type Priorities, prioritiesQuery } from './priorities.ts';
import { type Choice, PriorityTable } from './priority-table.tsx';
import { words } from './words.ts';

const readers = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** The form that opens a recommendation, with what the order means for it. */
function Opening({ choice, told, onClose }: { readonly choice: Choice; readonly told: Priorities; readonly onClose: () => void }) {
  const say = useSay();
  const processes = useQuery(processesQuery);
  const info = processes.data?.find(({ name }) => name === 'recommendation');
  const { row, level } = choice;
  const passedOver = row.levels.find((one) => one.level === level)?.passedOver ?? [];
  if (!info) return null;
  const isInOrder = passedOver.length === 0 && told.undecided === 0;
  return (
    <OpenForm
      info={info}
      onClose={onClose}
      choices={{ zone: { options: [{ value: row.zone, label: row.name }] } }}
      start={{ zone: row.zone, level }}
      keepAs={`recommendation/${row.zone}/${level}`}
      context={
        <Notice tone={isInOrder ? 'info' : 'warn'}>
          {isInOrder && <p>{say(words.inOrder)}</p>}
          {passedOver.length > 0 && <p>{say(words.passedOver(passedOver.join('、')))}</p>}
          {told.undecided > 0 && <p>{say(words.undecided(told.undecided))}</p>}
        </Notice>
      }
    />
  );
}

function Shown({ told }: { readonly told: Priorities }) {
  const say = useSay();
  const { office } = useSigned();
  const [choice, setChoice] = useState<Choice | null>(null);
  if (told.rows.length === 0) {
    const [title, next] = told.year === null ? [words.none, words.noneNext] : [words.empty, words.emptyNext];
    const [href, link] = told.year === null ? [paths.recognitions, words.toRecognitions] : [paths.readings, words.toReadings];
    return (
      <Empty title={say(title)}>
        <p className="mb-4">{say(next)}</p>
        <Link href={href} className={buttonClass('primary')}>
          {say(link)}
        </Link>
      </Empty>
    );
  }
  return (
    <>
      {told.undecided > 0 && (
        <div className="mb-4">
          <Notice tone="warn">{say(words.undecided(told.undecided))}</Notice>
        </div>
      )}
      <PriorityTable told={told} onRecommend={office.role === 'centre_officer' ? setChoice : null} />
      {choice && <Opening choice={choice} told={told} onClose={() => setChoice(null)} />}
    </>
  );
}

/** `/app/recommendations`: excellent zones in their order, and what was recommended. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('year'));
  const isReader = readers.has(office.role);
  const told = useQuery({ ...prioritiesQuery(asked >= 2020 ? asked : null), enabled: isReader });
  useTitle(say(words.title));
  if (!isReader) return <NotFound />;
  return (
    <>
      <header className="mb-5">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <Link href={paths.cases('recommendation')} className={buttonClass('bare')}>
            {say(words.cases)}
          </Link>
          {told.data && told.data.years.length > 0 && (
            <FilterSelect
              label={say(words.year)}
              all={say(words.year)}
              value={String(told.data.year ?? '')}
              options={told.data.years.map((year) => [String(year), String(year)] as const)}
              onValue={(year) => setSearch((now) => (now.set('year', year), now), { replace: true })}
            />
          )}
        </div>
        {told.data && <p className="mt-1 max-w-prose text-soft">{say(words.lead(told.data.gradeTitles.join('、')))}</p>}
      </header>
      <Answer query={told}>{(data) => <Shown told={data} />}</Answer>
    </>
  );
}
