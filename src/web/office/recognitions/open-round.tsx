import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useSigned } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words as shared } from '../../words.ts';
import type { Round } from './round.ts';
import { words } from './words.ts';

/** Who would get a case; each is listed below. */
function Preview({ round }: { readonly round: Round }) {
  const say = useSay();
  const without = round.rows.filter((row) => row.case === null && row.planVersion === null).length;
  return (
    <div>
      <p className="font-semibold">{say(words.willOpen(round.unopened))}</p>
      {without > 0 && <p className="text-gold">{say(words.withoutPlan(without))}</p>}
    </div>
  );
}

type AskProps = {
  readonly round: Round;
  readonly days: { readonly firstDay: string; readonly lastDay: string };
  readonly onClose: () => void;
};

/** The last question before all cases of a year are opened. */
function Ask({ round: { year, unopened }, days, onClose }: AskProps) {
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const { run, isBusy, problem } = useCommand<{ readonly zones: number }>();
  const open = async () => {
    const result = await run((key) => api.call('openRecognitionRound', { body: { year, ...days } }, { key }));
    if (!result.ok) return;
    tell(say(words.opened(year, result.data.zones)));
    onClose();
    await queries.invalidateQueries({ queryKey: ['recognition-round'] });
  };
  return (
    <Dialog
      title={say(words.open(year))}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(shared.cancel)}</Button>
          <Button kind="primary" isBusy={isBusy} onClick={() => void open()}>
            {say(words.confirm)}
          </Button>
        </>
      }
    >
      <p>{say(words.openAsk(unopened))}</p>
      <p className="mt-2">{say(words.window(days.firstDay, days.lastDay))}</p>
      {problem && (
        <div className="mt-4">
          <ProblemView problem={problem} />
        </div>
      )}
    </Dialog>
  );
}

/** `days` calendar days after a day. */
const later = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Opening the round of a year: its window, and before anything happens who gets a case. */
export function OpenRound({ round }: { readonly round: Round }) {
  const say = useSay();
  const { today } = useSigned();
  const [firstDay, setFirstDay] = useState(today);
  const [lastDay, setLastDay] = useState(later(today, 30));
  const [isAsking, setIsAsking] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsAsking(true);
  };
  return (
    <section className="mb-5 rounded-xl border border-line bg-card px-5 py-5 sm:px-7">
      <h2 className="font-serif text-lg font-bold">{say(words.notOpen(round.year))}</h2>
      {round.unopened === 0 ? (
        <p className="mt-2 text-soft">{say(words.nobody)}</p>
      ) : (
        <form onSubmit={submit} className="mt-4 grid gap-5">
          <div className="grid gap-5 sm:grid-cols-[12rem_12rem]">
            <TextField type="date" label={say(words.firstDay)} value={firstDay} onValue={setFirstDay} required />
            <TextField type="date" label={say(words.lastDay)} value={lastDay} onValue={setLastDay} min={firstDay} required />
          </div>
          <Preview round={round} />
          <p>
            <Button kind="primary" type="submit">
              {say(words.open(round.year))}
            </Button>
          </p>
        </form>
      )}
      {isAsking && <Ask round={round} days={{ firstDay, lastDay }} onClose={() => setIsAsking(false)} />}
    </section>
  );
}
