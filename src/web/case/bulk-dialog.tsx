import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListQuery } from '#contract/client.ts';
import { both } from '#core/kernel/words.ts';
import { api } from '../api/client.ts';
import { Answer } from '../api/answer.tsx';
import { ProblemView } from '../api/problem-view.tsx';
import { dataOf } from '../api/query.ts';
import { useCommand } from '../api/use-command.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { momentText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ProcessInfo } from './process-info.ts';
import { caseWords } from './words.ts';

const words = {
  what: both('办理事项', 'What to decide'),
  lead: both('按列表现有的筛选选取，不止本页。', 'Chosen by the filter of the list, not by the page.'),
  ready: (n: number, all: number) => both(`符合筛选${all}件，将办理${n}件`, `${n} of ${all} will be decided`),
  skipped: (n: number, why: string) => both(`跳过${n}件：${why}`, `${n} skipped: ${why}`),
  undoable: both('办理后15分钟内可以撤销，撤销以前不发通知。', 'It can be undone for fifteen minutes; nobody is told before.'),
  final: both(
    '办理后立即生效，公示、通知随即发出，不能撤销；请先核对件数。',
    'It takes effect at once: notices and messages go out and it can not be undone. Check the number first.',
  ),
  start: (n: number) => both(`办理${n}件`, `Decide ${n}`),
  cancel: both('取消', 'Cancel'),
  close: both('关闭', 'Close'),
  undo: both('撤销本次办理', 'Undo'),
  until: (at: string) => both(`${at}以前可撤销`, `can be undone until ${at}`),
  done: (done: number, refused: number, undone: number) =>
    both(`已办${done}件，未办${refused}件，已撤销${undone}件`, `${done} decided, ${refused} refused, ${undone} undone`),
  waiting: (n: number) => both(`还有${n}件在办`, `${n} to go`),
  refusals: both('没有办成的', 'Not decided'),
} as const;

type Event = ProcessInfo['bulk'][number];
type Order = { readonly process: string; readonly event: string; readonly filter: Readonly<Record<string, string>> };

const filterOf = ({ state, district, q, parent }: ListQuery): Order['filter'] =>
  Object.fromEntries(
    Object.entries({ state, district, q, parent }).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** How the decision goes on, case by case; it goes on also when the dialog is closed. */
function Progress({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const queries = useQueryClient();
  const undo = useCommand();
  const run = useQuery({
    queryKey: ['bulk', id],
    queryFn: () => dataOf(api.call('readBulk', { params: { id } })),
    refetchInterval: ({ state }) => (state.data && ['done', 'undone'].includes(state.data.state) ? false : 1000),
  });
  const takeBack = async () => {
    const result = await undo.run((key) => api.call('undoBulk', { params: { id } }, { key }));
    if (result.ok) await queries.invalidateQueries({ queryKey: ['bulk', id] });
  };
  return (
    <Answer query={run}>
      {({ total, waiting, done, refused, undone, refusals, state, undoUntil }) => (
        <div>
          <progress className="w-full accent-teal" max={total} value={total - waiting} aria-label={say(words.waiting(waiting))} />
          <output className="mt-2 block font-semibold">
            {say(words.done(done, refused, undone))}
            {waiting > 0 && <span className="ml-2 text-soft">{say(words.waiting(waiting))}</span>}
          </output>
          {refusals.length > 0 && (
            <section className="mt-4">
              <h3 className="font-semibold">{say(words.refusals)}</h3>
              <ul className="mt-1 max-h-60 overflow-y-auto text-sm">
                {refusals.map((row) => (
                  <li key={row.case} className="border-t border-line py-1.5">
                    {row.number} {row.summary}
                    <span className="block text-soft">{row.says}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {undo.problem && <ProblemView problem={undo.problem} />}
          <p className="mt-5 flex flex-wrap items-center justify-end gap-3">
            {state === 'done' && undoUntil && (
              <>
                <span className="text-sm text-soft">{say(words.until(momentText(undoUntil, language)))}</span>
                <Button disabled={undo.isBusy} onClick={() => void takeBack()}>
                  {say(words.undo)}
                </Button>
              </>
            )}
            <Button kind="primary" onClick={onClose}>
              {say(words.close)}
            </Button>
          </p>
        </div>
      )}
    </Answer>
  );
}

type PreviewProps = { readonly order: Order; readonly onStarted: (id: string) => void; readonly onClose: () => void };

/** What would be decided and what is skipped, before anything happens. */
function Preview({ order, onStarted, onClose }: PreviewProps) {
  const say = useSay();
  const start = useCommand<{ id: string }>();
  const preview = useQuery({
    queryKey: ['bulk preview', order],
    queryFn: () => dataOf(api.call('previewBulk', { body: order })),
    gcTime: 0,
  });
  const begin = async () => {
    const result = await start.run((key) => api.call('startBulk', { body: order }, { key }));
    if (result.ok) onStarted(result.data.id);
  };
  return (
    <Answer query={preview}>
      {({ total, ready, skipped, isUndoable }) => (
        <div>
          <p className="text-lg font-semibold">{say(words.ready(ready, total))}</p>
          <ul className="mt-1 text-sm text-soft">
            {skipped.map(({ says, count }) => (
              <li key={says}>{say(words.skipped(count, says))}</li>
            ))}
          </ul>
          <div className="mt-4">
            <Notice tone={isUndoable ? 'info' : 'warn'}>{say(isUndoable ? words.undoable : words.final)}</Notice>
          </div>
          {start.problem && <ProblemView problem={start.problem} />}
          <p className="mt-5 flex justify-end gap-3">
            <Button onClick={onClose}>{say(words.cancel)}</Button>
            <Button kind="primary" disabled={ready === 0 || start.isBusy} onClick={() => void begin()}>
              {say(words.start(ready))}
            </Button>
          </p>
        </div>
      )}
    </Answer>
  );
}

type Props = { readonly info: ProcessInfo; readonly events: readonly Event[]; readonly filter: ListQuery; readonly onClose: () => void };

/** One decision on everything the list's filter finds: preview, progress with a result for each, and the way back. */
export function BulkDialog({ info, events, filter, onClose }: Props) {
  const say = useSay();
  const queries = useQueryClient();
  const [event, setEvent] = useState(events[0]?.event ?? '');
  const [run, setRun] = useState<string | null>(null);
  const close = () => {
    void queries.invalidateQueries();
    onClose();
  };
  if (run !== null) {
    return (
      <Dialog title={say(caseWords.bulk)} onClose={close}>
        <Progress id={run} onClose={close} />
      </Dialog>
    );
  }
  return (
    <Dialog title={say(caseWords.bulk)} onClose={onClose}>
      <p className="mb-4 text-sm text-soft">{say(words.lead)}</p>
      <label className="mb-4 block">
        <span className="mb-1 block font-semibold">{say(words.what)}</span>
        <select className="control" value={event} onChange={(change) => setEvent(change.target.value)}>
          {events.map((one) => (
            <option key={one.event} value={one.event}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <Preview key={event} order={{ process: info.name, event, filter: filterOf(filter) }} onStarted={setRun} onClose={onClose} />
    </Dialog>
  );
}
