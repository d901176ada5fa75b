import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { CaseView, Moved } from '#contract/cases.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { caseQuery } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { ClauseMark } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checklist } from '../../ui/checklist.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Schema, titleAt } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import type { Saver, SaverState } from './saver.ts';
import type { EditEvent } from './use-saver.ts';
import { words } from './words.ts';

type Props = {
  readonly kase: CaseView;
  readonly schema: Schema;
  readonly saver: Saver;
  readonly state: SaverState;
  readonly event: EditEvent;
  readonly onGo: (part: string, field?: string) => void;
};

/** Everything before filing: what is wrong, how the conditions stand, all that was written, and the one verb. */
export function CheckView(props: Props) {
  const say = useSay();
  const { kase, schema, state } = props;
  return (
    <div className="grid gap-6">
      <h2 className="font-serif text-xl font-bold">{say(words.checkTitle)}</h2>
      <Faults {...props} />
      <Card title={say(words.conditions)}>
        <Checklist items={kase.checks} />
      </Card>
      <Filing {...props} />
      <Card title={say(words.allValues)}>
        <SchemaView schema={schema} value={state.form} />
      </Card>
    </div>
  );
}

function Faults({ kase, schema, onGo }: Props) {
  const say = useSay();
  const language = useLanguage();
  if (kase.faults.length === 0) return <Notice tone="good">{say(words.nothingWrong)}</Notice>;
  const rowOf = (path: string) => /\.(\d+)(?:\.|$)/.exec(path)?.[1];
  return (
    <Notice tone="bad">
      <p className="font-semibold">{say(words.wrong(kase.faults.length))}</p>
      <p className="text-sm text-soft">{say(words.wrongHint)}</p>
      <ul className="mt-2 columns-1 gap-8 sm:columns-2">
        {kase.faults.map(({ path, says }) => {
          const row = rowOf(path);
          return (
            <li key={`${path}/${says}`} className="break-inside-avoid py-0.5">
              <button type="button" className="link min-h-6 text-left" onClick={() => onGo(path.split('.')[0] ?? '', path)}>
                {titleAt(schema, path, language)}
                {row !== undefined && ` (${Number(row) + 1})`}
              </button>
              <span className="text-sm"> {says}</span>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** The verb of this state: filing for the first time and filing again are never the same button. */
function Filing({ kase, saver, state, event }: Props) {
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  const name = event === 'amend' ? 'resubmit' : 'file';
  const action = kase.actions.find((one) => one.event === name);
  if (!action) return null;
  return (
    <Card title={action.title} aside={<ClauseMark clause={action.clause} />}>
      <p className="mb-4 max-w-prose">{say(event === 'amend' ? words.resubmitWarn : words.fileWarn)}</p>
      {action.refusals.length > 0 && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.cannotFile)}</p>
          <ul>
            {action.refusals.map(({ code, says, clause }) => (
              <li key={code}>
                {says} <ClauseMark clause={clause} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {state.unsaved.length > 0 && <p className="mt-3 text-gold">{say(words.unsavedFirst)}</p>}
      <Button
        kind="primary"
        className="mt-4"
        disabled={action.refusals.length > 0 || state.unsaved.length > 0}
        onClick={() => setIsAsking(true)}
      >
        {action.title}
      </Button>
      {isAsking && <Confirm id={kase.id} event={name} title={action.title} saver={saver} onClose={() => setIsAsking(false)} />}
    </Card>
  );
}

type ConfirmProps = {
  readonly id: string;
  readonly event: 'file' | 'resubmit';
  readonly title: string;
  readonly saver: Saver;
  readonly onClose: () => void;
};

function Confirm({ id, event, title, saver, onClose }: ConfirmProps) {
  const say = useSay();
  const queries = useQueryClient();
  const [, setSearch] = useSearchParams();
  const { run, isBusy, problem } = useCommand<Moved>();
  const file = async () => {
    const result = await run((key) => api.advance({ process: 'application', id, event }, {}, { version: saver.snapshot().version, key }));
    if (!result.ok) return queries.invalidateQueries({ queryKey: caseQuery('application', id).queryKey });
    await queries.refetchQueries({ queryKey: caseQuery('application', id).queryKey });
    void queries.invalidateQueries({ queryKey: ['duties'] });
    setSearch(result.data.receipt ? { receipt: result.data.receipt.code } : {}, { replace: true });
    window.scrollTo(0, 0);
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {say(words.notYet)}
      </Button>
      <Button kind="primary" isBusy={isBusy} onClick={() => void file()}>
        {say(words.yesFile)}
      </Button>
    </>
  );
  return (
    <Dialog title={title} width="narrow" {...(isBusy ? {} : { onClose })} footer={footer}>
      <p>{say(event === 'file' ? words.fileWarn : words.resubmitWarn)}</p>
      {problem && (
        <div className="mt-4">
          <ProblemView problem={problem} />
        </div>
      )}
    </Dialog>
  );
}
