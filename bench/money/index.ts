import { loadavg } from 'node:os';
import { plain } from '../report.ts';

const isQuick = process.argv.includes('--quick');
const wordAfter = (flag: string) => process.argv.find((word) => word.startsWith(flag))?.slice(flag.length);

const parts: Readonly<Record<string, () => Promise<void>>> = {
  claim: async () => (await import('./claim.ts')).measureClaims({ isQuick, profileFolder: wordAfter('--profile=') }),
  import: async () => (await import('./import.ts')).measureImport({ isQuick }),
  export: async () => (await import('./export.ts')).measureExport({ isQuick }),
  matters: async () => (await import('./matters.ts')).measureMatters({ isQuick }),
  bulk: async () => (await import('./bulk.ts')).measureBulk(Number(wordAfter('--claims=') ?? (isQuick ? 300 : 10_000))),
};

/** Claims and money: filing, importing, exporting, the duplicate check, one decision on many. */
export async function run(): Promise<void> {
  const only = wordAfter('--only=')?.split(',');
  for (const [name, measure] of Object.entries(parts)) {
    if (only && !only.includes(name)) continue;
    const before = plain(loadavg()[0] ?? 0, 1);
    await measure();
    console.log(`（负载：之前 ${before}，之后 ${plain(loadavg()[0] ?? 0, 1)}）\n`);
  }
}
