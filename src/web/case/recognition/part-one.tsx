import type { ReactNode } from 'react';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FileLink } from '../../ui/file-field.tsx';
import { dayText, numberText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { shareText } from '../../ui/money.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { type IndicatorRow, indicatorRows, type RecognitionParts, type TaskRow, taskRows, type TaskState } from './data.ts';
import { stateWords, words } from './words.ts';

const tones: Readonly<Record<TaskState, Tone>> = { done: 'teal', going_on: 'gold', not_started: 'red', dropped: 'red' };

/** The state of a task as a mark. */
export function TaskMark({ state }: { readonly state: TaskState }) {
  const say = useSay();
  return <Badge tone={tones[state]}>{stateWords[state] ? say(stateWords[state]) : state}</Badge>;
}

/** How far an indicator has come, in per cent; nothing known counts as nothing reached. */
export function Reached({ share, actual }: Pick<IndicatorRow, 'share' | 'actual'>) {
  const say = useSay();
  if (actual === null) return <span className="text-red">{say(words.unknown)}</span>;
  return <span className={share < 1 ? 'font-semibold text-gold' : 'text-teal'}>{shareText(Math.round(share * 10_000))}</span>;
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <p className="mt-1 first:mt-0">
      <span className="text-sm text-soft">{label} </span>
      <span className="whitespace-pre-wrap">{children}</span>
    </p>
  );
}

/** What the county doubts of a row. */
export function Doubts({ says }: { readonly says: readonly string[] }) {
  const say = useSay();
  return says.map((one) => (
    <p key={one} className="mt-1.5 flex items-start gap-2 rounded-md bg-cream px-3 py-1.5 first:mt-0">
      <span className="mt-0.5 text-gold">
        <Icon name="warn" size={16} />
      </span>
      <span>
        <b className="text-gold">{say(words.doubted)}</b> {one}
      </span>
    </p>
  ));
}

/** What the building unit says of a row, and what the county doubts. */
function Said({ row, note = null }: { readonly row: TaskRow | IndicatorRow; readonly note?: string | null }) {
  const say = useSay();
  const { effect, reason, evidence, doubts } = row;
  return (
    <div className="text-[0.9375rem]">
      {effect && <Line label={say(words.effect)}>{effect}</Line>}
      {reason && <Line label={say(words.reason)}>{reason}</Line>}
      {note && <Line label={say(words.note)}>{note}</Line>}
      {evidence && <FileLink hash={evidence} />}
      <Doubts says={doubts} />
    </div>
  );
}

function Name({ no, children }: { readonly no: string; readonly children: ReactNode }) {
  return (
    <>
      <span className="text-sm text-soft">{no}</span> <span className="font-semibold">{children}</span>
    </>
  );
}

function useTaskColumns(): readonly Column<TaskRow>[] {
  const say = useSay();
  return [
    {
      key: 'task',
      title: say(words.task),
      isHeading: true,
      className: 'md:w-[38%]',
      cell: ({ no, title }) => <Name no={no}>{title}</Name>,
    },
    { key: 'state', title: say(words.progress), cell: ({ state }) => <TaskMark state={state} /> },
    { key: 'said', title: say(words.said), className: 'md:w-[45%]', cell: (row) => <Said row={row} note={row.note} /> },
  ];
}

function useIndicatorColumns(): readonly Column<IndicatorRow>[] {
  const say = useSay();
  return [
    {
      key: 'indicator',
      title: say(words.indicator),
      isHeading: true,
      className: 'md:min-w-40',
      cell: ({ no, title, source }) => (
        <>
          <Name no={no}>{title}</Name>
          <span className="block text-sm text-soft">{source}</span>
        </>
      ),
    },
    {
      key: 'target',
      title: say(words.target),
      isNumber: true,
      className: 'whitespace-nowrap',
      cell: ({ target, unit }) => `${numberText(target)} ${unit}`,
    },
    {
      key: 'actual',
      title: say(words.actual),
      isNumber: true,
      className: 'whitespace-nowrap',
      cell: ({ actual, unit }) => (actual === null ? '–' : `${numberText(actual)} ${unit}`),
    },
    { key: 'rate', title: say(words.rate), isNumber: true, className: 'whitespace-nowrap', cell: (row) => <Reached {...row} /> },
    { key: 'said', title: say(words.said), className: 'md:w-[34%]', cell: (row) => <Said row={row} /> },
  ];
}

/** Which version of the plan the year is measured against. */
export function Yardstick({ parts }: { readonly parts: RecognitionParts }) {
  const say = useSay();
  const language = useLanguage();
  const { progress, pinnedOn } = parts;
  if (!progress) return null;
  const { number, consentedOn } = progress.version;
  return (
    <p className="text-sm text-soft">
      {say(words.partOneLead(number, dayText(consentedOn, language)))}
      {language === 'zh' ? '，' : ', '}
      {say(pinnedOn ? words.pinned(dayText(pinnedOn, language)) : words.notPinned)}
    </p>
  );
}

/** Every task and indicator of the plan: what is on record, what the report adds, what the county doubts. */
export function PartOne({ parts }: { readonly parts: RecognitionParts }) {
  const say = useSay();
  const [tasks, indicators] = [taskRows(parts), indicatorRows(parts)];
  const [taskColumns, indicatorColumns] = [useTaskColumns(), useIndicatorColumns()];
  if (!parts.progress) return <Empty title={say(words.noPlan)}>{say(words.noPlanNext)}</Empty>;
  return (
    <div className="grid grid-cols-1 gap-5">
      <Yardstick parts={parts} />
      {tasks.length > 0 && (
        <div className="rounded-lg border border-line">
          <Table caption={say(words.tasks)} columns={taskColumns} rows={tasks} keyOf={({ no }) => no} />
        </div>
      )}
      {indicators.length > 0 && (
        <div className="rounded-lg border border-line">
          <Table caption={say(words.indicators)} columns={indicatorColumns} rows={indicators} keyOf={({ no }) => no} />
        </div>
      )}
    </div>
  );
}
