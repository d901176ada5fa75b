import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { useTitle } from '../../shell/use-title.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { caseOf } from './case-of.ts';
import { auditKinds, auditWords } from './words.ts';

type Entry = AnswerOf<NamedEndpoints['listAudit']>['rows'][number];

const useLog = (kind: string) =>
  useInfiniteQuery({
    queryKey: ['audit', kind],
    queryFn: ({ pageParam }) =>
      dataOf(api.call('listAudit', { query: { ...(kind ? { kind } : {}), ...(pageParam ? { after: pageParam } : {}) } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Recomputes every hash on demand and says in one sentence whether the log is whole. */
function ChainCheck() {
  const say = useSay();
  const check = useMutation({ mutationFn: () => dataOf(api.call('checkAudit')) });
  return (
    <div className="mb-6 space-y-3">
      <Button isBusy={check.isPending} onClick={() => check.mutate()}>
        {say(auditWords.check)}
      </Button>
      {check.error && <ErrorView error={check.error} onRetry={() => check.mutate()} />}
      {check.data && (
        <output className="block">
          <Notice tone={check.data.isWhole ? 'good' : 'bad'}>{check.data.says}</Notice>
        </output>
      )}
    </div>
  );
}

/** What was done, with the way to the case it was done to. */
function EntryTitle({ entry: { kind, title, subject, body } }: { readonly entry: Entry }) {
  const process = caseOf(kind, body);
  if (process === undefined || subject === null) return title;
  return (
    <Link href={paths.case(process, subject)} className="link">
      {title}
    </Link>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'entry',
      title: say(auditWords.entry),
      isHeading: true,
      cell: (entry) => (
        <>
          <EntryTitle entry={entry} />
          <span className="block text-sm text-soft">
            <span className="font-mono text-xs">{entry.kind}</span> {entry.stream}–{entry.seq}
          </span>
        </>
      ),
    },
    {
      key: 'who',
      title: say(auditWords.who),
      cell: ({ personName, officeTitle }) => (
        <>
          {personName} <span className="text-sm text-soft">{officeTitle}</span>
        </>
      ),
    },
    { key: 'when', title: say(auditWords.when), className: 'whitespace-nowrap', cell: ({ at }) => momentText(at, language) },
    {
      key: 'body',
      title: say(auditWords.body),
      cell: ({ body, hash }) => (
        <>
          <code className="text-xs break-all">{body}</code>
          <span className="block text-xs break-all text-soft">
            {say(auditWords.hash)} {hash}
          </span>
        </>
      ),
    },
  ];
}

/** The log as the auditor reads it: filters in the address, every entry with its hash. */
export function AuditPage() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const kind = search.get('kind') ?? '';
  const log = useLog(kind);
  const columns = useColumns();
  const rows = log.data?.pages.flatMap((page) => page.rows) ?? [];
  useTitle(say(auditWords.title));
  return (
    <>
      <h1 className="mb-2 font-serif text-2xl font-bold sm:text-[1.75rem]">{say(auditWords.title)}</h1>
      <p className="mb-5 max-w-prose text-soft">{say(auditWords.lede)}</p>
      <ChainCheck />
      <label className="mb-4 block text-sm">
        {say(auditWords.kind)}
        <select
          className="ml-2 min-h-10 rounded-lg border border-line bg-card px-3"
          value={kind}
          onChange={({ target }) => setSearch(target.value ? { kind: target.value } : {})}
        >
          <option value="">{say(auditWords.all)}</option>
          {auditKinds.map(({ prefix, title }) => (
            <option key={prefix} value={prefix}>
              {say(title)}
            </option>
          ))}
        </select>
      </label>
      {log.isPending && <Skeleton lines={8} />}
      {log.error && <ErrorView error={log.error} onRetry={() => void log.refetch()} />}
      {log.data && rows.length === 0 && <Empty title={say(auditWords.none)}>{null}</Empty>}
      {rows.length > 0 && (
        <>
          <Table caption={say(auditWords.caption)} columns={columns} rows={rows} keyOf={({ stream, seq }) => `${stream}-${seq}`} />
          <LoadMore shown={rows.length} hasMore={log.hasNextPage} isBusy={log.isFetchingNextPage} onMore={() => void log.fetchNextPage()} />
        </>
      )}
    </>
  );
}
