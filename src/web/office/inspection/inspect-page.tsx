import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { ErrorView } from '../../api/problem-view.tsx';
import { caseQuery } from '../../api/query.ts';
import { paths } from '../../paths.ts';
import { useTitle } from '../../shell/use-title.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { InspectionForm } from './inspection-form.tsx';
import { words } from './words.ts';

/** `/app/applications/:id/inspect`: the record of the visit, written on the spot. */
export function Page() {
  const say = useSay();
  const { id } = useParams<{ id: string }>();
  const kase = useQuery({ ...caseQuery('application', id), refetchOnWindowFocus: false, staleTime: 300_000 });
  useTitle(say(words.title));
  if (!kase.data) return kase.error ? <ErrorView error={kase.error} onRetry={() => void kase.refetch()} /> : <Skeleton lines={9} />;
  const isOpen = kase.data.actions.some(({ event }) => event === 'record_inspection') && !kase.data.data.inspection;
  if (isOpen) return <InspectionForm kase={kase.data} onDone={async () => void (await kase.refetch())} />;
  return (
    <Empty isPage title={say(kase.data.data.inspection ? words.done : words.notNow)}>
      <Link href={paths.case('application', id)} className={buttonClass('primary')}>
        {say(words.back)}
      </Link>
    </Empty>
  );
}
