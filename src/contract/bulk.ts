import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const Json = z.json();
const ById = z.object({ id: z.uuid() });
const who = ['centre_officer', 'centre_approver'] as const;

/** Which cases: the same filter as the list shows. */
const Filter = z.object({
  state: z.string().max(400).optional(),
  district: z.string().max(20).optional(),
  q: z.string().max(200).optional(),
  parent: z.uuid().optional(),
});

const Order = z.object({
  process: z.string().max(40),
  event: z.string().max(40),
  input: z.record(z.string(), Json).default({}),
  filter: Filter,
});

const Row = z.object({ case: z.string(), number: z.string(), summary: z.string() });

const RunView = z.object({
  id: z.string(),
  process: z.string(),
  event: z.string(),
  title: z.string(),
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  total: z.int(),
  waiting: z.int(),
  done: z.int(),
  refused: z.int(),
  undone: z.int(),
  /** What was refused and why, at most 500. */
  refusals: z.array(Row.extend({ says: z.string() })),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Until then it can be undone and nobody has been told; null when it can not. */
  undoUntil: z.string().nullable(),
});
export type BulkRunView = z.infer<typeof RunView>;

/** One decision on many cases, chosen by filter. */
export const bulkEndpoints = {
  previewBulk: endpoint({
    method: 'POST',
    path: '/bulk/preview',
    summary: both('批量办理预览：哪些会办、哪些跳过', 'Preview of a bulk decision'),
    clause: 'operational',
    who,
    body: Order,
    answer: z.object({
      total: z.int(),
      ready: z.int(),
      skipped: z.array(z.object({ says: z.string(), count: z.int() })),
      sample: z.array(Row),
      isUndoable: z.boolean(),
    }),
  }),
  startBulk: endpoint({
    method: 'POST',
    path: '/bulk',
    summary: both('批量办理', 'Bulk decision'),
    clause: 'operational',
    who,
    body: Order,
    isCommand: true,
    status: 201,
    answer: z.object({ id: z.string() }),
  }),
  readBulk: endpoint({
    method: 'GET',
    path: '/bulk/{id}',
    summary: both('批量办理的进度与逐件结果', 'Progress and results of a bulk decision'),
    clause: 'operational',
    who: [...who, 'auditor'],
    params: ById,
    answer: RunView,
  }),
  undoBulk: endpoint({
    method: 'POST',
    path: '/bulk/{id}/undo',
    summary: both('撤销批量办理', 'Undo a bulk decision'),
    clause: 'operational',
    who,
    params: ById,
    isCommand: true,
    answer: z.object({ id: z.string() }),
  }),
} as const;
