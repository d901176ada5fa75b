import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useId } from 'react';
import { useSearchParams } from 'wouter';
import type { ActionView, CaseView, Moved } from '#contract/cases.ts';
import { isOutcomeUnknown } from '#contract/client.ts';
import type { Problem } from '#contract/problems.ts';
import type { Words } from '#core/kernel/words.ts';
import { api } from '../api/client.ts';
import { ProblemView } from '../api/problem-view.tsx';
import { caseQuery } from '../api/query.ts';
import { useCommand } from '../api/use-command.ts';
import { useKept } from '../case/keep.ts';
import { schemaOf } from '../case/process-info.ts';
import { useSigned } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/language.tsx';
import { SchemaForm } from '../ui/schema/form.tsx';
import { blankOf, fieldsOf, sendable, type Tree } from '../ui/schema/schema.ts';
import type { FormKind } from './form-kind.ts';
import type { Saver } from './saver.ts';
import { words } from './words.ts';

type Props = {
  readonly kind: FormKind;
  readonly kase: CaseView;
  /** The event that files the form. */
  readonly action: ActionView;
  readonly warning: Words;
  readonly saver: Saver;
  readonly onClose: () => void;
};

/** Files the form as it is saved; the receipt takes the place of the editor. */
function useFiling({ kase, action, saver }: Props, forget: () => void) {
  const queries = useQueryClient();
  const [, setSearch] = useSearchParams();
  const { run, isBusy, problem } = useCommand<Moved>();
  const { process, id } = kase;
  const { queryKey } = caseQuery(process, id);
  const file = async (input: unknown) => {
    const at = { process, id, event: action.event };
    const result = await run((key) => api.advance(at, input, { version: saver.snapshot().version, key }));
    if (!result.ok) return queries.invalidateQueries({ queryKey });
    forget();
    await queries.refetchQueries({ queryKey });
    void queries.invalidateQueries({ queryKey: ['duties'] });
    setSearch(result.data.receipt ? { receipt: result.data.receipt.code } : {}, { replace: true });
    window.scrollTo(0, 0);
  };
  return { file, isBusy, problem };
}

/** What is filed beside the form, as typed so far; it is kept on this device until it is sent. */
function useTyped({ kind, kase, action }: Props) {
  const { person } = useSigned();
  const { typed, keep, forget } = useKept(`${person.id}/${kase.id}`);
  const schema = kind.filingSchema?.(kase, schemaOf(action.input)) ?? nothing;
  const value: Tree = { ...(blankOf({ type: 'object', ...schema }) as Tree), ...typed[action.event] };
  return {
    schema,
    value,
    isAsked: fieldsOf(schema).length > 0,
    keep: (next: Tree) => keep(action.event, next),
    forget: () => forget(action.event),
  };
}

/** Asks once more, and for what is filed beside the form. */
export function FilingConfirm(props: Props) {
  const { action, warning, onClose } = props;
  const say = useSay();
  const form = useId();
  const { schema, value, isAsked, keep, forget } = useTyped(props);
  const { file, isBusy, problem } = useFiling(props, forget);
  const isEditable = isBusy || isUnknown(problem) ? never : always;
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {say(words.notYet)}
      </Button>
      <Button kind="primary" type="submit" form={form} isBusy={isBusy}>
        {say(words.yesFile)}
      </Button>
    </>
  );
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    void file(isAsked ? sendable(schema, value) : {});
  };
  return (
    <Dialog title={action.title} width={isAsked ? 'regular' : 'narrow'} {...(isBusy ? {} : { onClose })} footer={footer}>
      <form id={form} noValidate className="grid grid-cols-1 gap-5" onSubmit={send}>
        <p>{say(warning)}</p>
        {isAsked && <SchemaForm schema={schema} value={value} onChange={keep} faults={problem?.refusals ?? none} isEditable={isEditable} />}
        {problem && !isAsked && <ProblemView problem={problem} />}
      </form>
    </Dialog>
  );
}

const isUnknown = (problem: Problem | null) => problem !== null && isOutcomeUnknown(problem);
const nothing = {} as const;
const none = [] as const;
// A retry must say the same words as the first try, or its key would not fit.
const never = () => false;
const always = () => true;
