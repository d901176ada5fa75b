import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Sent } from '../http/replay.ts';

/** What differs from filing to filing, by name. Bytes are named by their hexadecimal text. */
export type Slots = Readonly<Record<string, string>>;

/** Makes a recorded value, or the text of a statement, out of a filing's slots. */
type Fill = (slots: Slots) => unknown;
type Step = { readonly name?: string; readonly text: Fill; readonly values: readonly Fill[] };
export type Plan = readonly (readonly Step[])[];

function fillText(text: string, recorded: Slots): Fill {
  const names = new Map(Object.entries(recorded).map(([name, value]) => [value, name]));
  const pattern = new RegExp(`(${[...names.keys()].map((value) => value.replaceAll(/[^\w]/g, '\\$&')).join('|')})`);
  const parts = text.split(pattern);
  if (parts.length === 1) return () => text;
  const keyed = parts.map((part, index) => (index % 2 === 1 ? (names.get(part) ?? '') : part));
  return (slots) => keyed.map((part, index) => (index % 2 === 1 ? slots[part] : part)).join('');
}

function fillValue(value: unknown, recorded: Slots): Fill {
  if (typeof value === 'string') return fillText(value, recorded);
  if (Array.isArray(value)) {
    const members = value.map((one) => fillValue(one, recorded));
    return (slots) => members.map((fill) => fill(slots));
  }
  if (!(value instanceof Uint8Array)) return () => value;
  const bytes = Buffer.from(value);
  const byHex = Object.entries(recorded).find(([, text]) => text === bytes.toString('hex'))?.[0];
  if (byHex !== undefined) return (slots) => Buffer.from(slots[byHex] ?? '', 'hex');
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return () => bytes;
  const fill = fillText(text, recorded);
  return (slots) => Buffer.from(String(fill(slots)));
}

/** Makes a plan of a recording: what was one transaction stays one, on one connection. */
export function planOf(sent: readonly Sent[], recorded: Slots): Plan {
  const units: Step[][] = [];
  let isInside = false;
  for (const { name, text, values } of sent) {
    const step = { ...(name ? { name } : {}), text: fillText(text, recorded), values: values.map((value) => fillValue(value, recorded)) };
    if (isInside) units.at(-1)?.push(step);
    else units.push([step]);
    if (/^begin\b/.test(text)) isInside = true;
    if (/^(commit|rollback)\b/.test(text)) isInside = false;
  }
  return units;
}

async function send(client: pg.PoolClient, { name, text, values }: Step, slots: Slots): Promise<void> {
  const filled = values.map((fill) => fill(slots));
  await client.query(
    name === undefined && filled.length === 0
      ? { text: String(text(slots)) }
      : { ...(name ? { name } : {}), text: String(text(slots)), values: filled },
  );
}

/** Sends everything a filing sends, with an entry and a receipt of its own. */
export async function replay(pool: pg.Pool, plan: Plan, given: Slots): Promise<void> {
  const slots = { ...given, journal: randomUUID(), code: randomBytes(12).toString('hex').slice(0, 19) };
  for (const unit of plan) {
    const client = await pool.connect();
    let isClean = false;
    try {
      for (const step of unit) await send(client, step, slots);
      isClean = true;
    } finally {
      client.release(!isClean);
    }
  }
}
