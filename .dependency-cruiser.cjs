// The import table of architecture.md, "Who may import whom". A folder may import itself and what its row lists, nothing else.

const npm = (...names) => names.map((name) => `^node_modules/${name}/`);
const kernel = '^src/core/kernel/';
const core = '^src/core/';
const policy = '^src/policy/';
const contract = '^src/contract/';
const server = (...folders) => folders.map((folder) => `^src/server/${folder}/`);
/** The handle that everybody who touches the database is given; the pool and the connection stay in server/db. */
const transaction = '^src/server/db/(transaction|pool)\\.ts$';
/** Sealing and opening; which key is in force is decided at the start. */
const vault = '^src/server/vault/vault\\.ts$';
const TEST = '\\.test\\.tsx?$';

/** One row: `who` (a folder of src or a pattern) may import itself, `may`, and Node only where `node` says so. */
const row = (name, { who = `^src/${name}/`, whoNot = [], may = [], node = false, own = who }) => ({
  name,
  severity: 'error',
  comment: `src/${name} 只能引用架构表中列出的部分`,
  from: { path: who, pathNot: [TEST, ...whoNot] },
  to: { pathNot: [own, ...may], ...(node ? { dependencyTypesNot: ['core'] } : {}) },
});

const rows = [
  row('core/kernel', {}),
  row('core/people', { may: [kernel] }),
  row('core/form', { may: [kernel, ...npm('zod')] }),
  row('core/process', { may: [kernel, '^src/core/(people|form|ledger)/', ...npm('zod')] }),
  row('core/panel', { may: [kernel, '^src/core/(people|form|process)/', ...npm('zod')] }),
  row('core/policy', { may: [kernel, ...npm('zod')] }),
  row('core/ledger', { may: [kernel] }),
  row('core/proof', { may: [kernel] }),
  row('policy', { who: '^src/policy/([^/]+)/', own: '^src/policy/$1/', may: ['^src/policy/calendar/', core, ...npm('zod')] }),
  row('policy/index', { who: '^src/policy/[^/]+$', own: policy, may: [core] }),
  row('processes', {
    who: '^src/processes/([^/]+)/',
    whoNot: ['/screens\\.tsx$'],
    own: '^src/processes/$1/(?!screens\\.tsx)',
    may: [core, policy, ...npm('zod')],
  }),
  row('processes/screens', {
    who: '^src/processes/([^/]+)/screens\\.tsx$',
    own: '^src/processes/$1/',
    may: [core, policy, contract, '^src/web/ui/', ...npm('zod', 'react', '@types/react')],
  }),
  row('processes/index', { who: '^src/processes/[^/]+$', own: '^src/processes/.*(?<!\\.tsx)$', may: [core] }),
  row('contract', { may: [core, policy, '^src/processes/.*(?<!\\.tsx)$', ...npm('zod')] }),
  row('server/cases', {
    may: [
      core,
      policy,
      contract,
      '^src/processes/.*(?<!\\.tsx)$',
      transaction,
      vault,
      '^src/server/clock\\.ts$',
      ...server('stores', 'effects'),
      ...npm('zod'),
    ],
    node: true,
  }),
  row('server/effects', {
    may: [core, transaction, vault, ...server('stores'), ...npm('(?!pg/|@types/pg/|fastify/|@fastify/).*')],
    node: true,
  }),
  row('server/stores', { may: [core, ...server('db'), ...npm('pg', '@types/pg', 'zod')], node: true }),
  row('server/http', { may: [core, contract, '^src/(server|portal)/', ...npm('(?!pg/|@types/pg/).*')], node: true }),
  row('server/jobs', {
    may: [core, transaction, '^src/server/clock\\.ts$', ...server('cases', 'effects', 'stores'), ...npm('pino')],
    node: true,
  }),
  row('server/vault', { may: [transaction, '^src/server/db/stored-secret\\.ts$', ...server('stores')], node: true }),
  row('server/files', { may: [core, ...npm('(?!pg/|@types/pg/|fastify/|@fastify/).*')], node: true }),
  row('server/dossier', {
    may: [
      core,
      policy,
      '^src/processes/.*(?<!\\.tsx)$',
      transaction,
      ...server('cases', 'files', 'stores'),
      ...npm('docx', 'fflate', 'pdfkit', '@types/pdfkit'),
    ],
    node: true,
  }),
  row('server/sign-in', {
    may: [
      core,
      contract,
      transaction,
      '^src/server/clock\\.ts$',
      ...server('cases', 'stores'),
      ...npm('@node-rs/argon2', 'otpauth', 'qrcode', '@types/qrcode'),
    ],
    node: true,
  }),
  row('server/imports', { may: [core, policy, ...npm('csv-parse', 'read-excel-file')], node: true }),
  row('server/db', { may: [kernel, '^src/core/people/', ...npm('pg', '@types/pg')], node: true }),
  row('web', { whoNot: ['^src/web/ui/'], may: [kernel, contract, '^src/processes/[^/]+/screens\\.tsx$', ...npm('.*')] }),
  row('web/ui', { may: [kernel, ...npm('.*')] }),
  row('portal', { may: [contract, core, policy, '^src/processes/.*(?<!\\.tsx)$'] }),
  row('demo', { may: [contract, core, policy, '^src/processes/.*(?<!\\.tsx)$'], node: true }),
];

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', comment: '不得循环引用', from: { pathNot: '^bench/engine/peers' }, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      comment: '引用的文件或软件包不存在',
      from: { pathNot: '^tests/mutation/' }, // Stryker is installed there on demand
      to: { couldNotResolve: true },
    },
    ...rows,
    {
      name: 'contract-types-only',
      severity: 'error',
      comment: '浏览器只引用接口的类型，不把校验代码带到网页里',
      from: { path: '^src/web/', pathNot: [TEST] },
      to: { path: contract, pathNot: '^src/contract/client\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-root',
      severity: 'error',
      comment: 'main、app、config 装配程序，不引用网页，也不写 SQL',
      from: { path: '^src/server/[^/]+$' },
      to: { path: ['^src/web/', ...npm('pg', '@types/pg')] },
    },
    {
      name: 'demo-guest',
      severity: 'error',
      comment: '演示数据只由 src/server/main.ts 载入',
      from: { path: '^src/', pathNot: ['^src/demo/', '^src/server/main\\.ts$'] },
      to: { path: '^src/demo/' },
    },
    {
      name: 'src-alone',
      severity: 'error',
      comment: '程序不引用测试、测量与工具',
      from: { path: '^src/', pathNot: [TEST] },
      to: { path: ['^(tests|bench|tools)/', TEST, ...npm('vitest', 'fast-check', '@playwright/test')] },
    },
    {
      name: 'test-beside-code',
      severity: 'error',
      comment: '内层的测试不引用外层',
      from: { path: ['^src/(core|policy)/.*\\.test\\.tsx?$'] },
      to: { path: ['^src/(server|web|portal|contract|demo)/'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(dist|data)/|^(bench|tests)/.*node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
