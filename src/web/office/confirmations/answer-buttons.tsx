import { type SyntheticEvent, useId, useState } from 'react';
import type { FactView } from '#contract/facts.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { describedBy, FieldWrap } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words as shellWords } from '../../words.ts';
import { useSigned } from '../../session/session.tsx';
import { useFactsChanged } from '../facts/query.ts';
import { answerOf } from './answer.ts';
import { words } from './words.ts';

type DialogProps = {
  readonly fact: Pick<FactView, 'id'>;
  readonly isConfirmed: boolean;
  readonly remark: string;
  readonly onRemark: (remark: string) => void;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

const askOf = (isConfirmed: boolean) =>
  isConfirmed
    ? { title: words.confirmAsk, why: words.confirmWhy, remark: words.remark, act: words.confirm, done: words.done }
    : { title: words.denyAsk, why: words.denyWhy, remark: words.remarkNeeded, act: words.deny, done: words.denied };

function AnswerDialog({ fact, isConfirmed, remark, onRemark, onClose, onDone }: DialogProps) {
  const say = useSay();
  const form = useId();
  const tell = useToast();
  const renew = useFactsChanged();
  const { run, isBusy, problem } = useCommand<undefined>();
  const ask = askOf(isConfirmed);
  const error = problem?.refusals.find(({ field }) => field === 'remark')?.says;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await run((key) => api.call('confirmFact', { params: { id: fact.id }, body: { isConfirmed, remark } }, { key }));
    if (!result.ok) return;
    tell(say(ask.done));
    onDone();
    await renew();
  };
  return (
    <Dialog
      title={say(ask.title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(shellWords.cancel)}</Button>
          <Button kind={isConfirmed ? 'primary' : 'grave'} type="submit" form={form} isBusy={isBusy}>
            {say(ask.act)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
        <p>{say(ask.why)}</p>
        {problem && !error && <ProblemView problem={problem} />}
        <FieldWrap id={`${form}-remark`} label={say(ask.remark)} error={error}>
          <textarea
            id={`${form}-remark`}
            rows={3}
            maxLength={500}
            value={remark}
            onChange={(event) => onRemark(event.target.value)}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(`${form}-remark`, { help: false, error: Boolean(error) })}
            className="control field-sizing-content"
          />
        </FieldWrap>
      </form>
    </Dialog>
  );
}

/** Confirm or deny; what was typed stays while the dialog is put away. An answer already given may be turned round. */
export function AnswerButtons({ fact }: { readonly fact: Pick<FactView, 'id' | 'confirmations'> }) {
  const say = useSay();
  const { office } = useSigned();
  const given = answerOf(fact.confirmations, office.organisationName);
  const [asked, setAsked] = useState<boolean | null>(null);
  const [remark, setRemark] = useState('');
  const close = () => setAsked(null);
  return (
    <div className="no-print flex flex-wrap gap-3">
      {given !== true && (
        <Button kind={given === null ? 'primary' : 'plain'} onClick={() => setAsked(true)}>
          {say(given === null ? words.confirm : words.changeToYes)}
        </Button>
      )}
      {given !== false && (
        <Button kind="grave" onClick={() => setAsked(false)}>
          {say(given === null ? words.deny : words.changeToNo)}
        </Button>
      )}
      {asked !== null && (
        <AnswerDialog
          fact={fact}
          isConfirmed={asked}
          remark={remark}
          onRemark={setRemark}
          onClose={close}
          onDone={() => {
            setRemark('');
            close();
          }}
        />
      )}
    </div>
  );
}
