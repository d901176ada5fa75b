import { describe, expect, it } from 'vitest';
import { openThread, ThreadBusy } from './thread.ts';

const entry = new URL(
  `data:text/javascript,import { parentPort } from 'node:worker_threads';
  const wait = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
  parentPort.on('message', (question) => {
    if (question === 'for ever') for (;;);
    if (question === 'fault') throw new Error('it failed');
    if (question === 'long') wait(300);
    parentPort.postMessage('answer to ' + question);
  });`.replaceAll('\n', ' '),
);
const open = (timeMs: number, waiting = 5) => openThread<string, string>(entry, { waiting, timeMs, memoryMb: 64 });

describe('A thread that thinks', () => {
  it('answers each question with its own answer, in the order of asking', async () => {
    const { ask } = open(20_000);
    const answers: string[] = [];
    await Promise.all(['one', 'long', 'three'].map(async (question) => answers.push(await ask(question))));
    expect(answers).toEqual(['answer to one', 'answer to long', 'answer to three']);
  });

  it('does not hold up the others: the program goes on while it thinks', async () => {
    const { ask } = open(20_000);
    await ask('one');
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 5);
    await ask('long');
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(3);
  });

  it('that takes too long is ended, says so, and the next question is answered by another', async () => {
    const { ask } = open(1_500);
    const slow = ask('for ever');
    const next = ask('two');
    await expect(slow).rejects.toBeInstanceOf(ThreadBusy);
    await expect(next).resolves.toBe('answer to two');
  });

  it('that fails hands the fault to who asked and to nobody else', async () => {
    const { ask } = open(20_000);
    const failing = ask('fault');
    const next = ask('two');
    await expect(failing).rejects.toThrow('it failed');
    await expect(next).resolves.toBe('answer to two');
  });

  it('with too many who wait refuses the next at once', async () => {
    const { ask } = open(20_000, 1);
    const kept = [ask('long'), ask('two')];
    await expect(ask('three')).rejects.toBeInstanceOf(ThreadBusy);
    await expect(Promise.all(kept)).resolves.toEqual(['answer to long', 'answer to two']);
  });
});
