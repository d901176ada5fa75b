import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contract } from '#contract/index.ts';
import { openApi } from '#contract/openapi.ts';
import { roles } from '#core/people/roles.ts';
import type { AnyProcess } from '#core/process/define.ts';
import { toMermaid, toPermissionTable, toTimeTable } from '#core/process/describe.ts';
import { caseFileJsonSchema } from '#policy/zibo-2020/case-file.ts';
import { timeLimitSettings } from '#policy/zibo-2020/settings-time-limits.ts';
import { processes } from '#processes/index.ts';

/** Writes docs/generated, or with --check says which of its files are out of date. */
const folder = path.resolve(import.meta.dirname, '../docs/generated');
const head = '<!-- 由 npm run docs 生成，请勿手改 -->\n\n';

const usualWorkdays = (reading: string): number => timeLimitSettings[reading as keyof typeof timeLimitSettings].default;

const processPages = Object.values(processes).map((one): [string, string] => {
  const process = one as unknown as AnyProcess;
  return [
    `process-${process.name}.md`,
    `${head}# ${process.title.zh} ${process.title.en}\n\n\`\`\`mermaid\n${toMermaid(process)}\n\`\`\`\n\n${[toPermissionTable(process), toTimeTable(process, usualWorkdays)].filter(Boolean).join('\n\n')}\n`,
  ];
});

const audience = (who: (typeof contract)[string]['who']): string => {
  if (who === 'anyone') return '任何人';
  return who === 'signed in' ? '已登录者' : who.map((role) => roles[role].zh).join('、');
};

const endpointRows = Object.values(contract).map(
  (one) =>
    `| ${one.method} | \`/api${one.path}\` | ${one.summary.zh} | ${audience(one.who)} | ${one.clause === 'operational' ? '运行规则' : (one.clause ?? '–')} |`,
);

const pages: readonly (readonly [string, string])[] = [
  ...processPages,
  [
    'permissions.md',
    `${head}# 接口与权限\n\n| 方法 | 路径 | 事项 | 何人可调用 | 条款 |\n| --- | --- | --- | --- | --- |\n${endpointRows.join('\n')}\n`,
  ],
  ['openapi.json', `${JSON.stringify(openApi(contract), null, 1)}\n`],
  ['case-file.schema.json', `${JSON.stringify(caseFileJsonSchema(), null, 2)}\n`],
];

const read = (name: string) => {
  try {
    return readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return '';
  }
};

if (process.argv.includes('--check')) {
  const stale = pages.filter(([name, text]) => read(name) !== text).map(([name]) => name);
  if (stale.length > 0) {
    process.stderr.write(`docs/generated 已过时：${stale.join('、')}。请运行 npm run docs\n`);
    process.exit(1);
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(path.join(folder, name), text);
}
