import { useState } from 'react';
import { ClauseMark } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Checklist } from '../ui/checklist.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { titleAt } from '../ui/schema/schema.ts';
import { SchemaView } from '../ui/schema/view.tsx';
import { FilingConfirm } from './filing-confirm.tsx';
import type { Editing } from './form-kind.ts';
import type { Saver, SaverState } from './saver.ts';
import { words } from './words.ts';

type Props = {
  readonly editing: Editing;
  readonly saver: Saver;
  readonly state: SaverState;
  /** Opens the field at a dotted path. */
  readonly onGo: (path: string) => void;
};

/** Everything before filing: what is wrong, how the conditions stand, all that was written, and the one verb. */
export function CheckView(props: Props) {
  const say = useSay();
  const { editing, state } = props;
  const { kind, kase, schema } = editing;
  return (
    <div className="grid gap-6">
      <h2 className="font-serif text-xl font-bold">{say(words.checkTitle)}</h2>
      <Faults {...props} />
      {kase.checks.length > 0 && (
        <Card title={say(kind.words.conditions)}>
          <Checklist items={kase.checks} />
        </Card>
      )}
      {kind.BeforeFiling && <kind.BeforeFiling kase={kase} />}
      <Filing {...props} />
      <Card title={say(words.allValues)}>
        {kind.Written ? <kind.Written kase={kase} schema={schema} form={state.form} /> : <SchemaView schema={schema} value={state.form} />}
      </Card>
    </div>
  );
}

function Faults({ editing: { kase, schema }, onGo }: Props) {
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
              <button type="button" className="link min-h-6 text-left" onClick={() => onGo(path)}>
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
function Filing({ editing, saver, state }: Props) {
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  const { kind, kase, edit } = editing;
  const action = kase.actions.find(({ event }) => event === edit.files);
  if (!action) return null;
  const warning = edit.isAmending ? kind.words.resubmitWarn : kind.words.fileWarn;
  return (
    <Card title={action.title} aside={<ClauseMark clause={action.clause} />}>
      <p className="mb-4 max-w-prose">{say(warning)}</p>
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
      {isAsking && (
        <FilingConfirm kind={kind} kase={kase} action={action} warning={warning} saver={saver} onClose={() => setIsAsking(false)} />
      )}
    </Card>
  );
}
