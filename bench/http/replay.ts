import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A statement as our server sent it. */
export type Sent = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] };

/** What differs from request to request, by name: the text that stood for it when the statements were recorded. */
export type Slots = Readonly<Record<string, string>>;

/** A value to send: as recorded, or text with gaps for slots. */
type Piece =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'gaps'; readonly parts: readonly string[]; readonly isBytes: boolean };
type Step = { readonly name?: string; readonly text: string; readonly pieces: readonly Piece[] };

/** Consecutive steps on one connection: a transaction, or a single statement outside of one. */
type Unit = readonly Step[];
export type Plan = readonly Unit[];

/** Splits a recorded value wherever the text of a slot stands in it. Odd parts are slot names. */
function pieceOf(value: unknown, slots: Slots): Piece {
  const isBytes = value instanceof Uint8Array;
  if (typeof value !== 'string' && !isBytes) return { kind: 'constant', value };
  const text = isBytes ? Buffer.from(value).toString('utf8') : value;
  const names = new Map(Object.entries(slots).map(([name, recorded]) => [recorded, name]));
  const pattern = new RegExp(`(${[...names.keys()].map((recorded) => recorded.replaceAll(/[^\w]/g, '\\$&')).join('|')})`);
  const parts = text.split(pattern).map((part, index) => (index % 2 === 1 ? (names.get(part) ?? '') : part));
  return parts.length === 1 ? { kind: 'constant', value: isBytes ? Buffer.from(value) : value } : { kind: 'gaps', parts, isBytes };
}

/** Makes a plan of a recording: transactions stay on one connection, as they were. */
export function planOf(recorded: readonly Sent[], slots: Slots): Plan {
  const units: Step[][] = [];
  let isInside = false;
  for (const { name, text, values } of recorded) {
    const step: Step = { ...(name ? { name } : {}), text, pieces: values.map((value) => pieceOf(value, slots)) };
    if (isInside) units.at(-1)?.push(step);
    else units.push([step]);
    if (/^begin\b/.test(text)) isInside = true;
    if (/^(commit|rollback)\b/.test(text)) isInside = false;
  }
  return units;
}

type Filled = Record<string, string>;

function fill(piece: Piece, slots: Filled): unknown {
  if (piece.kind === 'constant') return piece.value;
  let text = '';
  for (let index = 0; index < piece.parts.length; index += 1) {
    const part = piece.parts[index] ?? '';
    text += index % 2 === 1 ? (slots[part] ?? '') : part;
  }
  return piece.isBytes ? Buffer.from(text) : text;
}

type Speaker = { query(config: { name?: string; text: string; values?: unknown[] }): Promise<pg.QueryResult> };

/** Sends a statement, and learns the call from the case's own row as our server does. */
async function send(client: Speaker, step: Step, slots: Filled): Promise<unknown> {
  if (step.pieces.length === 0 && !step.name) return (await client.query({ text: step.text })).rows;
  const values = step.pieces.map((piece) => fill(piece, slots));
  const { rows } = await client.query({ ...(step.name ? { name: step.name } : {}), text: step.text, values });
  const call = (rows[0] as { data?: { call?: string } } | undefined)?.data?.call;
  if (call !== undefined) slots.call = call;
  return rows;
}

/** Replays a plan with these slots: the same statements under the same names, in the same transactions. Returns all rows. */
export async function replay(pool: pg.Pool, plan: Plan, given: Filled): Promise<unknown[]> {
  const slots = { ...given, code: randomBytes(12).toString('hex').slice(0, 19) };
  const all: unknown[] = [];
  for (const unit of plan) {
    const [only] = unit;
    if (unit.length === 1 && only) {
      all.push(await send(pool, only, slots));
      continue;
    }
    const client = await pool.connect();
    let isClean = false;
    try {
      for (const step of unit) all.push(await send(client, step, slots));
      isClean = true;
    } finally {
      client.release(!isClean);
    }
  }
  return all;
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown;
const { prototype } = pg.Client as unknown as { prototype: { query: Query } };
const original = prototype.query;

/** Begins to write down every statement this process sends; the returned function ends it and gives the list. */
export function record(): () => readonly Sent[] {
  const sent: Sent[] = [];
  prototype.query = function query(...given) {
    const [first, second] = given;
    if (typeof first === 'string') sent.push({ text: first, values: Array.isArray(second) ? second : [] });
    else {
      const { name, text, values } = first as { name?: string; text: string; values?: unknown[] };
      sent.push({ ...(name ? { name } : {}), text, values: [...(values ?? [])] });
    }
    return original.apply(this, given);
  };
  return () => {
    prototype.query = original;
    return sent;
  };
}
