import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { determineCase } from '#policy/zibo-2020/answer.ts';
import { type CaseFault, type CaseFile, readCaseFile } from '#policy/zibo-2020/case-file.ts';

const usage = '用法：npm run -s determine -- 文件.json|- [--explain]';

function main(args: readonly string[]): number {
  const explain = args.includes('--explain');
  const sources = args.filter((arg) => arg !== '--explain');
  const source = sources[0];
  if (sources.length !== 1 || source === undefined || (source.startsWith('-') && source !== '-')) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const parsed = read(source);
  if (!parsed.ok) return complain([parsed.fault]);
  const { value } = parsed;
  const readings = Array.isArray(value) ? value.map((one, i) => readCaseFile(one, `$[${i}]`)) : [readCaseFile(value)];
  const faults = readings.flatMap((reading) => (reading.ok ? [] : reading.faults));
  if (faults.length > 0) return complain(faults);
  const files = readings.flatMap((reading): CaseFile[] => (reading.ok ? [reading.file] : []));
  const answers = files.map((file) => determineCase(file, { explain }));
  process.stdout.write(`${JSON.stringify(Array.isArray(value) ? answers : answers[0], null, 2)}\n`);
  return 0;
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: CaseFault };

function read(source: string): Read {
  try {
    const text = readFileSync(source === '-' ? 0 : resolve(process.env['INIT_CWD'] ?? '.', source), 'utf8').replace(/^\uFEFF/, '');
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const says = error instanceof SyntaxError ? `不是有效的JSON（${error.message}）` : '文件读不到';
    return { ok: false, fault: { path: '$', message: says } };
  }
}

function complain(faults: readonly CaseFault[]): number {
  for (const { path, message } of faults) process.stderr.write(`${path}: ${message.replaceAll('\n', ' ')}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
