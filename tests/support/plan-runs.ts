import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How many Chinese characters in a row are taken for a quotation. */
const length = 10;

/** Every run of ten characters of the plan as a 32-bit number, ascending: enough to find a quotation, too little to read one. */
const known: ReadonlySet<number> = (() => {
  const bytes = readFileSync(path.join(import.meta.dirname, 'plan-runs.bin'));
  return new Set(Array.from({ length: bytes.length / 4 }, (_, n) => bytes.readUInt32LE(n * 4)));
})();

/** FNV-1a over the code points of a text. */
function numberOf(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** Runs of a text that stand in the plan word for word; punctuation, digits and letters do not count. */
export function quotedFromPlan(text: string): readonly string[] {
  const chars = [...text].filter((char) => /\p{Script=Han}/u.test(char));
  const runs = Array.from({ length: Math.max(0, chars.length - length + 1) }, (_, n) => chars.slice(n, n + length).join(''));
  return runs.filter((run) => known.has(numberOf(run)));
}
