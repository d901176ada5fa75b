import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { ActionView, CaseView, Moved } from '#contract/cases.ts';
import { isOutcomeUnknown } from '#contract/client.ts';
import type { Problem } from '#contract/problems.ts';
import { api } from '../api/client.ts';
import { useCommand } from '../api/use-command.ts';
import { caseQuery } from '../api/query.ts';
import { ClauseMark } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { SchemaForm } from '../ui/schema/form.tsx';
import type { Choices } from '../ui/schema/form-context.tsx';
import { fieldsOf, sendable, type Tree } from '../ui/schema/schema.ts';
import { words } from '../words.ts';
import type { BodyProps, EventScreen } from './event-screen.ts';
import { schemaOf } from './process-info.ts';
import { caseWords } from './words.ts';

type Props = {
  readonly view: CaseView;
  /** The action as the case offers it now; undefined when it no longer does. */
  readonly action: ActionView | undefined;
  readonly title: string;
  readonly event: string;
  /** The input as it was when the dialog opened: what was typed stays in sight even if the action is gone. */
  readonly input: unknown;
  readonly value: Tree;
  readonly onValue: (value: Tree) => void;
  readonly onClose: () => void;
  readonly onMoved: (moved: Moved) => void;
  readonly choices?: Readonly<Record<string, Choices>>;
  /** What one must know before acting. */
  readonly context?: ReactNode;
  /** Where the dialog departs from the form its schema makes. */
  readonly screen?: EventScreen;
};

/** What stands between the dialog and its sending. */
type Fate = 'fine' | 'gone' | 'loaded' | 'stale' | 'unknown' | 'refused';

type TroubleProps = { readonly fate: Fate; readonly problem: Problem | null; readonly onLoad: () => void };

/** What went wrong with sending, where it is not a matter of the fields. */
function Trouble({ fate, problem, onLoad }: TroubleProps) {
  const say = useSay();
  switch (fate) {
    case 'gone':
      return <Notice tone="warn">{say(caseWords.gone)}</Notice>;
    case 'loaded':
      return <Notice>{say(caseWords.loaded)}</Notice>;
    case 'stale':
      return (
        <Notice tone="bad">
          <p className="font-semibold">{say(caseWords.staleTitle)}</p>
          <p>{say(caseWords.staleHelp)}</p>
          <Button size="small" className="mt-2" onClick={onLoad}>
            {say(caseWords.loadLatest)}
          </Button>
        </Notice>
      );
    case 'unknown':
      return (
        <Notice tone="bad">
          <p className="font-semibold">{problem?.code === 'network' ? problem.title : say(caseWords.unknownTitle)}</p>
          <p>{say(caseWords.unknownHelp)}</p>
        </Notice>
      );
    case 'fine':
    case 'refused':
      return null;
  }
}

function fateOf(problem: Problem | null, { isGone, isLoaded }: { readonly isGone: boolean; readonly isLoaded: boolean }): Fate {
  if (isGone) return 'gone';
  if (!problem) return isLoaded ? 'loaded' : 'fine';
  if (problem.code === 'stale_version' || problem.code === 'wrong_state') return 'stale';
  return isOutcomeUnknown(problem) ? 'unknown' : 'refused';
}

/** Sends one event and keeps what the screen must know about its fate. */
function useAdvance({ view, event, onMoved }: Pick<Props, 'view' | 'event' | 'onMoved'>) {
  const queries = useQueryClient();
  const { run, isBusy, problem, clear } = useCommand<Moved>();
  const [isLoaded, setIsLoaded] = useState(false);
  const [isSettling, setIsSettling] = useState(false);
  const version = useRef(view.version);
  const { queryKey } = caseQuery(view.process, view.id);
  const send = async (input: unknown) => {
    setIsLoaded(false);
    // A retry of unknown fate names the version the first try named.
    if (!problem || !isOutcomeUnknown(problem)) version.current = view.version;
    const result = await run((key) => api.advance({ process: view.process, id: view.id, event }, input, { version: version.current, key }));
    if (!result.ok) return;
    setIsSettling(true);
    await queries.refetchQueries({ queryKey });
    onMoved(result.data);
    void queries.invalidateQueries();
  };
  const load = async () => {
    await queries.refetchQueries({ queryKey });
    clear();
    setIsLoaded(true);
  };
  return { send, load, isBusy, isSettling, isLoaded, problem };
}

