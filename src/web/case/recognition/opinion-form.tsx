import { type ReactNode, useId } from 'react';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SchemaForm } from '../../ui/schema/form.tsx';
import { type Tree, without } from '../../ui/schema/schema.ts';
import { FieldError } from '../../ui/text-field.tsx';
import type { BodyProps } from '../event-screen.ts';
import { type Doubt, indicatorRows, partsOf, taskRows } from './data.ts';
import { doubt, doubtsIn, lacksWords, sayDoubt } from './doubts.ts';
import { Reached, TaskMark } from './part-one.tsx';
import { dialogWords, words } from './words.ts';

/** A row as the county goes through it. */
type Row = { readonly no: string; readonly title: string; readonly mark: ReactNode; readonly said: string };

type RowProps = {
  readonly row: Row;
  readonly given: Doubt | undefined;
  readonly isPressed: boolean;
  readonly isDisabled: boolean;
  readonly onDoubt: (isDoubted: boolean) => void;
  readonly onSays: (says: string) => void;
};

function DoubtRow({ row, given, isPressed, isDisabled, onDoubt, onSays }: RowProps) {
  const say = useSay();
  const id = useId();
  const isFaulty = given !== undefined && isPressed && lacksWords(given);
  return (
    <li className={`border-t border-line px-4 py-3 first:border-0 ${given ? 'bg-cream/50' : ''}`}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="mr-auto min-w-0">
          <span className="text-sm text-soft">{row.no}</span> <span className="font-semibold">{row.title}</span>
        </span>
        {row.mark}
        <label className="flex min-h-10 cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            aria-label={`${row.no} ${row.title} ${say(dialogWords.doubt)}`}
            checked={given !== undefined}
            disabled={isDisabled}
            onChange={(event) => onDoubt(event.target.checked)}
            className="size-5 accent-teal"
          />
          {say(dialogWords.doubt)}
        </label>
      </div>
      {row.said && <p className="text-[0.9375rem] whitespace-pre-wrap text-soft">{row.said}</p>}
      {given && (
        <div className="mt-2">
          <label htmlFor={id} className="mb-1 block text-sm font-semibold">
            {say(dialogWords.doubtSays)}
          </label>
          <textarea
            id={id}
            rows={2}
            maxLength={500}
            value={given.says}
            disabled={isDisabled}
            aria-invalid={isFaulty || undefined}
            onChange={(event) => onSays(event.target.value)}
            className="control field-sizing-content"
          />
          <FieldError id={id} says={isFaulty ? say(dialogWords.doubtNeeded) : undefined} />
        </div>
      )}
    </li>
  );
}

function useRows(view: BodyProps['view']): readonly (readonly [string, readonly Row[]])[] {
  const say = useSay();
  const parts = partsOf(view);
  const saidOf = ({ effect, reason }: { readonly effect: string; readonly reason: string }) => [effect, reason].filter(Boolean).join('\n');
  const tasks = taskRows(parts).map((row) => ({ ...row, mark: <TaskMark state={row.state} />, said: saidOf(row) }));
  const indicators = indicatorRows(parts).map((row) => ({
    ...row,
    said: saidOf(row),
    mark: (
      <span className="text-sm whitespace-nowrap">
        {row.actual === null ? '–' : numberText(row.actual)} / {numberText(row.target)} {row.unit} · <Reached {...row} />
      </span>
    ),
  }));
  return [
    [say(words.tasks), tasks],
    [say(words.indicators), indicators],
  ];
}

/** The county's opinion: the rows of part one with a mark for what is in doubt, then the opinion as a whole. */
export function OpinionForm({ view, schema, value, onChange, faults, isEditable }: BodyProps) {
  const say = useSay();
  const groups = useRows(view).filter(([, rows]) => rows.length > 0);
  const doubts = doubtsIn(value);
  const isDisabled = !isEditable('doubted');
  const own = faults.filter(({ field }) => field?.startsWith('doubted'));
  const put = (next: readonly Doubt[]) => onChange({ ...value, doubted: next } as Tree);
  const rest = { value, faults: faults.filter((fault) => !own.includes(fault)), onChange, isEditable };
  return (
    <div className="grid grid-cols-1 gap-6">
      <SchemaForm {...rest} schema={without(schema, ...afterDoubts)} />
      <section aria-label={say(dialogWords.doubtsHead)} className="grid gap-3">
        <div>
          <h3 className="font-semibold">{say(dialogWords.doubtsHead)}</h3>
          <p className="text-sm text-soft">{say(groups.length > 0 ? dialogWords.doubtsHelp : dialogWords.nothing)}</p>
        </div>
        {own.length > 0 && <Notice tone="bad">{own[0]?.says}</Notice>}
        {groups.map(([title, rows]) => (
          <div key={title}>
            <h4 className="mb-1.5 text-sm font-semibold text-soft">{title}</h4>
            <ul className="overflow-hidden rounded-lg border border-line">
              {rows.map((row) => (
                <DoubtRow
                  key={row.no}
                  row={row}
                  given={doubts.find(({ no }) => no === row.no)}
                  isPressed={own.length > 0}
                  isDisabled={isDisabled}
                  onDoubt={(isDoubted) => put(doubt(doubts, row.no, isDoubted))}
                  onSays={(says) => put(sayDoubt(doubts, row.no, says))}
                />
              ))}
            </ul>
          </div>
        ))}
      </section>
      <SchemaForm {...rest} faults={noFaults} schema={without(schema, ...beforeDoubts)} />
    </div>
  );
}

const noFaults = [] as const;
/** The rows stand between the first question and the opinion as a whole. */
const afterDoubts = ['doubted', 'opinion', 'says'];
const beforeDoubts = ['doubted', 'finding'];
