import { type ReactNode, useMemo } from 'react';
import type { FactView } from '#contract/facts.ts';
import { api } from '../../api/client.ts';
import { FilesProvider, useFiles } from '../../ui/files.tsx';

/** The files of a fact are asked for through the fact, as its readers may; any other is the reader's own upload. */
export function FactFiles({ fact, children }: { readonly fact: Pick<FactView, 'id' | 'files'>; readonly children: ReactNode }) {
  const files = useFiles();
  const ofFact = useMemo(
    () => ({
      ...files,
      href: (hash: string) =>
        hash in fact.files ? api.href('downloadFile', { params: { hash }, query: { fact: fact.id } }) : files.href(hash),
    }),
    [files, fact],
  );
  return <FilesProvider value={ofFact}>{children}</FilesProvider>;
}
