import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { s3Store } from '#server/files/s3.ts';
import { good } from '../support/caller.ts';
import { openWorld } from '../support/world.ts';

type Server = { run: () => Promise<{ port: number }>; close: () => Promise<void> };
type ServerClass = new (options: {
  port: number;
  address: string;
  silent: boolean;
  directory: string;
  configureBuckets: { name: string }[];
}) => Server;

// A stand-in for an S3 service; it brings no types.
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as ServerClass;
const directory = mkdtempSync(path.join(tmpdir(), 'jixia-s3-'));
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'jixia' }] });
const { port } = await server.run();
const at = { endpoint: `http://127.0.0.1:${port}/`, bucket: 'jixia', accessKey: 'S3RVER', secretKey: 'S3RVER' };
const store = s3Store(at);
const world = await openWorld({ files: store });

afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('Files in an S3-compatible store', () => {
  it('come back byte for byte, whatever their size', async () => {
    const east = await world.as('east');
    for (const size of [20, 3_000_000]) {
      const bytes = new Uint8Array(size).fill(7);
      bytes.set(new TextEncoder().encode('%PDF-1.4\n'));
      const { hash } = good(await east.call('uploadFile', { file: { name: '文件.pdf', bytes } }));
      const back = await east.ask({ url: `/api/files/${hash}` });
      expect(back.status).toBe(200);
      expect(back.bytes.equals(Buffer.from(bytes)), `${size} bytes`).toBe(true);
    }
  });

  it('are ready when the bucket can be reached, and only then', async () => {
    expect(await store.isReady()).toBe(true);
    expect(await s3Store({ ...at, bucket: 'another' }).isReady()).toBe(false);
    expect((await world.anybody().ask({ url: '/readyz' })).status).toBe(200);
  });

  it('are not taken with a wrong key, and missing ones are a fault', async () => {
    await expect(s3Store({ ...at, secretKey: 'wrong' }).put('0'.repeat(64), Buffer.from('x'), 'text/csv')).rejects.toThrow('403');
    await expect(store.get('0'.repeat(64))).rejects.toThrow('404');
  });
});