/** A grave event is sent on the second press only. */
function useAskAgain(isGrave: boolean, send: () => void) {
  const [isAsking, setIsAsking] = useState(false);
  const press = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isGrave && !isAsking) return setIsAsking(true);
    setIsAsking(false);
    send();
  };
  return { isAsking, press };
}

const widthOf = (fields: number) => (fields === 0 ? 'narrow' : fields > 5 ? 'wide' : 'regular');

/** Which case and clause it is about. */
function About({ view, action }: Pick<Props, 'view' | 'action'>) {
  const say = useSay();
  return (
    <p className="text-sm text-soft">
      {view.number} {view.summary}
      {action && (
        <span className="block">
          {say(caseWords.restsOn)} <ClauseMark clause={action.clause} />
        </span>
      )}
    </p>
  );
}

type SendProps = {
  readonly form: string;
  readonly title: string;
  readonly fate: Fate;
  readonly isGrave: boolean;
  readonly isAsking: boolean;
  readonly isBusy: boolean;
};

function SendButton({ form, title, fate, isGrave, isAsking, isBusy }: SendProps) {
  const say = useSay();
  const label = fate === 'unknown' ? say(words.retry) : title;
  return (
    <Button kind={isGrave ? 'grave' : 'primary'} type="submit" form={form} isBusy={isBusy} disabled={fate === 'gone' || fate === 'stale'}>
      {isAsking ? say(caseWords.graveGo(title)) : label}
    </Button>
  );
}

type FieldsProps = Omit<BodyProps, 'isEditable'> & {
  readonly fate: Fate;
  readonly choices: Readonly<Record<string, Choices>>;
  readonly screen: EventScreen;
};

/** What stands above the fields, and the fields themselves: the screen's own, or made from the schema. */
function Fields({ fate, choices, screen, ...rest }: FieldsProps) {
  const { Body, Context } = screen;
  const { view, ...shared } = { ...rest, isEditable: fate === 'unknown' ? never : always };
  return (
    <>
      {Context && <Context view={view} />}
      {Body ? <Body view={view} {...shared} /> : <SchemaForm {...shared} choices={choices} />}
    </>
  );
}

/** Asks for what an event needs and sends it. Nothing is shown as done before the server says so. */
export function ActionDialog(props: Props) {
  const { view, action, title, value, onValue, onClose, choices = noChoices, context, input, screen = noScreen } = props;
  const say = useSay();
  const form = useId();
  const { send, load, isBusy, isSettling, isLoaded, problem } = useAdvance(props);
  const schema = schemaOf(action ? action.input : input);
  const isGrave = action?.manner === 'grave';
  const { isAsking, press } = useAskAgain(isGrave, () => void send(sendable(schema, value)));
  const fate = fateOf(problem, { isGone: !action && !isSettling, isLoaded });
  const fields = fieldsOf(schema).length;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      width={screen.isWide ? 'wide' : widthOf(fields)}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <SendButton form={form} title={title} fate={fate} isGrave={isGrave} isAsking={isAsking} isBusy={isBusy || isSettling} />
        </>
      }
    >
      <form id={form} onSubmit={press} noValidate className="grid grid-cols-1 gap-5">
        <Trouble fate={fate} problem={problem} onLoad={() => void load()} />
        {context}
        {fields === 0 && <p>{say(caseWords.confirmPlain(title))}</p>}
        <About view={view} action={action} />
        <Fields {...{ view, schema, value, fate, choices, screen }} onChange={onValue} faults={faultsOf(fate, problem)} />
        {isAsking && <Notice tone="warn">{say(caseWords.graveAsk)}</Notice>}
      </form>
    </Dialog>
  );
}

const faultsOf = (fate: Fate, problem: Problem | null) => (fate === 'refused' && problem ? problem.refusals : none);
const none = [] as const;
// A retry must say the same words as the first try, or its key would not fit.
const never = () => false;
const always = () => true;
const noChoices = {} as const;
const noScreen: EventScreen = {};
