import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const server = path.resolve(import.meta.dirname, '..');
const statement = /\.(?:one|rows|run|write|query)(?:<[^(`]*>)?\(\s*['"`]\s*(?:select|insert|update|delete|with|truncate)\b/i;

describe('SQL', () => {
  const files = globSync('**/*.ts', { cwd: server }).filter((file) => !file.endsWith('.test.ts'));

  it('stands in the stores, and beside them only where the database itself is opened, migrated and spoken to', () => {
    const speaking = files.filter((file) => statement.test(readFileSync(path.join(server, file), 'utf8')));
    expect(speaking.filter((file) => !/^(?:stores|db)\//.test(file))).toEqual([]);
    expect(speaking.length).toBeGreaterThan(30); // the pattern still finds what it looks for
  });
});
