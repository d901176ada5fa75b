import { type SyntheticEvent, useId, useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { describedBy, FieldWrap } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words as shellWords } from '../../words.ts';
import { useFactsChanged } from './query.ts';
import { words } from './words.ts';

type Props = {
  readonly id: string;
  /** What was typed before the dialog was last put away. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
};

/** Withdraws a fact; the reason stays on record. */
export function WithdrawDialog({ id, reason, onReason, onClose }: Props) {
  const say = useSay();
  const form = useId();
  const tell = useToast();
  const renew = useFactsChanged();
  const { run, isBusy, problem } = useCommand<undefined>();
  const [isSettling, setIsSettling] = useState(false);
  const error = problem?.refusals.find(({ field }) => field === 'reason')?.says;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await run((key) => api.call('withdrawFact', { params: { id }, body: { reason } }, { key }));
    if (!result.ok) return;
    setIsSettling(true);
    await renew();
    tell(say(words.withdrawDone));
    onReason('');
    onClose();
  };
  return (
    <Dialog
      title={say(words.withdrawTitle)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(shellWords.cancel)}</Button>
          <Button kind="grave" type="submit" form={form} isBusy={isBusy || isSettling}>
            {say(words.withdrawNow)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
        <p>{say(words.withdrawLead)}</p>
        {problem && !error && <ProblemView problem={problem} />}
        <FieldWrap id={`${form}-reason`} label={say(words.withdrawReason)} error={error}>
          <textarea
            id={`${form}-reason`}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(`${form}-reason`, { help: false, error: Boolean(error) })}
            className="control field-sizing-content"
          />
        </FieldWrap>
      </form>
    </Dialog>
  );
}
