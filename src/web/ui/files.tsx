import { createContext, useContext } from 'react';

export type Uploaded = { readonly ok: true; readonly hash: string } | { readonly ok: false; readonly says: string };

/** How the kit reaches the file store; the page brings it, so that the kit knows no API. */
export type Files = {
  readonly upload: (file: File, onProgress: (share: number) => void) => Promise<Uploaded>;
  readonly href: (hash: string) => string;
};

const FilesContext = createContext<Files>({
  upload: () => Promise.resolve({ ok: false, says: '' }),
  href: (hash) => `#${hash}`,
});

/** Sets the file store of everything inside. */
export const FilesProvider = FilesContext.Provider;

export const useFiles = (): Files => useContext(FilesContext);

const names = new Map<string, string>();

/** Remembers what a file was called when it was chosen; a hash alone says nothing to people. */
export const rememberFileName = (hash: string, name: string): void => void names.set(hash, name);

export const fileNameOf = (hash: string): string | undefined => names.get(hash);
