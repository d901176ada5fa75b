import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { Problem } from '#contract/problems.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useSigned } from '../../session/session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { momentText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { yuanText } from '../../ui/money.ts';
import { answersQuery } from './answers-query.ts';
import { paymentOf } from './data.ts';
import { words } from './words.ts';

type BankAnswer = AnswerOf<NamedEndpoints['listBankAnswers']>['rows'][number];

/** Sends the bank's answer; nothing is booked by it. */
function useUpload(id: string) {
  const queries = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File | undefined) => {
    if (!file || share !== null) return;
    setProblem(null);
    setShare(0);
    const answer = await api.upload('uploadBankAnswer', file, setShare, { params: { id } });
    setShare(null);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await queries.invalidateQueries({ queryKey: ['bank-answers', id] });
  };
  return { share, problem, send };
}

function Upload({ id }: { readonly id: string }) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const { share, problem, send } = useUpload(id);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    void send(event.target.files?.[0]);
    event.target.value = '';
  };
  return (
    <div
      onDragOver={hover}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={`grid gap-3 rounded-lg border border-dashed px-4 py-4 ${isOver ? 'border-teal bg-mist' : 'border-edge'}`}
    >
      <input ref={picker} type="file" accept=".csv" aria-label={say(words.upload)} tabIndex={-1} onChange={take} className="sr-only" />
      {share === null ? (
        <Button kind="primary" className="w-fit" onClick={() => picker.current?.click()}>
          <Icon name="upload" size={16} />
          {say(words.upload)}
        </Button>
      ) : (
        <output>
          {say(words.uploading)}
          <progress value={share < 1 ? share : undefined} max={1} className="mt-2 block h-1.5 w-full accent-teal" />
        </output>
      )}
      {problem && <ProblemView problem={problem} />}
    </div>
  );
}

/** An answer as a bank would give it, with as many payments returned as one likes. */
function Demo({ id, most }: { readonly id: string; readonly most: number }) {
  const say = useSay();
  const [refuse, setRefuse] = useState(0);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-cream px-4 py-3">
      <a href={api.href('makeDemoAnswer', { params: { id }, query: { refuse } })} download className={buttonClass('plain')}>
        <Icon name="download" size={16} />
        {say(words.demo)}
      </a>
      <label className="flex items-center gap-2 text-sm">
        {say(words.demoRefuse)}
        <input
          type="number"
          min={0}
          max={Math.min(most, 100)}
          value={refuse}
          onChange={(event) => setRefuse(Math.max(0, Math.min(Math.trunc(Number(event.target.value)) || 0, most, 100)))}
          className="control w-20"
        />
      </label>
      <p className="w-full text-sm text-gold">{say(words.demoWhy)}</p>
    </div>
  );
}

function AnswerRow({ answer, isNewest }: { readonly answer: BankAnswer; readonly isNewest: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { fileName, uploadedAt, paidCount, paidFen, refusedCount, refusedFen, exceptions } = answer;
  return (
    <li className="border-t border-line py-3 first:border-0 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b className="wrap-anywhere">{fileName}</b>
        <span className="text-sm text-soft">{momentText(uploadedAt, language)}</span>
      </p>
      <p className="mt-1 flex flex-wrap gap-2">
        <Badge tone="teal">{say(words.matched(paidCount, yuanText(paidFen)))}</Badge>
        {refusedCount > 0 && <Badge tone="gold">{say(words.returned(refusedCount, yuanText(refusedFen)))}</Badge>}
        {exceptions.length > 0 && <Badge tone="red">{say(words.odd(exceptions.length))}</Badge>}
      </p>
      {exceptions.length > 0 && (
        <details className="mt-2" open={isNewest || undefined}>
          <summary className="text-sm text-red">{say(words.oddWhy)}</summary>
          <ul className="mt-1.5 list-disc pl-5 text-sm">
            {exceptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** The file for the bank, the bank's answers, and how they match. */
export function BankCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { office, isDemo } = useSigned();
  const answers = useQuery(answersQuery(view.id));
  const isFinance = office.role === 'finance';
  const takesAnswers = isFinance && view.state === 'released';
  const newest = answers.data?.rows[0];
  return (
    <Card id="bank" title={say(words.bank)}>
      {takesAnswers && <p className="mb-4 max-w-prose text-soft">{say(words.bankLead)}</p>}
      {isFinance && (
        <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
          <a href={api.href('readBankFile', { params: { id: view.id } })} download className={buttonClass('plain')}>
            <Icon name="download" size={16} />
            {say(words.file)}
          </a>
          <span className="text-sm text-soft">{say(words.fileWhy)}</span>
        </p>
      )}
      {takesAnswers && (
        <div className="mb-5 grid gap-3">
          <Upload id={view.id} />
          {isDemo && <Demo id={view.id} most={paymentOf(view).lines.length} />}
        </div>
      )}
      <h3 className="mb-3 font-semibold">{say(words.answers)}</h3>
      <Answer query={answers} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="text-soft">{say(words.noAnswers)}</p>
          ) : (
            <ul>
              {rows.map((answer) => (
                <AnswerRow key={answer.id} answer={answer} isNewest={answer === newest} />
              ))}
            </ul>
          )
        }
      </Answer>
      {takesAnswers && newest?.exceptions.length === 0 && <p className="mt-3 font-semibold text-teal">{say(words.clean)}</p>}
    </Card>
  );
}
