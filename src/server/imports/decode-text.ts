/** Files of Chinese offices and banks are UTF-8, with or without its mark, or GB18030 (which reads GBK): what is not the one is read as the other. */
export function decodeText(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030').decode(file);
  }
}
