import { type ReactNode, type SyntheticEvent, useId } from 'react';
import { isOutcomeUnknown, type Result } from '#contract/client.ts';
import type { Problem } from '#contract/problems.ts';
import { ProblemView } from '../api/problem-view.tsx';
import { useCommand } from '../api/use-command.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/language.tsx';
import { SchemaForm } from '../ui/schema/form.tsx';
import type { Choices } from '../ui/schema/form-context.tsx';
import type { Schema, Tree } from '../ui/schema/schema.ts';
import { words } from '../words.ts';

type Props<Data> = {
  readonly title: string;
  /** The verb on the button. */
  readonly send: string;
  readonly schema: Schema;
  readonly value: Tree;
  readonly onValue: (value: Tree) => void;
  readonly onSend: (key: string) => Promise<Result<Data>>;
  /** It went through. */
  readonly onSent: (data: Data) => void;
  readonly onClose: () => void;
  readonly choices?: Readonly<Record<string, Choices>>;
  readonly notes?: Readonly<Record<string, ReactNode>>;
  readonly isGrave?: boolean;
  /** What one must know before sending. */
  readonly children?: ReactNode;
};

/** Asks for what a command of the API needs, sends it, and shows what the server says beside the fields. */
export function FormDialog<Data>(props: Props<Data>) {
  const { title, send, onSend, onSent, onClose, isGrave = false, children } = props;
  const say = useSay();
  const form = useId();
  const { run, isBusy, problem } = useCommand<Data>();
  const isInDoubt = isUnknown(problem);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await run(onSend);
    if (result.ok) onSent(result.data);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button kind={isGrave ? 'grave' : 'primary'} type="submit" form={form} isBusy={isBusy}>
            {isInDoubt ? say(words.retry) : send}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate autoComplete="off" className="grid grid-cols-1 gap-5">
        {children}
        {problem && isInDoubt && <ProblemView problem={problem} />}
        <Fields {...props} problem={problem} isInDoubt={isInDoubt} />
      </form>
    </Dialog>
  );
}

type FieldsProps<Data> = Pick<Props<Data>, 'schema' | 'value' | 'onValue' | 'choices' | 'notes'> & {
  readonly problem: Problem | null;
  readonly isInDoubt: boolean;
};

function Fields<Data>({ schema, value, onValue, choices = none, notes = none, problem, isInDoubt }: FieldsProps<Data>) {
  return (
    <SchemaForm
      schema={schema}
      value={value}
      onChange={onValue}
      faults={problem && !isInDoubt ? problem.refusals : noFaults}
      choices={choices}
      notes={notes}
      isEditable={isInDoubt ? never : always}
    />
  );
}

const isUnknown = (problem: Problem | null) => problem !== null && isOutcomeUnknown(problem);
const none = {} as const;
const noFaults = [] as const;
// A retry must say the same words as the first try, or its key would not fit.
const never = () => false;
const always = () => true;
