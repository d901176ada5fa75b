import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Rows of eight-bit RGB, each led by filter 0: sky, a row of houses, a street. `tint` moves the colours. */
function pixels(width: number, height: number, tint: number): Buffer {
  const stride = width * 3 + 1;
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) bytes.set(colourAt(x, y / height, tint), y * stride + 1 + x * 3);
  }
  return bytes;
}

function colourAt(x: number, depth: number, tint: number): readonly [number, number, number] {
  const house = Math.floor(x / 12) + tint;
  if (depth < 0.3 + (house % 5) * 0.05) return [150 + (tint % 60), 190, 225];
  if (depth > 0.8) return [110, 110, 115];
  return [170 + ((house * 37) % 60), 140 + ((house * 53) % 60), 110 + ((tint * 29) % 60)];
}

/** A small valid PNG that looks a little like a street; the same bytes for the same tint. */
export function pngOf(tint: number): Uint8Array<ArrayBuffer> {
  const [width, height] = [96, 64];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const image = [chunk('IHDR', head), chunk('IDAT', deflateSync(pixels(width, height, tint))), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...image]));
}
