/** A kind of file people may upload, told by its first bytes, never by its name alone. */
type Kind = { readonly type: string; readonly endings: readonly string[]; readonly looksRight: (bytes: Buffer) => boolean };

const begins =
  (...signature: readonly number[]) =>
  (bytes: Buffer) =>
    signature.every((byte, i) => bytes[i] === byte);
const zip = begins(0x50, 0x4b, 0x03, 0x04);
/** An office file is a zip that names its content types and the right folder, and carries no macros. */
const office = (folder: string) => (bytes: Buffer) =>
  zip(bytes) && bytes.includes('[Content_Types].xml') && bytes.includes(`${folder}/`) && !bytes.includes('vbaProject.bin');
const isText = (bytes: Buffer) => !bytes.subarray(0, 65_536).includes(0);

const kinds: readonly Kind[] = [
  { type: 'application/pdf', endings: ['.pdf'], looksRight: begins(0x25, 0x50, 0x44, 0x46, 0x2d) },
  { type: 'image/png', endings: ['.png'], looksRight: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { type: 'image/jpeg', endings: ['.jpg', '.jpeg'], looksRight: begins(0xff, 0xd8, 0xff) },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['.docx'],
    looksRight: office('word'),
  },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['.xlsx'], looksRight: office('xl') },
  { type: 'text/csv', endings: ['.csv'], looksRight: isText },
];

/** Endings people may choose, for the sentence of a refusal. */
export const allowedEndings = kinds.flatMap(({ endings }) => endings);

/** The media type of a file whose content and ending agree; null for everything else. Nothing is unpacked or parsed. */
export function typeOf(fileName: string, bytes: Buffer): string | null {
  const ending = /\.[a-z0-9]+$/i.exec(fileName)?.[0].toLowerCase() ?? '';
  const kind = kinds.find(({ endings }) => endings.includes(ending));
  return kind?.looksRight(bytes) ? kind.type : null;
}

/** A file name that is safe to store and send back: no path, no control or direction characters, at most 120 letters. */
export function cleanFileName(name: string): string {
  const bare = (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{C}"<>|:*?]/gu, '')
    .trim();
  const ending = /\.[a-z0-9]{1,5}$/i.exec(bare)?.[0] ?? '';
  return `${bare.slice(0, bare.length - ending.length).slice(0, 120) || '未命名'}${ending}`;
}
