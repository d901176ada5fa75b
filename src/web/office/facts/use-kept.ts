import { useState } from 'react';
import { useSigned } from '../../session/session.tsx';
import { fileNameOf, rememberFileName } from '../../ui/files.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import { hashesIn, keep, readKept } from './kept.ts';

const namesOf = (typed: Tree): Readonly<Record<string, string>> =>
  Object.fromEntries(
    hashesIn(typed).flatMap((hash) => {
      const name = fileNameOf(hash);
      return name === undefined ? [] : [[hash, name] as const];
    }),
  );

/** What is typed into a form, kept on this device with every key, until it is sent or thrown away. */
export function useKept(place: string, start: () => Tree) {
  const { person, office } = useSigned();
  const name = `${person.id}/${office.id}/${place}`;
  const [{ typed, reason, at, isRestored }, setState] = useState(() => {
    const kept = readKept(name);
    for (const [hash, fileName] of Object.entries(kept?.names ?? {})) rememberFileName(hash, fileName);
    const blank = { typed: start(), reason: '', at: null, isRestored: false };
    return kept ? { typed: kept.typed, reason: kept.reason, at: kept.at, isRestored: true } : blank;
  });
  const write = (next: { readonly typed: Tree; readonly reason: string }) => {
    const now = new Date(performance.timeOrigin + performance.now()).toISOString();
    const isKept = keep(name, { ...next, names: namesOf(next.typed), at: now });
    setState((before) => ({ ...next, at: isKept ? now : null, isRestored: before.isRestored }));
  };
  const forget = () => {
    keep(name, null);
    setState({ typed: start(), reason: '', at: null, isRestored: false });
  };
  return {
    typed,
    reason,
    at,
    isRestored,
    setTyped: (next: Tree) => write({ typed: next, reason }),
    setReason: (next: string) => write({ typed, reason: next }),
    forget,
  };
}
