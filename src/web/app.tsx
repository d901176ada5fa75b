import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Language } from '#core/kernel/words.ts';
import { api, currentLanguage, rememberLanguage } from './api/client.ts';
import { queryClient } from './api/query.ts';
import { Pages } from './routes.tsx';
import { SessionGuard } from './session/session-guard.tsx';
import { Boundary } from './shell/boundary.tsx';
import { type Files, FilesProvider } from './ui/files.tsx';
import { LanguageProvider } from './ui/language.tsx';
import { ToastProvider } from './ui/toast.tsx';
import { SwitchLanguageProvider } from './shell/switch-language.tsx';

const files: Files = {
  upload: async (file, onProgress) => {
    const sent = await api.upload('uploadFile', file, onProgress);
    return sent.ok ? { ok: true, hash: sent.data.hash } : { ok: false, says: sent.problem.title };
  },
  href: (hash) => api.href('downloadFile', { params: { hash } }),
};

/** The whole office application under `/app`. */
export function App() {
  const [language, setLanguage] = useState<Language>(currentLanguage);
  const switchTo = useCallback((next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
    void queryClient.invalidateQueries();
  }, []);
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider value={language}>
        <SwitchLanguageProvider value={switchTo}>
          <FilesProvider value={files}>
            <ToastProvider>
              <Boundary>
                <SessionGuard>
                  <Pages />
                </SessionGuard>
              </Boundary>
            </ToastProvider>
          </FilesProvider>
        </SwitchLanguageProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
