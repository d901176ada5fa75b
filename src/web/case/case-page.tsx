import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { ActionView, CaseView, Moved } from '#contract/cases.ts';
import { Answer } from '../api/answer.tsx';
import { caseQuery, processesQuery, ProblemError } from '../api/query.ts';
import { useSigned } from '../session/session.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { useTitle } from '../shell/use-title.ts';
import { useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { blankOf, type Tree } from '../ui/schema/schema.ts';
import { useToast } from '../ui/toast.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { actionContext } from './panel/action-context.tsx';
import { CaseHeader } from './case-header.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { CaseData } from './case-data.tsx';
import { screenOf } from './event-screens.ts';
import { useKept } from './keep.ts';
import { type ProcessInfo, schemaOf } from './process-info.ts';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { Side } from './side.tsx';
import { useChoices } from './use-choices.tsx';
import { caseWords } from './words.ts';

/** One case: what it is, where it stands, what the reader can do, and everything the reader may see of it. */
export function CasePage() {
  const { process, id } = useParams<{ process: string; id: string }>();
  const view = useQuery(caseQuery(process, id));
  const processes = useQuery(processesQuery);
  useTitle(view.data ? `${view.data.number} ${view.data.summary}` : '');
  if (isMissing(view.error)) return <NotFound />;
  return (
    <Answer query={view} lines={12}>
      {(found) => (
        <Answer query={processes} lines={12}>
          {(all) => {
            const info = all.find(({ name }) => name === process);
            return info ? <Case key={id} view={found} info={info} /> : <NotFound />;
          }}
        </Answer>
      )}
    </Answer>
  );
}

const isMissing = (error: Error | null) => error instanceof ProblemError && error.problem.status === 404;

function Case({ view, info }: { readonly view: CaseView; readonly info: ProcessInfo }) {
  const [acting, setActing] = useState<ActionView | null>(null);
  return (
    <>
      <CaseHeader view={view} info={info} onAct={setActing} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_19rem] xl:grid-cols-[13.5rem_minmax(0,1fr)_19rem]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-6 xl:order-2">
          <CaseData view={view} info={info} />
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-6 xl:order-3">
          <Side view={view} info={info} />
          <div className="xl:hidden">
            <CaseTimeline view={view} />
          </div>
        </div>
        <div className="hidden xl:order-1 xl:block">
          <CaseTimeline view={view} />
        </div>
      </div>
      <Acting view={view} info={info} acting={acting} onClose={() => setActing(null)} />
    </>
  );
}

type ActingProps = {
  readonly view: CaseView;
  readonly info: ProcessInfo;
  readonly acting: ActionView | null;
  readonly onClose: () => void;
};

/** The dialog of the chosen action. What was typed is kept per event on this device, so closing it loses nothing. */
function Acting({ view, info, acting, onClose }: ActingProps) {
  const say = useSay();
  const tell = useToast();
  const { person } = useSigned();
  const { typed, keep, forget } = useKept(`${person.id}/${view.id}`);
  const [receipted, setReceipted] = useState<Moved | null>(null);
  if (receipted?.receipt) return <ReceiptDialog moved={{ ...receipted, receipt: receipted.receipt }} onClose={() => setReceipted(null)} />;
  if (!acting) return null;
  const { event, title } = acting;
  const moved = (result: Moved) => {
    forget(event);
    onClose();
    tell(say(caseWords.done(title, result.stateTitle)));
    if (result.receipt) setReceipted(result);
  };
  const shared = { view, acting, typed: typed[event], onValue: (value: Tree) => keep(event, value), onForget: () => forget(event) };
  return <ActingDialog key={event} {...shared} info={info} onClose={onClose} onMoved={moved} />;
}

type DialogProps = {
  readonly view: CaseView;
  readonly info: ProcessInfo;
  readonly acting: ActionView;
  readonly typed: Tree | undefined;
  readonly onValue: (value: Tree) => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
  readonly onMoved: (moved: Moved) => void;
};

/** The dialog with what it can be filled from; says when it brings back what was typed before. */
function ActingDialog({ view, info, acting, typed, onValue, onForget, onClose, onMoved }: DialogProps) {
  const choices = useChoices(view, info, acting);
  const screen = screenOf(view.process, acting.event);
  const { useStart = useNothing } = screen;
  const start = useStart(view);
  const [isBack, setIsBack] = useState(typed !== undefined);
  const blank = blankOf(schemaOf(acting.input)) as Tree;
  const anew = () => {
    setIsBack(false);
    onForget();
  };
  return (
    <ActionDialog
      view={view}
      action={view.actions.find((action) => action.event === acting.event)}
      title={acting.title}
      event={acting.event}
      input={acting.input}
      value={typed ?? start ?? blank}
      onValue={onValue}
      onClose={onClose}
      onMoved={onMoved}
      choices={choices}
      screen={screen}
      context={
        <>
          {isBack && <Kept onAnew={anew} />}
          {actionContext(view, acting.event)}
        </>
      }
    />
  );
}

const useNothing = (): undefined => undefined;

/** What was typed before and not sent is there again; it can be put away. */
function Kept({ onAnew }: { readonly onAnew: () => void }) {
  const say = useSay();
  return (
    <Notice>
      {say(caseWords.kept)}{' '}
      <button type="button" onClick={onAnew} className="link min-h-6">
        {say(caseWords.startAnew)}
      </button>
    </Notice>
  );
}
