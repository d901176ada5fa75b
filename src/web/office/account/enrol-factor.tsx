import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { Result } from '#contract/client.ts';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { Problem } from '#contract/problems.ts';
import type { Session } from '#contract/session.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { words } from '../../words.ts';
import { accountWords } from './words.ts';

/** A QR code comes as a data address or as SVG text. */
const imageOf = (qr: string) => (qr.startsWith('data:') ? qr : `data:image/svg+xml;utf8,${encodeURIComponent(qr)}`);

type Enrolment = AnswerOf<NamedEndpoints['enrolSecondFactor']>;

/** Asks for a new secret once. It is a command and no query: asked again, it would replace the secret just confirmed. */
function useEnrolment() {
  const isAsked = useRef(false);
  const [result, setResult] = useState<Result<Enrolment>>();
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    void api.call('enrolSecondFactor', {}, { isQuiet: true }).then(setResult);
  }, []);
  return result;
}

/** Sets up the authenticator: show the QR code, then prove it works. */
export function EnrolFactor({ onSession }: { readonly onSession: (session: Session) => void }) {
  const say = useSay();
  const enrolment = useEnrolment();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await api.call('confirmSecondFactor', { body: { code } }, { isQuiet: true });
    if (result.ok) onSession(result.data);
    else setProblem(result.problem);
  };
  if (!enrolment) return <Skeleton lines={5} />;
  if (!enrolment.ok) return <ProblemView problem={enrolment.problem} />;
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-5" noValidate>
      {problem && <ProblemView problem={problem} />}
      <ol className="grid list-decimal gap-1 pl-5">
        <li>{say(accountWords.factorStep1)}</li>
        <li>{say(accountWords.factorStep2)}</li>
        <li>{say(accountWords.factorStep3)}</li>
      </ol>
      <div className="flex flex-wrap items-center gap-5">
        <img
          src={imageOf(enrolment.data.qr)}
          alt={say(accountWords.factorQr)}
          width={176}
          height={176}
          className="rounded-lg border border-line bg-[#fff] p-2"
        />
        <p className="min-w-0 flex-1 text-sm text-soft">
          {say(accountWords.factorSecret)}
          <code className="mt-1 block font-mono text-base wrap-anywhere text-ink">{enrolment.data.secret}</code>
        </p>
      </div>
      <TextField
        label={say(words.code)}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        className="max-w-48 font-mono"
        value={code}
        onValue={(typed) => setCode(typed.replace(/\D/g, ''))}
      />
      <Button kind="primary" type="submit">
        {say(accountWords.factorConfirm)}
      </Button>
    </form>
  );
}
