/* oxlint-disable jsx-a11y/no-autofocus -- each step is a page or dialog of its own, and its first field is what it is about */
import { type SyntheticEvent, useState } from 'react';
import type { Problem } from '#contract/problems.ts';
import type { Session } from '#contract/session.ts';
import type { Result } from '#contract/client.ts';
import { api } from '../api/client.ts';
import { ProblemView } from '../api/problem-view.tsx';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { words } from '../words.ts';

type StepProps = { readonly onSession: (session: Session) => void };

function useStep(onSession: (session: Session) => void) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (answer: Promise<Result<Session>>) => {
    setIsBusy(true);
    const result = await answer;
    setIsBusy(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) onSession(result.data);
  };
  return { isBusy, problem, send };
}

/** User name and password. `username` fixes whose password is asked. */
export function PasswordStep({ onSession, username: fixed }: StepProps & { readonly username?: string }) {
  const say = useSay();
  const [username, setUsername] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const { isBusy, problem, send } = useStep(onSession);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send(api.call('signIn', { body: { username, password } }, { isQuiet: true }));
  };
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate>
      {problem && <ProblemView problem={problem} />}
      <TextField
        label={say(words.username)}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={!fixed}
        readOnly={Boolean(fixed)}
        value={username}
        onValue={setUsername}
      />
      <TextField
        label={say(words.password)}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={Boolean(fixed)}
        value={password}
        onValue={setPassword}
      />
      <Button kind="primary" type="submit" isBusy={isBusy}>
        {say(words.signIn)}
      </Button>
    </form>
  );
}

/** The six digits of the authenticator. */
export function CodeStep({ onSession }: StepProps) {
  const say = useSay();
  const [code, setCode] = useState('');
  const { isBusy, problem, send } = useStep(onSession);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send(api.call('passSecondFactor', { body: { code } }, { isQuiet: true }));
  };
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate>
      {problem && <ProblemView problem={problem} />}
      <TextField
        label={say(words.code)}
        help={say(words.codeHelp)}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        autoFocus
        className="max-w-48 text-center font-mono text-2xl tracking-[0.3em]"
        value={code}
        onValue={(typed) => setCode(typed.replace(/\D/g, ''))}
      />
      <Button kind="primary" type="submit" isBusy={isBusy}>
        {say(words.verify)}
      </Button>
    </form>
  );
}
