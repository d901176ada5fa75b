/** The process of the case an entry is about: named by the kind of a step, or by the body of a reading; undefined where it is about none. */
export function caseOf(kind: string, body: string): string | undefined {
  const step = /^case\.(\w+)\./.exec(kind)?.[1];
  return step ?? (kind === 'read' ? /"process":"(\w+)"/.exec(body)?.[1] : undefined);
}
