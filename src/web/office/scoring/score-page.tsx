import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
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

function Done({ title, lead, id }: { readonly title: string; readonly lead: string; readonly id: string }) {
  const say = useSay();
  return (
    <Empty title={title}>
      <p className="mb-5">{lead}</p>
      <p className="flex flex-wrap justify-center gap-3">
        <Link href={paths.queue} className={buttonClass('primary')}>
          {say(words.toQueue)}
        </Link>
        <Link href={paths.case('application', id)} className={buttonClass('plain')}>
          {say(words.backToCase)}
        </Link>
      </p>
    </Empty>
  );
}

const has = (kase: CaseView, event: string) => kase.actions.some((action) => action.event === event);

/** `/app/applications/:id/score`: declare, read and score side by side, seal. */
export function Page() {
  const say = useSay();
  const { id } = useParams<{ id: string }>();
  const kase = useQuery(caseQuery('application', id));
  const draft = useQuery(draftQuery(id));
  const processes = useQuery(processesQuery);
  useTitle(say(words.title));
  const error = kase.error ?? draft.error ?? processes.error;
  if (error) return <ErrorView error={error} onRetry={() => void Promise.all([kase.refetch(), draft.refetch(), processes.refetch()])} />;
  if (!kase.data || !draft.data || !processes.data) return <Skeleton lines={9} />;
  const { status, sheet, savedAt, groups } = draft.data;
  if (status === 'sealed') return <Done title={say(words.sealedTitle)} lead={say(words.sealedLead)} id={id} />;
  if (!has(kase.data, 'seal_sheet')) return <Done title={say(words.notYours)} lead={kase.data.stateTitle} id={id} />;
  const refetch = async () => void (await Promise.all([kase.refetch(), draft.refetch()]));
  if (status !== 'cleared') return <Declaration kase={kase.data} onDeclared={refetch} />;
  const schema = (processes.data.find(({ name }) => name === 'application')?.form ?? {}) as Schema;
  return (
    <Desk
      kase={kase.data}
      schema={schema}
      groups={groups as unknown as readonly Group[]}
      stored={{ draft: readDraft(sheet), savedAt }}
      onSealed={refetch}
    />
  );
}
