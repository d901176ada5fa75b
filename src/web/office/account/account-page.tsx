import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import type { Problem } from '#contract/problems.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useAdoptSession, useSigned } from '../../session/session.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { errorsByField } from '../../ui/schema/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words } from '../../words.ts';
import { DevicesCard } from './devices-card.tsx';
import { EnrolFactor } from './enrol-factor.tsx';
import { accountWords } from './words.ts';

function PasswordCard() {
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const { person } = useSigned();
  const errors = errorsByField(problem?.refusals ?? []);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await api.call('changePassword', { body: { current, next } });
    setProblem(result.ok ? null : result.problem);
    if (!result.ok) return;
    setCurrent('');
    setNext('');
    tell(say(accountWords.changed));
    void queries.invalidateQueries({ queryKey: ['devices'] });
  };
  return (
    <Card title={say(accountWords.password)}>
      <form onSubmit={(event) => void submit(event)} className="grid max-w-md gap-5" noValidate>
        {problem && Object.keys(errors).length === 0 && <ProblemView problem={problem} />}
        <input type="text" name="username" autoComplete="username" value={person.username} readOnly hidden />
        <TextField
          label={say(accountWords.current)}
          type="password"
          autoComplete="current-password"
          value={current}
          onValue={setCurrent}
          error={errors.current}
        />
        <TextField
          label={say(accountWords.next)}
          help={say(accountWords.nextHelp)}
          type="password"
          autoComplete="new-password"
          value={next}
          onValue={setNext}
          error={errors.next}
        />
        <Button kind="primary" type="submit" className="justify-self-start">
          {say(accountWords.password)}
        </Button>
      </form>
    </Card>
  );
}

function FactorCard() {
  const say = useSay();
  const tell = useToast();
  const adopt = useAdoptSession();
  const { secondFactor } = useSigned();
  const [isEnrolling, setIsEnrolling] = useState(false);
  const isOn = secondFactor === 'done';
  return (
    <Card title={say(accountWords.factor)}>
      <p className="mb-4 max-w-prose text-soft">{say(isOn ? accountWords.factorOn : accountWords.factorOff)}</p>
      <Button onClick={() => setIsEnrolling(true)}>{say(isOn ? accountWords.factorAgain : accountWords.factorStart)}</Button>
      {isEnrolling && (
        <Dialog title={say(accountWords.factorStart)} onClose={() => setIsEnrolling(false)} width="narrow">
          <EnrolFactor
            onSession={(session) => {
              setIsEnrolling(false);
              tell(say(accountWords.factorDone));
              void adopt(session);
            }}
          />
        </Dialog>
      )}
    </Card>
  );
}

/** Password, second factor and signed-in devices. */
export function AccountPage() {
  const say = useSay();
  useTitle(say(words.account));
  return (
    <>
      <h1 className="mb-5 font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.account)}</h1>
      <div className="grid max-w-3xl gap-6">
        <PasswordCard />
        <FactorCard />
        <DevicesCard />
      </div>
    </>
  );
}
