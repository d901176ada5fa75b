import { useState } from 'react';
import type { CaseView, Moved } from '#contract/cases.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { RankingRow } from './ranking.ts';
import { words } from './words.ts';

type Props = {
  readonly kase: CaseView;
  readonly row: RankingRow;
  readonly places: number;
  readonly event: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
};

type Selection = { readonly isSelected: boolean; readonly reason: string };

/** One decision on one row: the officer's proposal, or the approver's answer to it. */
export function DecisionDialog(props: Props) {
  const { kase, row, places, event, onClose, onDone } = props;
  const say = useSay();
  const tell = useToast();
  const [isSelected, setIsSelected] = useState(row.rank !== null && row.rank <= places);
  const [reason, setReason] = useState('');
  const { run, isBusy, problem } = useCommand<Moved>();
  const action = kase.actions.find((one) => one.event === event);
  const isProposal = event === 'propose_selection';
  const input = isProposal ? { isSelected, reason } : event === 'send_back_selection' ? { reason } : {};
  const send = async () => {
    const result = await run((key) => api.advance({ process: 'application', id: kase.id, event }, input, { version: kase.version, key }));
    if (!result.ok) return;
    tell(`${row.name}：${result.data.stateTitle}`);
    await onDone();
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {say(words.cancel)}
      </Button>
      <Button kind={action?.manner === 'grave' ? 'grave' : 'primary'} isBusy={isBusy} onClick={() => void send()}>
        {isProposal ? say(words.send) : action?.title}
      </Button>
    </>
  );
  return (
    <Dialog
      title={isProposal ? say(words.proposeTitle(row.name)) : `${action?.title ?? ''}：${row.name}`}
      {...(isBusy ? {} : { onClose })}
      footer={footer}
    >
      <div className="grid gap-5">
        <p className="text-soft">
          {say(words.placeOf(row.rank ?? 0, places))} · {say(words.score)} <b className="text-ink">{row.score?.toFixed(2)}</b>
        </p>
        {isProposal ? (
          <Outcome isSelected={isSelected} onPick={setIsSelected} isAgainst={isSelected !== (row.rank !== null && row.rank <= places)} />
        ) : (
          <Proposal kase={kase} />
        )}
        {'reason' in input && <Reason value={reason} onValue={setReason} />}
        {problem && <ProblemView problem={problem} />}
      </div>
    </Dialog>
  );
}

function Outcome({
  isSelected,
  isAgainst,
  onPick,
}: {
  readonly isSelected: boolean;
  readonly isAgainst: boolean;
  readonly onPick: (isSelected: boolean) => void;
}) {
  const say = useSay();
  return (
    <div>
      <div role="radiogroup" aria-label={say(words.outcome)} className="mb-3 flex flex-wrap gap-2">
        {[true, false].map((value) => (
          <label
            key={String(value)}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-edge px-4 has-checked:border-teal has-checked:bg-mist has-checked:font-semibold"
          >
            <input
              type="radio"
              name="outcome"
              checked={isSelected === value}
              onChange={() => onPick(value)}
              className="size-4 accent-teal"
            />
            {say(value ? words.selected : words.notSelected)}
          </label>
        ))}
      </div>
      {isAgainst && <Notice tone="warn">{say(words.against)}</Notice>}
    </div>
  );
}

/** What the officer proposed: the approver reads it before answering. */
function Proposal({ kase }: { readonly kase: CaseView }) {
  const say = useSay();
  const selection = kase.data.selection as Selection | null | undefined;
  if (!selection) return null;
  return (
    <div className="rounded-lg bg-sand px-4 py-3">
      <p className="text-sm text-soft">{say(words.proposal)}</p>
      <p className="font-semibold">{say(selection.isSelected ? words.selected : words.notSelected)}</p>
      <p className="whitespace-pre-wrap">{selection.reason}</p>
    </div>
  );
}

function Reason({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  const say = useSay();
  return (
    <div>
      <label htmlFor="decision-reason" className="mb-1 block font-semibold">
        {say(words.reason)}
      </label>
      <p className="mb-1.5 text-sm text-soft">{say(words.reasonHelp)}</p>
      <textarea
        id="decision-reason"
        rows={4}
        maxLength={2000}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        className="control"
      />
    </div>
  );
}
