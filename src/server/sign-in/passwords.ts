import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing is a lever for overload: two at once, a short queue, and beyond that a refusal. */
const limit = { running: 2, waiting: 30 };
let running = 0;
const waiting: (() => void)[] = [];

/** Too many people sign in at once; the caller answers "busy". */
export class TooBusy extends Error {}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= limit.running) {
    if (waiting.length >= limit.waiting) throw new TooBusy('password queue is full');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Argon2id with 19 MiB and two passes. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let decoy: Promise<string> | undefined;

/** Verifies a password; without an account the same work is done against a decoy, so that time tells nothing. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', cost);
  const target = stored ?? (await decoy);
  const fits = await inTurn(() => verify(target, password));
  return stored !== undefined && fits;
}
