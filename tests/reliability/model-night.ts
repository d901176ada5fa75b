import { parseArgs } from 'node:util';
import { type Mutant, mutants } from './ledger-mutants.ts';
import { openLedger } from './ledger-real.ts';
import { playHistories, type RunOptions, type RunResult } from './ledger-run.ts';
import { startThrowaway, type Throwaway } from './throwaway.ts';

const usage = `npm run reliability -- model-night [--commands 1000000] [--seed 1] [--break=NAME | --mutants | --list]`;
const print = (line: unknown) => process.stdout.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);

/** Plays on a database of its own, sound or with one fault built in. */
async function play(server: Throwaway, options: RunOptions, mutant?: Mutant): Promise<RunResult> {
  const database = await server.database();
  const real = await openLedger(database);
  try {
    await mutant?.apply(real.owner);
    return await playHistories(real, options);
  } finally {
    await real.close();
    await database.drop();
  }
}

const firstLine = (text: string | null) => text?.split('\n')[0]?.slice(0, 160) ?? null;

/** Every mutant must part from the model; a sound ledger must not, else the kills mean nothing. */
async function killAll(server: Throwaway, options: RunOptions): Promise<number> {
  const sound = await play(server, options);
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const { commands, miss } = await play(server, options, mutant);
    if (miss === null) survivors.push(mutant.name);
    print(
      `${miss === null ? '✗ lives ' : '✓ killed'} ${mutant.name.padEnd(18)} ${mutant.says}${miss === null ? '' : ` | after ${commands} commands: ${firstLine(miss)}`}`,
    );
  }
  const isMissed = survivors.length > 0 || sound.miss !== null;
  print({
    test: 'model-night --mutants',
    ok: !isMissed,
    killed: mutants.length - survivors.length,
    total: mutants.length,
    survivors,
    sound: firstLine(sound.miss),
    seed: options.seed,
  });
  return isMissed ? 1 : 0;
}

async function playOne(server: Throwaway, options: RunOptions, mutant: Mutant | undefined): Promise<number> {
  const began = performance.now();
  const result = await play(server, options, mutant);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  print({
    test: 'model-night',
    ok: result.miss === null,
    ...result,
    seed: options.seed,
    seconds,
    ...(mutant ? { break: mutant.name } : {}),
  });
  return result.miss === null ? 0 : 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      commands: { type: 'string' },
      seed: { type: 'string', default: '20200901' },
      break: { type: 'string' },
      mutants: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) {
    for (const { name, says } of mutants) print(`${name.padEnd(18)} ${says}`);
    return 0;
  }
  const mutant = mutants.find(({ name }) => name === values.break);
  const options = { commands: Number(values.commands ?? (values.mutants ? 20_000 : 1_000_000)), seed: Number(values.seed) };
  if ((values.break !== undefined && !mutant) || !(options.commands > 0) || !Number.isSafeInteger(options.seed)) {
    print(usage);
    return 2;
  }
  const server = await startThrowaway();
  try {
    return await (values.mutants ? killAll(server, options) : playOne(server, options, mutant));
  } finally {
    await server.stop();
  }
}

process.exitCode = await main();
