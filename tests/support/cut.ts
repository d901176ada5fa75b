import net from 'node:net';
import { afterAll } from 'vitest';

/** When to cut the wire at a commit: before the server hears of it, or after it has answered and before we hear of that. */
export type Cut = 'before' | 'after';

/** A wire to the database that can be cut at the next commit. */
export type Wire = { readonly route: (url: string) => string; readonly cutNextCommit: (cut: Cut) => void; readonly cuts: () => number };

const commit = Buffer.from('commit\0');
const committed = Buffer.from('COMMIT\0');

/** Lays a wire between the program and its database; give its `route` to the house. */
export async function layWire(): Promise<Wire> {
  let armed: Cut | null = null;
  let cuts = 0;
  let target = { host: '', port: 0 };
  const open = new Set<net.Socket>();

  const server = net.createServer((near) => {
    const far = net.connect(target);
    let isCut = false;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
    near.on('data', (bytes: Buffer) => {
      if (armed !== null && bytes.includes(commit)) {
        const cut = armed;
        armed = null;
        cuts += 1;
        if (cut === 'before') return end();
        isCut = true;
      }
      far.write(bytes);
    });
    far.on('data', (bytes: Buffer) => {
      if (!isCut) near.write(bytes);
      else if (bytes.includes(committed)) end(); // answers to what travelled with the commit come first
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  return {
    route: (url) => {
      const routed = new URL(url);
      target = { host: routed.hostname, port: Number(routed.port) };
      const address = server.address() as net.AddressInfo;
      routed.hostname = '127.0.0.1';
      routed.port = String(address.port);
      routed.searchParams.delete('host'); // the socket that leads past the wire
      return routed.href;
    },
    cutNextCommit: (cut) => {
      armed = cut;
    },
    cuts: () => cuts,
  };
}
