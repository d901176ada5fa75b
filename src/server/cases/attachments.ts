import { isFileField } from '#core/form/fields.ts';
import { type Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { Case } from '#core/process/define.ts';
import type { Tx } from '#server/db/transaction.ts';
import { ownedHashes, recordFileUse } from '#server/stores/files.ts';

const sha256Hex = /^[0-9a-f]{64}$/;

/** Every file a value names: fields of files that hold a SHA-256. */
function hashesIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'string' && sha256Hex.test(member) && isFileField(key)) found.add(member);
    else hashesIn(member, found);
  }
  return found;
}

const bytes = (hashes: readonly string[]) => hashes.map((hash) => Buffer.from(hash, 'hex'));

/** Files named in the words of an event must have been uploaded by the actor's own organisation. */
export async function unknownFiles(tx: Tx, input: unknown): Promise<readonly Refusal[]> {
  const named = [...hashesIn(input), ...hashesInChanges(input)];
  if (named.length === 0) return [];
  const owned = await ownedHashes(tx, bytes(named));
  return named.every((hash) => owned.has(hash))
    ? []
    : [
        {
          kind: 'input',
          code: 'unknown_file',
          clause: 'operational',
          says: both('有附件没有上传成功，请重新上传', 'A file was not uploaded; upload it again'),
        },
      ];
}

/** A saved field names its file by path and value rather than by key. */
function hashesInChanges(input: unknown): readonly string[] {
  const changes = (input as { changes?: unknown } | null)?.changes;
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((change: { path?: unknown; value?: unknown }) =>
    typeof change.value === 'string' && sha256Hex.test(change.value) && isFileField(String(change.path).split('.').at(-1) ?? '')
      ? [change.value]
      : [],
  );
}

/** Ties the files named in the case's data to the case, part by part, so that readers of the part may fetch them. */
export function tieFiles(tx: Tx, before: unknown, next: Case): void {
  const old = hashesIn(before);
  for (const [part, value] of Object.entries(next.data as Record<string, unknown>)) {
    const fresh = [...hashesIn(value)].filter((hash) => !old.has(hash));
    if (fresh.length > 0) recordFileUse(tx, next.id, part, bytes(fresh));
  }
}
