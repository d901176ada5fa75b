import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import type { FileStore } from './store.ts';

/** An S3-compatible store: the bucket must exist; every object is named by its hash. */
export function s3Store(options: {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}): FileStore {
  const client = new AwsClient({ accessKeyId: options.accessKey, secretAccessKey: options.secretKey, service: 's3', region: 'us-east-1' });
  const base = `${options.endpoint.replace(/\/$/, '')}/${options.bucket}`;
  const url = (hash: string) => `${base}/${hash.slice(0, 2)}/${hash}`;
  const failed = async (what: string, answer: Response) =>
    new Error(`${what}: the file store answered ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  return {
    async put(hash, bytes, type) {
      const answer = await client.fetch(url(hash), { method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': type } });
      if (!answer.ok) throw await failed('put', answer);
    },
    async get(hash) {
      const answer = await client.fetch(url(hash));
      if (!answer.ok || !answer.body) throw await failed('get', answer);
      return Readable.fromWeb(answer.body as never);
    },
    async isReady() {
      const answer = await client.fetch(base, { method: 'HEAD' });
      return answer.ok;
    },
  };
}
