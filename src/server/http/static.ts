import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Asset = { readonly plain: Buffer; readonly br: Buffer; readonly gz: Buffer; readonly type: string };

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Reads the built web app once; the build left each file compressed beside it. */
function loadAssets(folder: string): ReadonlyMap<string, Asset> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => existsSync(path.join(folder, `${name}.br`)));
  return new Map(
    files.map((name) => {
      const file = path.join(folder, name);
      const type = types[path.extname(name)] ?? 'application/octet-stream';
      const asset = { plain: readFileSync(file), br: readFileSync(`${file}.br`), gz: readFileSync(`${file}.gz`), type };
      return [`/${name.split(path.sep).join('/')}`, asset];
    }),
  );
}

const appPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset, isForever: boolean): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const [body, encoding] = accepted.includes('br')
    ? [asset.br, 'br']
    : accepted.includes('gzip')
      ? [asset.gz, 'gzip']
      : [asset.plain, undefined];
  reply.type(asset.type).header('vary', 'Accept-Encoding');
  if (encoding) reply.header('content-encoding', encoding);
  return reply.header('cache-control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache').send(body);
}

/** Serves the web app: its files for good, its one page for every path under /app. */
export function mountWeb(app: FastifyInstance, folder: string): void {
  const assets = loadAssets(folder);
  const index = assets.get('/index.html');
  for (const [place, asset] of assets) {
    if (place.endsWith('.html') || place.startsWith('/.')) continue;
    app.get(place, (request, reply) => sendAsset(request, reply, asset, place.startsWith('/assets/')));
  }
  const page = (request: FastifyRequest, reply: FastifyReply) =>
    index
      ? sendAsset(request, reply.header('content-security-policy', appPolicy), index, false)
      : reply.code(503).type('text/plain; charset=utf-8').send('网页尚未构建：请先运行 npm run build');
  app.get('/app', page);
  app.get('/app/*', page);
}
