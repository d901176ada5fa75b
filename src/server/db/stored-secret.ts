import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';

/** The secret kept in `file` (mode 600), made at random when there is none yet: base64url of `size` bytes. */
export function storedSecret(file: string, size = 24): string {
  if (!fs.existsSync(file)) {
    const draft = `${file}.${randomBytes(4).toString('hex')}`;
    fs.writeFileSync(draft, randomBytes(size).toString('base64url'), { mode: 0o600, flush: true });
    try {
      fs.linkSync(draft, file); // whole or not at all, and never over one that another process just made
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  return fs.readFileSync(file, 'utf8').trim();
}
