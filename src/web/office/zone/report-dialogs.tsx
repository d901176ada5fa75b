import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Answer } from '../../api/answer.tsx';
import { schemaOf } from '../../case/process-info.ts';
import { useSigned } from '../../session/session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dayText, momentText, numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import type { Schema } from '../../ui/schema/schema.ts';
import { FormDialog } from '../form-dialog.tsx';
import { Evidence } from './evidence.tsx';
import { type IndicatorLine, indicatorReportsQuery, type TaskLine, taskReportsQuery } from './queries.ts';
import { useSending } from './use-sending.ts';
import { words } from './words.ts';

type TaskProps = { readonly zone: string; readonly task: TaskLine; readonly input: unknown; readonly onClose: () => void };

/** A task is dropped by a change of the plan only, so that dropping is no choice here. */
function withoutDropped(schema: Schema): Schema {
  const state = schema.properties?.state;
  if (!state) return schema;
  return {
    ...schema,
    properties: { ...schema.properties, state: { ...state, enum: state.enum?.filter((one) => one !== 'dropped') ?? [] } },
  };
}

/** Reports how far a task is; it starts from what was reported last. */
export function TaskReportDialog({ zone, task, input, onClose }: TaskProps) {
  const say = useSay();
  const { today } = useSigned();
  const schema = withoutDropped(schemaOf(input));
  const start = { state: task.state === 'not_started' ? undefined : task.state, on: today, spentYuan: task.spentYuan };
  const { value, body, onValue, sent } = useSending({ zone, place: `task/${task.no}`, schema, start, onClose });
  return (
    <FormDialog
      title={say(words.reportTaskOf(task.no, task.title))}
      send={say(words.send)}
      schema={schema}
      value={value}
      onValue={onValue}
      onSend={(key) => api.call('reportTask', { params: { id: zone, no: task.no }, body: body as never }, { key })}
      onSent={() => void sent(say(words.reported))}
      onClose={onClose}
    />
  );
}

type IndicatorProps = {
  readonly zone: string;
  readonly indicator: IndicatorLine;
  readonly year: number;
  readonly input: unknown;
  readonly onClose: () => void;
};

/** Reports the value of an indicator; year and unit are those of the line. */
export function IndicatorReportDialog({ zone, indicator, year, input, onClose }: IndicatorProps) {
  const say = useSay();
  const { today } = useSigned();
  const { no, name, unit, actual } = indicator;
  const schema = schemaOf(input);
  const on = today.startsWith(String(year)) ? today : `${year}-12-31`;
  const start = { year, unit, on, value: actual ?? undefined };
  const { value, body, onValue, sent } = useSending({ zone, place: `indicator/${no}/${year}`, schema, start, onClose });
  return (
    <FormDialog
      title={say(words.reportIndicatorOf(no, name))}
      send={say(words.send)}
      schema={schema}
      value={value}
      onValue={onValue}
      onSend={(key) => api.call('reportIndicator', { params: { id: zone, no }, body: body as never }, { key })}
      onSent={() => void sent(say(words.reported))}
      onClose={onClose}
    />
  );
}

type Row = {
  readonly id: string;
  readonly on: string;
  readonly note: string;
  readonly personName: string;
  readonly knownFrom: string;
  readonly files: Readonly<Record<string, string>>;
  /** What was reported. */
  readonly says: string;
};

function ReportList({ rows }: { readonly rows: readonly Row[] }) {
  const say = useSay();
  const language = useLanguage();
  if (rows.length === 0) return <p className="text-soft">{say(words.noReports)}</p>;
  return (
    <ol className="divide-y divide-line">
      {rows.map(({ id, on, says, note, personName, knownFrom, files }) => (
        <li key={id} className="grid gap-1 py-3 first:pt-0">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Badge>{says}</Badge> <span>{say(words.asOf(dayText(on, language)))}</span>
          </p>
          {note && <p className="whitespace-pre-wrap">{note}</p>}
          <Evidence files={files} />
          <p className="text-sm text-soft">
            {personName} · {momentText(knownFrom, language)}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Everything that was reported on a task, newest first. */
export function TaskReports({ zone, task, onClose }: Omit<TaskProps, 'input'>) {
  const say = useSay();
  const reports = useQuery(taskReportsQuery(zone, task.no));
  return (
    <Dialog title={say(words.reportsOf(`${task.no} ${task.title}`))} onClose={onClose}>
      <Answer query={reports} lines={4}>
        {(rows) => (
          <ReportList rows={rows.map((row) => ({ ...row, says: `${row.stateTitle} · ${numberText(row.spentYuan)}${say(words.yuan)}` }))} />
        )}
      </Answer>
    </Dialog>
  );
}

/** Everything that was reported of an indicator, newest first. */
export function IndicatorReports({ zone, indicator, onClose }: Omit<IndicatorProps, 'input' | 'year'>) {
  const say = useSay();
  const reports = useQuery(indicatorReportsQuery(zone, indicator.no));
  return (
    <Dialog title={say(words.reportsOf(`${indicator.no} ${indicator.name}`))} onClose={onClose}>
      <Answer query={reports} lines={4}>
        {(rows) => <ReportList rows={rows.map((row) => ({ ...row, says: `${row.year} · ${numberText(row.value)}${row.unit}` }))} />}
      </Answer>
    </Dialog>
  );
}
