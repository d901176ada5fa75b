import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../program.ts';

type Part = { readonly name: string; readonly bytes: number; readonly isDev: boolean };
type Sizes = { readonly all: number; readonly production: number; readonly largest: readonly Part[] };

/** Bytes on disk below a folder, as du counts them; packages nested inside are counted by themselves. */
function bytesBelow(folder: string): number {
  let bytes = lstatSync(folder).blocks * 512;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const place = path.join(folder, entry.name);
    bytes += entry.isDirectory() ? bytesBelow(place) : lstatSync(place).blocks * 512;
  }
  return bytes;
}

/** What lies in node_modules by the lockfile, and the part of it that `--omit=dev` would install. */
export function installedSizes(): Sizes {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  const parts = Object.entries(packages)
    .filter(([place]) => place !== '' && existsSync(path.join(root, place)))
    .map(([place, { dev }]): Part => ({
      name: place.replace(/^.*node_modules\//, ''),
      bytes: bytesBelow(path.join(root, place)),
      isDev: dev === true,
    }));
  const sum = (some: readonly Part[]) => some.reduce((total, { bytes }) => total + bytes, 0);
  const largest = [...parts].sort((a, b) => b.bytes - a.bytes).slice(0, 8);
  return { all: sum(parts), production: sum(parts.filter(({ isDev }) => !isDev)), largest };
}
