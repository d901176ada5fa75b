/** Order of texts by code unit, and so of days; the same on every machine. */
export const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of ids as people number them: L2 before L10. Total and independent of the machine's language. */
export function naturalOrder(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = chunkOrder(left[i] as string, right[i] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length || textOrder(a, b);
}

/** Of two chunks, each all digits or without any. */
function chunkOrder(a: string, b: string): number {
  if (/\d/.test(a) && /\d/.test(b)) {
    const short = a.replace(/^0+(?=\d)/, '');
    const other = b.replace(/^0+(?=\d)/, '');
    return short.length - other.length || textOrder(short, other);
  }
  return textOrder(a, b);
}

/** JSON with sorted keys and no undefined members: equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => textOrder(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** Short name of a text (FNV-1a, 64 bits, hex): tells versions apart; it proves nothing against a forger. */
export function fingerprint(text: string): string {
  let hash = offset;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  }
  return hash.toString(16).padStart(16, '0');
}
