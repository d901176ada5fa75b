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

/** Words sent with an event: the proposal, a reason for sending back, or nothing. */
function inputOf(event: string, typed: Selection): object {
  if (event === 'propose_selection') return typed;
  return event === 'send_back_selection' ? { reason: typed.reason } : {};
}

function useDecision({ kase, row, event, onDone }: Props) {
  const tell = useToast();
  const { run, isBusy, problem } = useCommand<Moved>();
  const send = async (input: object) => {
    const result = await run((key) => api.advance({ process: 'application', id: kase.id, event }, input, { version: kase.version, key }));
    if (!result.ok) return;
    tell(`${row.name}：${result.data.stateTitle}`);
    await onDone();
  };
  return { send, isBusy, problem };
}

/** One decision on one row: the officer's proposal, or the approver's answer to it. */
export function DecisionDialog(props: Props) {
  const { kase, row, places, event, onClose } = props;
  const say = useSay();
  const isWithin = row.rank !== null && row.rank <= places;
  const [typed, setTyped] = useState<Selection>({ isSelected: isWithin, reason: '' });
  const { send, isBusy, problem } = useDecision(props);
  const action = kase.actions.find((one) => one.event === event);
  const title = action?.title ?? '';
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {say(words.cancel)}
      </Button>
      <Button kind={action?.manner === 'grave' ? 'grave' : 'primary'} isBusy={isBusy} onClick={() => void send(inputOf(event, typed))}>
        {title}
      </Button>
    </>
  );
  return (
    <Dialog title={`${title}：${row.name}`} {...(isBusy ? {} : { onClose })} footer={footer}>
      <div className="grid gap-5">
        <p className="text-soft">
          {say(words.placeOf(row.rank ?? 0, places))} · {say(words.score)} <b className="text-ink">{row.score?.toFixed(2)}</b>
        </p>
        <Words kase={kase} event={event} isWithin={isWithin} typed={typed} onTyped={setTyped} />
        {problem && <ProblemView problem={problem} />}
      </div>
    </Dialog>
  );
}

type WordsProps = {
  readonly kase: CaseView;
  readonly event: string;
  readonly isWithin: boolean;
  readonly typed: Selection;
  readonly onTyped: (typed: Selection) => void;
};

/** What a decision needs: an outcome to propose, or the proposal to read; and a reason where one is asked. */
function Words({ kase, event, isWithin, typed, onTyped }: WordsProps) {
  const isProposal = event === 'propose_selection';
  return (
    <>
      {isProposal ? (
        <Outcome
          isSelected={typed.isSelected}
          isAgainst={typed.isSelected !== isWithin}
          onPick={(isSelected) => onTyped({ ...typed, isSelected })}
        />
      ) : (
        <Proposal kase={kase} />
      )}
      {'reason' in inputOf(event, typed) && <Reason value={typed.reason} onValue={(reason) => onTyped({ ...typed, reason })} />}
    </>
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
