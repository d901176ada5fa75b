import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Moved } from '#contract/cases.ts';
import type { PayableView } from '#contract/payments.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { processesQuery } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { yuanText } from '../../ui/money.ts';
import { Notice } from '../../ui/notice.tsx';
import { paths } from '../../paths.ts';
import { words as shellWords } from '../../words.ts';
import { mostInBatch, totalOf } from './payable.ts';
import { words } from './words.ts';

type Props = { readonly chosen: readonly PayableView[]; readonly skipped: number };

function MakeDialog({ chosen, skipped, onClose }: Props & { readonly onClose: () => void }) {
  const say = useSay();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { run, isBusy, problem } = useCommand<Moved>();
  const isTooMany = chosen.length > mostInBatch;
  const make = async () => {
    const result = await run((key) => api.open('payment', { payables: chosen.map(({ id }) => id) }, key));
    // What can be paid may have changed meanwhile: the list behind the dialog shows it.
    void queries.invalidateQueries({ queryKey: ['payables'] });
    if (result.ok) go(paths.case('payment', result.data.id));
  };
  return (
    <Dialog
      title={say(words.make)}
      {...(isBusy ? {} : { onClose })}
      width="narrow"
      footer={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            {say(shellWords.cancel)}
          </Button>
          <Button kind="primary" isBusy={isBusy} disabled={isTooMany} onClick={() => void make()}>
            {say(words.make)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-lg">{say(words.makeAsk(chosen.length, yuanText(totalOf(chosen))))}</p>
        {skipped > 0 && <Notice>{say(words.skipped(skipped))}</Notice>}
        {isTooMany && <Notice tone="warn">{say(words.tooMany(mostInBatch))}</Notice>}
        {problem && <ProblemView problem={problem} />}
      </div>
    </Dialog>
  );
}

/** What is chosen, at the foot of the list, and the way to a batch. */
export function BatchBar({ chosen, skipped, onNone }: Props & { readonly onNone: () => void }) {
  const say = useSay();
  const [isMaking, setIsMaking] = useState(false);
  const processes = useQuery(processesQuery);
  const title = processes.data?.find(({ name }) => name === 'payment')?.opens.title ?? say(words.make);
  if (chosen.length === 0) return null;
  return (
    <div className="no-print sticky bottom-0 z-10 -mx-2 mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-t-xl border border-line bg-card px-5 py-3 shadow-float">
      <p aria-live="polite" className="mr-auto font-semibold">
        {say(words.chosen(chosen.length, yuanText(totalOf(chosen))))}
      </p>
      <Button kind="bare" size="small" onClick={onNone}>
        {say(words.chooseNone)}
      </Button>
      <Button kind="primary" onClick={() => setIsMaking(true)}>
        {title}
      </Button>
      {isMaking && <MakeDialog chosen={chosen} skipped={skipped} onClose={() => setIsMaking(false)} />}
    </div>
  );
}
