import { useState } from 'react';
import type { BodyProps } from '../../form-editor/form-kind.ts';
import {
  type IndicatorRow,
  indicatorRows,
  lacksReason,
  partsOf,
  type RecognitionParts,
  type TaskRow,
  taskRows,
} from '../../case/recognition/data.ts';
import { Doubts, Reached, TaskMark, Yardstick } from '../../case/recognition/part-one.tsx';
import { words as caseWords } from '../../case/recognition/words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { numberText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SchemaField, SchemaFields } from '../../ui/schema/field.tsx';
import { fieldsOf, type Schema, without } from '../../ui/schema/schema.ts';
import { Refresh } from './refresh.tsx';
import { words } from './words.ts';

type Row = TaskRow | IndicatorRow;
type List = 'tasks' | 'indicators';

/** The rows of a list as the form has them; a draft may hold anything. */
const rowsIn = (form: BodyProps['form'], list: List): readonly ({ readonly no?: unknown } | null)[] => {
  const rows = form.carriedOut?.[list];
  return Array.isArray(rows) ? (rows as readonly ({ readonly no?: unknown } | null)[]) : [];
};

/** Where the row of a number stands in the form; -1 where the plan has it and the form does not yet. */
const placeOf = (form: BodyProps['form'], list: List, no: string): number => rowsIn(form, list).findIndex((row) => row?.no === no);

/** What is on record of a row: nobody types it again. */
function OnRecord({ row }: { readonly row: Row }) {
  if ('state' in row) return <TaskMark state={row.state} />;
  return (
    <span className="text-sm whitespace-nowrap">
      {row.actual === null ? '–' : numberText(row.actual)} / {numberText(row.target)} {row.unit} · <Reached {...row} />
    </span>
  );
}

type RowProps = { readonly list: List; readonly row: Row; readonly item: Schema; readonly form: BodyProps['form'] };

type AddedProps = { readonly path: string; readonly row: Row; readonly fields: Schema; readonly value: unknown; readonly isShown: boolean };

/** Effect and evidence: in sight where nothing else is asked for, else one click away until something stands there. */
function Added({ path, row: { effect, evidence }, fields, value, isShown }: AddedProps) {
  const say = useSay();
  const [isOpenAtFirst] = useState(effect !== '' || evidence !== '');
  if (isShown) return <SchemaFields path={path} schema={fields} value={value} />;
  return (
    <details open={isOpenAtFirst || undefined}>
      <summary className="text-sm text-soft">{say(words.addMore)}</summary>
      <div className="mt-3">
        <SchemaFields path={path} schema={fields} value={value} />
      </div>
    </details>
  );
}

/** What only the building unit can say of a row: the reason where something is missing, and what it may add. */
function Asked({ list, row, item, form }: RowProps) {
  const say = useSay();
  const at = placeOf(form, list, row.no);
  if (at < 0) return <p className="text-gold">{say(words.rowMissing)}</p>;
  const path = `carriedOut.${list}.${at}`;
  const value = rowsIn(form, list)[at];
  const reason = row.share < 1 || row.reason !== '' ? item.properties?.reason : undefined;
  const added = without(item, 'no', 'reason');
  const hasMore = fieldsOf(added).length > 0;
  if (!reason && !hasMore) return <p className="text-soft">{say(words.nothingToSay)}</p>;
  return (
    <div className="grid grid-cols-1 gap-4">
      {reason && (
        <div className="grid sm:grid-cols-2">
          <SchemaField name="reason" path={`${path}.reason`} schema={reason} value={row.reason} />
        </div>
      )}
      {hasMore && <Added path={path} row={row} fields={added} value={value} isShown={!reason} />}
    </div>
  );
}

/** One task or indicator: what is on record, and the fields for what the report adds. */
function RowFields(props: RowProps) {
  const { row } = props;
  const say = useSay();
  const isLacking = lacksReason(row);
  const isDoubted = row.doubts.length > 0;
  const [isOpenAtFirst] = useState(isLacking || isDoubted);
  return (
    <details open={isOpenAtFirst || undefined} className="group border-t border-line first:border-0">
      <summary className="flex min-h-12 list-none flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 sm:px-4">
        <span className="text-soft transition-transform group-open:rotate-90">
          <Icon name="right" size={16} />
        </span>
        <span className="min-w-0 flex-1 basis-40">
          <span className="text-sm text-soft">{row.no}</span> <span className="font-semibold">{row.title}</span>
        </span>
        {isDoubted && <Badge tone="gold">{say(caseWords.doubted)}</Badge>}
        {isLacking && <Badge tone="gold">{say(words.reasonMissing)}</Badge>}
        <OnRecord row={row} />
      </summary>
      <div className="px-4 pt-1 pb-5">
        <From row={row} />
        {isDoubted && (
          <div className="mb-4">
            <Doubts says={row.doubts} />
          </div>
        )}
        <Asked {...props} />
      </div>
    </details>
  );
}

/** Where what is on record comes from. */
function From({ row }: Pick<RowProps, 'row'>) {
  const say = useSay();
  const says = 'source' in row ? row.source : row.note && `${say(caseWords.note)}：${row.note}`;
  return says ? <p className="mb-4 text-sm text-soft">{says}</p> : null;
}

type RowsProps = Omit<RowProps, 'row' | 'item'> & { readonly rows: readonly Row[]; readonly schema: Schema };

function Rows({ list, rows, schema, form }: RowsProps) {
  const say = useSay();
  if (rows.length === 0) return null;
  const item = schema.properties?.[list]?.items ?? {};
  return (
    <section>
      <h3 className="mb-1 font-semibold">{say(caseWords[list])}</h3>
      <p className="mb-2 text-sm text-soft">{say(list === 'tasks' ? words.tasksHelp : words.indicatorsHelp)}</p>
      <div data-path={`carriedOut.${list}`} tabIndex={-1} className="overflow-hidden rounded-lg border border-line">
        {rows.map((row) => (
          <RowFields key={row.no} list={list} row={row} item={item} form={form} />
        ))}
      </div>
    </section>
  );
}

/** Part one: a row for every task and indicator of the plan in force; states and numbers come from the record. */
export function PartOneBody({ part: { schema }, form, kase, flush }: BodyProps) {
  const say = useSay();
  const parts: RecognitionParts = { ...partsOf(kase), form: form as NonNullable<RecognitionParts['form']> };
  const [tasks, indicators] = [taskRows(parts), indicatorRows(parts)];
  const lacking = [...tasks, ...indicators].filter(lacksReason).length;
  const effect = schema.properties?.effect;
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
        <Yardstick parts={parts} />
        <Refresh kase={kase} flush={flush} />
      </div>
      {!parts.progress && <Empty title={say(caseWords.noPlan)}>{say(caseWords.noPlanNext)}</Empty>}
      {parts.opinion?.opinion === 'return' && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.returned)}</p>
          <p className="whitespace-pre-wrap">{parts.opinion.says}</p>
        </Notice>
      )}
      {lacking > 0 && <Notice tone="warn">{say(words.reasonsLeft(lacking))}</Notice>}
      <Rows list="tasks" rows={tasks} schema={schema} form={form} />
      <Rows list="indicators" rows={indicators} schema={schema} form={form} />
      {effect && (
        <div className="grid sm:grid-cols-2">
          <SchemaField name="effect" path="carriedOut.effect" schema={effect} value={form.carriedOut?.effect} />
        </div>
      )}
    </div>
  );
}
