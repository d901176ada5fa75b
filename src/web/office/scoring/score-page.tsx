import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { caseQuery, dataOf, processesQuery } from '../../api/query.ts';
import { paths } from '../../paths.ts';
import { useTitle } from '../../shell/use-title.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Schema } from '../../ui/schema/schema.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Declaration } from './declaration.tsx';
import { Desk } from './desk.tsx';
import { type Group, readDraft } from './sheet.ts';
import { words } from './words.ts';

const draftQuery = (id: string) => ({
  queryKey: ['score-draft', id],
  queryFn: () => dataOf(api.call('readScoreDraft', { params: { id } })),
  staleTime: 0,
  refetchOnWindowFocus: false,
});

function Done({ title, lead, kase }: { readonly title: string; readonly lead: string; readonly kase: CaseView }) {
  const say = useSay();
  return (
    <Empty isPage title={title}>
      <p className="mb-5">{lead}</p>
      <p className="flex flex-wrap justify-center gap-3">
        <Link href={paths.queue} className={buttonClass('primary')}>
          {say(words.toQueue)}
        </Link>
        <Link href={paths.case(kase.process, kase.id)} className={buttonClass('plain')}>
          {say(words.backToCase)}
        </Link>
      </p>
    </Empty>
  );
}

const has = (kase: CaseView, event: string) => kase.actions.some((action) => action.event === event);

type Loaded = {
  readonly kase: CaseView;
  readonly draft: Draft;
  readonly schema: Schema;
  readonly onChanged: () => Promise<void>;
};

/** What this expert has to do here: declare, score, or nothing any more. */
function Content({ kase, draft, schema, onChanged }: Loaded) {
  const say = useSay();
  const { status, sheet, savedAt, groups } = draft;
  if (status === 'sealed') return <Done title={say(words.sealedTitle)} lead={say(words.sealedLead)} kase={kase} />;
  if (!has(kase, 'seal_sheet')) return <Done title={say(words.notYours)} lead={kase.stateTitle} kase={kase} />;
  if (status !== 'cleared') return <Declaration kase={kase} onDeclared={onChanged} />;
  return (
    <Desk
      kase={kase}
      schema={schema}
      groups={groups as unknown as readonly Group[]}
      stored={{ draft: readDraft(sheet), savedAt }}
      onSealed={onChanged}
    />
  );
}

type Draft = AnswerOf<NamedEndpoints['readScoreDraft']>;
type Processes = AnswerOf<NamedEndpoints['describeProcesses']>;

const loaded = (kase: CaseView | undefined, draft: Draft | undefined, processes: Processes | undefined) =>
  kase && draft && processes
    ? { kase, draft, schema: (processes.find(({ name }) => name === draft.process)?.form ?? {}) as Schema }
    : undefined;

/** The case that is judged: its process is known once the draft is there. */
function useJudged(id: string) {
  const draft = useQuery(draftQuery(id));
  const process = draft.data?.process ?? '';
  const kase = useQuery({ ...caseQuery(process, id), enabled: process !== '' });
  const processes = useQuery(processesQuery);
  const renew = async () => void (await Promise.all([draft.refetch(), processes.refetch(), ...(process === '' ? [] : [kase.refetch()])]));
  return { found: loaded(kase.data, draft.data, processes.data), error: draft.error ?? kase.error ?? processes.error, renew };
}

/** `/app/scores/:id`: declare, read and score side by side, seal; the process is whatever the case belongs to. */
export function Page() {
  const say = useSay();
  const { id } = useParams<{ id: string }>();
  const { found, error, renew } = useJudged(id);
  useTitle(say(words.title));
  if (found) return <Content {...found} onChanged={renew} />;
  return error ? <ErrorView error={error} onRetry={() => void renew()} /> : <Skeleton lines={9} />;
}
