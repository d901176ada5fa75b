import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { ErrorView } from '../api/problem-view.tsx';
import { caseQuery, processesQuery } from '../api/query.ts';
import { paths } from '../paths.ts';
import { useTitle } from '../shell/use-title.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { useSay } from '../ui/language.tsx';
import type { Schema } from '../ui/schema/schema.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Editor } from './editor.tsx';
import type { FormKind } from './form-kind.ts';
import { ReceiptView } from './receipt-view.tsx';
import { words } from './words.ts';

function Closed({ kase }: { readonly kase: CaseView }) {
  const say = useSay();
  return (
    <Empty isPage title={say(words.closed)}>
      <p className="mb-5">{say(words.closedWhy(kase.stateTitle))}</p>
      <Link href={paths.case(kase.process, kase.id)} className={buttonClass('primary')}>
        {say(words.openCase)}
      </Link>
    </Empty>
  );
}

type Process = { readonly name: string; readonly form: unknown };
type ContentProps = { readonly kind: FormKind; readonly kase: CaseView; readonly processes: readonly Process[] };

/** What there is to show: a receipt, the editor, or why the form is closed. */
function Content({ kind, kase, processes }: ContentProps) {
  const [search] = useSearchParams();
  const receipt = kase.receipts.find(({ code }) => code === search.get('receipt'));
  if (receipt) return <ReceiptView kase={kase} receipt={receipt} lead={kind.words.receiptLead} />;
  const edit = kind.edits.find(({ event }) => kase.actions.some((action) => action.event === event));
  const schema = processes.find(({ name }) => name === kind.process)?.form as Schema | null | undefined;
  if (!edit || !schema) return <Closed kase={kase} />;
  return <Editor key={`${kase.id}/${edit.event}`} kind={kind} kase={kase} schema={schema} edit={edit} />;
}

/** The form of a case while it is written or completed, and its receipt afterwards. */
export function EditorPage({ kind }: { readonly kind: FormKind }) {
  const say = useSay();
  const { id } = useParams<{ id: string }>();
  const kase = useQuery(caseQuery(kind.process, id));
  const processes = useQuery(processesQuery);
  useTitle(say(kind.words.title));
  if (kase.data && processes.data) return <Content kind={kind} kase={kase.data} processes={processes.data} />;
  const error = kase.error ?? processes.error;
  if (!error) return <Skeleton lines={9} />;
  return <ErrorView error={error} onRetry={() => void Promise.all([kase.refetch(), processes.refetch()])} />;
}
