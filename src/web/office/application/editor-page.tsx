import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { caseQuery, processesQuery } from '../../api/query.ts';
import { paths } from '../../paths.ts';
import { useTitle } from '../../shell/use-title.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Schema } from '../../ui/schema/schema.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Editor } from './editor.tsx';
import { ReceiptView } from './receipt-view.tsx';
import type { EditEvent } from './use-saver.ts';
import { words } from './words.ts';

const editEvents: readonly EditEvent[] = ['fill_in', 'amend'];

/** The event by which this reader may write into the form now. */
const editEventOf = (kase: CaseView): EditEvent | undefined =>
  editEvents.find((event) => kase.actions.some((action) => action.event === event));

function Closed({ kase }: { readonly kase: CaseView }) {
  const say = useSay();
  return (
    <Empty isPage title={say(words.closed)}>
      <p className="mb-5">{say(words.closedWhy(kase.stateTitle))}</p>
      <Link href={paths.case('application', kase.id)} className={buttonClass('primary')}>
        {say(words.openCase)}
      </Link>
    </Empty>
  );
}

type Process = { readonly name: string; readonly form: unknown };

/** What there is to show: a receipt, the editor, or why the form is closed. */
function Content({ kase, processes }: { readonly kase: CaseView; readonly processes: readonly Process[] }) {
  const [search] = useSearchParams();
  const receipt = kase.receipts.find(({ code }) => code === search.get('receipt'));
  if (receipt) return <ReceiptView kase={kase} receipt={receipt} />;
  const event = editEventOf(kase);
  const schema = processes.find(({ name }) => name === 'application')?.form as Schema | null | undefined;
  if (!event || !schema) return <Closed kase={kase} />;
  return <Editor key={`${kase.id}/${event}`} kase={kase} schema={schema} event={event} />;
}

/** `/app/applications/:id/edit`: the application form while it is written or completed, and its receipt afterwards. */
export function Page() {
  const say = useSay();
  const { id } = useParams<{ id: string }>();
  const kase = useQuery(caseQuery('application', id));
  const processes = useQuery(processesQuery);
  useTitle(say(words.title));
  if (kase.data && processes.data) return <Content kase={kase.data} processes={processes.data} />;
  const error = kase.error ?? processes.error;
  if (!error) return <Skeleton lines={9} />;
  return <ErrorView error={error} onRetry={() => void Promise.all([kase.refetch(), processes.refetch()])} />;
}
