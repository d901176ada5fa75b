import { type ComponentType, type ReactNode, useMemo } from 'react';
import { useParams } from 'wouter';
import { FilesProvider, useFiles } from '../ui/files.tsx';
import { api } from './client.ts';

/** Inside a case every file is asked for through the case: its readers may fetch what its data names. */
function CaseFiles({ children }: { readonly children: ReactNode }) {
  const { id } = useParams<{ id: string }>();
  const files = useFiles();
  const inCase = useMemo(
    () => ({ ...files, href: (hash: string) => api.href('downloadFile', { params: { hash }, query: { case: id } }) }),
    [files, id],
  );
  return <FilesProvider value={inCase}>{children}</FilesProvider>;
}

/** A page about the case that the address names. */
export function inCase(Page: ComponentType): ComponentType {
  return function CasePage() {
    return (
      <CaseFiles>
        <Page />
      </CaseFiles>
    );
  };
}
