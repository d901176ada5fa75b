const keyBytes = 32;

/** One key as people write it: base64 (with or without its last sign) or hexadecimal. */
function keyOf(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  const bytes = /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined;
  return bytes?.length === keyBytes ? bytes : undefined;
}

/** Keys of 32 bytes, the one to seal with first, separated by commas or line ends; undefined when one is none. */
export function readKeys(text: string): readonly [Buffer, ...Buffer[]] | undefined {
  const keys = text
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .map(keyOf);
  const good = keys.filter((key) => key !== undefined);
  const [first, ...older] = good;
  return first && good.length === keys.length ? [first, ...older] : undefined;
}

/** What is said of a key that is none. */
export const keyRule =
  '应为32字节的密钥（base64，或64位十六进制；可用 openssl rand -base64 32 生成），换密钥时新的在前、原来的在后，用逗号分开';
