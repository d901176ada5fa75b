import { useState } from 'react';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Bar, Meter } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText, numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import type { Scorecard, TaskLine, ZoneForms } from './queries.ts';
import { TaskReportDialog, TaskReports } from './report-dialogs.tsx';
import { words } from './words.ts';

type Props = { readonly card: Scorecard; readonly forms: ZoneForms };
type Doing = { readonly task: TaskLine; readonly what: 'report' | 'read' };

const tones: Readonly<Record<string, Tone>> = { done: 'good', going_on: 'teal', not_started: 'quiet' };

/** The tasks of a year: how many stand where, and each with its state, its money and what was said of it last. */
export function TaskList({ card, forms }: Props) {
  const say = useSay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { tasks, zone } = card;
  const close = () => setDoing(null);
  return (
    <Card title={say(words.tasks)} aside={<span className="text-sm text-soft">{say(words.countOf(tasks.length))}</span>}>
      {tasks.length === 0 ? <p className="text-soft">{say(words.noTasks)}</p> : <Standing tasks={tasks} />}
      <ul className="mt-4 divide-y divide-line">
        {tasks.map((task) => (
          <TaskRow
            key={task.no}
            task={task}
            isLate={card.warnings.some(({ about, code }) => about === task.no && code.startsWith('task_'))}
            onRead={() => setDoing({ task, what: 'read' })}
            onReport={forms.task === null ? null : () => setDoing({ task, what: 'report' })}
          />
        ))}
      </ul>
      {doing?.what === 'read' && <TaskReports zone={zone} task={doing.task} onClose={close} />}
      {doing?.what === 'report' && <TaskReportDialog zone={zone} task={doing.task} input={forms.task} onClose={close} />}
    </Card>
  );
}

function Standing({ tasks }: { readonly tasks: readonly TaskLine[] }) {
  const say = useSay();
  const count = (state: string) => tasks.filter((task) => task.state === state).length;
  const part = (key: string, label: string, look: 'done' | 'kept' | 'free') => {
    const amount = count(key);
    return { key, label, amount, look, says: say(words.countOf(amount)) };
  };
  return (
    <Bar
      label={say(words.tasks)}
      parts={[
        part('done', say(words.done), 'done'),
        part('going_on', say(words.goingOn), 'kept'),
        part('not_started', say(words.notStarted), 'free'),
      ]}
    />
  );
}

type RowProps = {
  readonly task: TaskLine;
  readonly isLate: boolean;
  readonly onRead: () => void;
  readonly onReport: (() => void) | null;
};

function TaskRow({ task, isLate, onRead, onReport }: RowProps) {
  const say = useSay();
  const language = useLanguage();
  const { no, title, chapterTitle, start, end, state, stateTitle, moneyYuan, spentYuan, reportedOn, note } = task;
  return (
    <li className="grid gap-x-6 gap-y-2 py-4 md:grid-cols-[minmax(0,1fr)_11rem_6.5rem] md:items-start">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-semibold">
            {no} {title}
          </span>
          <Badge tone={tones[state] ?? 'quiet'}>{stateTitle}</Badge>
        </p>
        <p className={`text-sm ${isLate ? 'font-semibold text-gold' : 'text-soft'}`}>
          {dayText(start, language)} – {dayText(end, language)} <span className="font-normal text-soft">· {chapterTitle}</span>
        </p>
        {note && <p className="mt-1 whitespace-pre-wrap">{note}</p>}
        {reportedOn && <p className="text-sm text-soft">{say(words.asOf(dayText(reportedOn, language)))}</p>}
      </div>
      <div className="text-sm">
        <p className="text-soft">{say(words.spent)}</p>
        <p className="tabular-nums">
          {numberText(spentYuan)} / {numberText(moneyYuan)}
        </p>
        <Meter share={moneyYuan === 0 ? 0 : spentYuan / moneyYuan} />
      </div>
      <p className="no-print flex flex-wrap gap-2 md:flex-col md:items-stretch">
        {onReport && (
          <Button size="small" aria-label={`${say(words.reportTask)} ${no}`} onClick={onReport}>
            {say(words.reportTask)}
          </Button>
        )}
        {reportedOn && (
          <Button size="small" kind="bare" aria-label={`${say(words.reports)} ${no}`} onClick={onRead}>
            {say(words.reports)}
          </Button>
        )}
      </p>
    </li>
  );
}
