import { type ReactNode, useMemo } from 'react';
import type { FactView } from '#contract/facts.ts';
import { api } from '../../api/client.ts';
import { FilesProvider, useFiles } from '../../ui/files.tsx';

type Holder = Pick<FactView, 'id' | 'files'>;

/** The files of a fact are asked for through the fact (or an earlier version of it), as its readers may; any other is the reader's own upload. */
export function FactFiles({ fact, before, children }: { readonly fact: Holder; readonly before?: Holder; readonly children: ReactNode }) {
  const files = useFiles();
  const ofFact = useMemo(
    () => ({
      ...files,
      href: (hash: string) => {
        const holder = [fact, before].find((one) => one && hash in one.files);
        return holder ? api.href('downloadFile', { params: { hash }, query: { fact: holder.id } }) : files.href(hash);
      },
    }),
    [files, fact, before],
  );
  return <FilesProvider value={ofFact}>{children}</FilesProvider>;
}
