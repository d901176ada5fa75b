import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseView, Moved } from '#contract/cases.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { words } from './words.ts';

type Props = { readonly kase: CaseView; readonly onDeclared: () => Promise<void> };

/** Interests come first: the bodies concerned, and either a declaration or a recusal. */
export function Declaration({ kase, onDeclared }: Props) {
  const say = useSay();
  const [isTicked, setIsTicked] = useState(false);
  const [isRecusing, setIsRecusing] = useState(false);
  const { run, isBusy, problem } = useCommand<Moved>();
  const parties = (Array.isArray(kase.data.parties) ? kase.data.parties : []).map(String);
  const declare = async () => {
    const result = await run((key) =>
      api.advance({ process: kase.process, id: kase.id, event: 'declare_clear' }, { hasNoConflict: true }, { version: kase.version, key }),
    );
    if (result.ok || result.problem.status === 412) await onDeclared();
  };
  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <header>
        <p className="text-soft">
          {kase.number} · {kase.summary}
        </p>
        <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.declareTitle)}</h1>
        <p className="mt-2 text-soft">{say(words.declareLead)}</p>
      </header>
      <Card title={say(words.parties)}>
        {parties.length === 0 ? (
          <p className="text-soft">{say(words.noParties)}</p>
        ) : (
          <ul className="columns-1 gap-8 sm:columns-2">
            {parties.map((name) => (
              <li key={name} className="break-inside-avoid border-b border-line py-2 font-semibold">
                {name}
              </li>
            ))}
          </ul>
        )}
        <label className="mt-6 flex cursor-pointer items-start gap-3 rounded-lg bg-sand px-4 py-3.5">
          <input
            type="checkbox"
            checked={isTicked}
            onChange={(event) => setIsTicked(event.target.checked)}
            className="mt-1 size-5 shrink-0 accent-teal"
          />
          <span>{say(words.clearStatement)}</span>
        </label>
        {problem && (
          <div className="mt-4">
            <ProblemView problem={problem} />
          </div>
        )}
        <p className="mt-5 flex flex-wrap gap-3">
          <Button kind="primary" disabled={!isTicked} isBusy={isBusy} onClick={() => void declare()}>
            {say(words.declare)}
          </Button>
          <Button kind="grave" onClick={() => setIsRecusing(true)}>
            {say(words.recuse)}
          </Button>
        </p>
      </Card>
      {isRecusing && <Recusal kase={kase} onClose={() => setIsRecusing(false)} />}
    </div>
  );
}

/** Leaving the panel, with the reason. */
export function Recusal({ kase, onClose }: { readonly kase: CaseView; readonly onClose: () => void }) {
  const say = useSay();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [reason, setReason] = useState('');
  const { run, isBusy, problem } = useCommand<Moved>();
  const recuse = async () => {
    const result = await run((key) =>
      api.advance({ process: kase.process, id: kase.id, event: 'recuse' }, { reason }, { version: kase.version, key }),
    );
    if (!result.ok) return;
    queries.removeQueries({ queryKey: ['case', kase.process, kase.id] });
    await queries.invalidateQueries({ queryKey: ['duties'] });
    navigate(paths.queue);
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {say(words.cancel)}
      </Button>
      <Button kind="grave" isBusy={isBusy} onClick={() => void recuse()}>
        {say(words.recuseNow)}
      </Button>
    </>
  );
  return (
    <Dialog title={say(words.recuseTitle)} width="narrow" onClose={onClose} footer={footer}>
      <p className="mb-4">{say(words.recuseLead)}</p>
      <label htmlFor="recuse-reason" className="mb-1 block font-semibold">
        {say(words.reason)}
      </label>
      <textarea
        id="recuse-reason"
        rows={4}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        className="control"
      />
      {problem && (
        <div className="mt-4">
          <ProblemView problem={problem} />
        </div>
      )}
    </Dialog>
  );
}
