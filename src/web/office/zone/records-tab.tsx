import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../api/answer.tsx';
import { schemaOf } from '../../case/process-info.ts';
import { useSigned } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect } from '../../case/filter-fields.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { useAddress } from '../use-address.ts';
import { agenciesQuery, formsQuery, type RecordFilter, recordsQuery, type ZoneForms, type ZoneRecord } from './queries.ts';
import { AddRecord, WithdrawRecord } from './record-dialogs.tsx';
import { RecordRow } from './record-row.tsx';
import { words } from './words.ts';

type Props = { readonly zone: string; readonly isRevoked: boolean };
type Kind = ZoneForms['records'][number]['kind'];

/** What is put on record of a zone beside its plan: funds, measures, visits, support, staff. */
export function RecordsTab(props: Props) {
  const forms = useQuery(formsQuery);
  return (
    <Answer query={forms} lines={8}>
      {(told) => <Records {...props} forms={told} />}
    </Answer>
  );
}

/** The filter of the list as the address has it. */
function useFilter({ records }: ZoneForms): RecordFilter {
  const { search } = useAddress();
  const kind = records.find((one) => one.kind === search.get('kind'))?.kind;
  const of = search.get('of') ?? '';
  return {
    ...(kind ? { kind } : {}),
    ...(/^20\d\d$/.test(of) ? { year: Number(of) } : {}),
    ...(search.get('withdrawn') === '1' ? { withdrawn: '1' as const } : {}),
  };
}

function Records({ zone, isRevoked, forms }: Props & { readonly forms: ZoneForms }) {
  const [withdrawing, setWithdrawing] = useState<ZoneRecord | null>(null);
  const { search, change } = useAddress();
  const filter = useFilter(forms);
  const records = useInfiniteQuery(recordsQuery(zone, filter));
  const agencies = useQuery(agenciesQuery(zone));
  const own = forms.records.filter(({ isOwn }) => isOwn);
  const open = isRevoked ? [] : own;
  const adding = open.find(({ kind }) => kind === search.get('add'));
  const agencyName = (id: string) => agencies.data?.find((one) => one.id === id)?.name ?? id;
  const formOf = (kind: string) => forms.records.find((one) => one.kind === kind);
  return (
    <>
      <Adding forms={open} onAdd={(kind) => change({ add: kind })} />
      <Filters forms={forms} filter={filter} />
      <Answer query={records} lines={8}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <NoRecords isFiltered={Object.keys(filter).length > 0} canAdd={open.length > 0} />;
          return (
            <>
              <ul className="divide-y divide-line rounded-xl border border-line bg-card px-5 sm:px-7">
                {rows.map((record) => (
                  <RecordRow
                    key={record.id}
                    record={record}
                    schema={schemaOf(formOf(record.kind)?.input)}
                    agencyName={agencyName}
                    onWithdraw={own.some(({ kind }) => kind === record.kind) ? () => setWithdrawing(record) : null}
                  />
                ))}
              </ul>
              <LoadMore
                shown={rows.length}
                hasMore={records.hasNextPage}
                isBusy={records.isFetchingNextPage}
                onMore={() => void records.fetchNextPage()}
              />
            </>
          );
        }}
      </Answer>
      {adding && <AddRecord key={adding.kind} zone={zone} form={adding} onClose={() => change({ add: null })} />}
      {withdrawing && <WithdrawRecord zone={zone} record={withdrawing} input={forms.withdraw} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

/** One button for each kind the office records. */
function Adding({ forms, onAdd }: { readonly forms: ZoneForms['records']; readonly onAdd: (kind: Kind) => void }) {
  const say = useSay();
  if (forms.length === 0) return null;
  return (
    <p className="no-print mb-5 flex flex-wrap gap-2.5">
      {forms.map(({ kind, title }) => (
        <Button key={kind} size="small" onClick={() => onAdd(kind)}>
          <Icon name="plus" size={16} />
          {say(words.addOf(title))}
        </Button>
      ))}
    </p>
  );
}

function Filters({ forms, filter }: { readonly forms: ZoneForms; readonly filter: RecordFilter }) {
  const say = useSay();
  const { change } = useAddress();
  const { today } = useSigned();
  const years = Array.from({ length: Number(today.slice(0, 4)) - 2019 }, (_, at) => String(Number(today.slice(0, 4)) - at));
  return (
    <search>
      <form
        aria-label={say(words.filter)}
        onSubmit={(event) => event.preventDefault()}
        className="no-print mb-4 flex flex-wrap items-center gap-2.5"
      >
        <FilterSelect
          label={say(words.kind)}
          all={say(words.allKinds)}
          value={filter.kind ?? ''}
          options={forms.records.map(({ kind, title }) => [kind, title] as const)}
          onValue={(kind) => change({ kind })}
        />
        <FilterSelect
          label={say(words.year)}
          all={say(words.allYears)}
          value={typeof filter.year === 'number' ? String(filter.year) : ''}
          options={years.map((year) => [year, year] as const)}
          onValue={(of) => change({ of })}
        />
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            checked={filter.withdrawn === '1'}
            onChange={(event) => change({ withdrawn: event.target.checked ? '1' : null })}
            className="size-4.5 accent-teal"
          />
          {say(words.withWithdrawn)}
        </label>
        {Object.keys(filter).length > 0 && (
          <Button kind="bare" onClick={() => change({ kind: null, of: null, withdrawn: null })}>
            {say(words.clear)}
          </Button>
        )}
      </form>
    </search>
  );
}

function NoRecords({ isFiltered, canAdd }: { readonly isFiltered: boolean; readonly canAdd: boolean }) {
  const say = useSay();
  if (isFiltered) return <Empty title={say(words.noMatch)}>{say(words.noMatchNext)}</Empty>;
  return <Empty title={say(words.noRecords)}>{say(canAdd ? words.noRecordsNext : words.noRecordsReader)}</Empty>;
}
