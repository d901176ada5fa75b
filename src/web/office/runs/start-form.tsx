import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useSigned } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { knownAtOf } from './run.ts';
import { words } from './words.ts';

const firstYear = 2020;

/** Starts a yearly determination; `onStarted` opens it. */
export function StartForm({ onStarted }: { readonly onStarted: (id: string) => void }) {
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const { today } = useSigned();
  const current = Number(today.slice(0, 4));
  const [year, setYear] = useState(String(current));
  const [known, setKnown] = useState('');
  const { run, isBusy, problem } = useCommand<{ readonly id: string }>();
  const years = Array.from({ length: current - firstYear + 1 }, (_, index) => String(current - index));
  const faultOf = (field: string) => problem?.refusals.find((refusal) => refusal.field === field)?.says;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const knownAt = knownAtOf(known);
    const result = await run((key) => api.call('startRun', { body: { year: Number(year), ...(knownAt ? { knownAt } : {}) } }, { key }));
    if (!result.ok) return;
    tell(say(words.started));
    void queries.invalidateQueries({ queryKey: ['runs'] });
    onStarted(result.data.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="mb-6 rounded-xl border border-line bg-card px-5 py-5 sm:px-7">
      <div className="grid items-start gap-5 sm:grid-cols-[10rem_minmax(0,22rem)]">
        <SelectField
          label={say(words.year)}
          value={year}
          onValue={setYear}
          options={years.map((one) => ({ value: one, label: one }))}
          error={faultOf('year')}
        />
        <TextField
          label={say(words.known)}
          help={say(words.knownHelp)}
          type="datetime-local"
          value={known}
          onValue={setKnown}
          error={faultOf('knownAt')}
        />
      </div>
      {problem && !faultOf('knownAt') && !faultOf('year') && (
        <div className="mt-4">
          <ProblemView problem={problem} />
        </div>
      )}
      <Button kind="primary" type="submit" isBusy={isBusy} className="mt-5">
        {say(words.start)}
      </Button>
    </form>
  );
}
