import { type ComponentType, type ReactNode, useMemo } from 'react';
import { useParams } from 'wouter';
import { FilesProvider, useFiles } from '../ui/files.tsx';
import { api } from './client.ts';

/** What a file is asked for through: its readers may fetch what that names. */
type Through = 'case' | 'zone';

function FilesThrough({ through, children }: { readonly through: Through; readonly children: ReactNode }) {
  const { id } = useParams<{ id: string }>();
  const files = useFiles();
  const there = useMemo(
    () => ({ ...files, href: (hash: string) => api.href('downloadFile', { params: { hash }, query: { [through]: id } }) }),
    [files, id, through],
  );
  return <FilesProvider value={there}>{children}</FilesProvider>;
}

const pageThrough = (through: Through, Page: ComponentType): ComponentType =>
  function PageWithFiles() {
    return (
      <FilesThrough through={through}>
        <Page />
      </FilesThrough>
    );
  };

/** A page about the case that the address names. */
export const inCase = (Page: ComponentType): ComponentType => pageThrough('case', Page);

/** A page about the zone that the address names. */
export const inZone = (Page: ComponentType): ComponentType => pageThrough('zone', Page);
