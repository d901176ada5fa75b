import { createClient, type Routes } from '#contract/client.ts';
import type { Language } from '#core/kernel/words.ts';
import { earlyFetch } from './early.ts';

/** Written in by Vite (`vite.config.ts`): name of each endpoint to its method and path. */
declare const __JIXIA_ROUTES__: Routes;

const languageKey = 'jixia-language';

function storedLanguage(): Language {
  try {
    return localStorage.getItem(languageKey) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

let language = storedLanguage();
let recovering: Promise<boolean> | null = null;
let ask: (() => Promise<boolean>) | null = null;

/** The language requests ask for, and the interface starts in. */
export const currentLanguage = (): Language => language;

/** Remembers the language for requests and for the next visit. */
export function rememberLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(languageKey, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Says who signs the user in again when a session has run out; null while nobody can. */
export function onSessionLost(answer: (() => Promise<boolean>) | null): void {
  ask = answer;
}

/** Many requests may find the session gone at once; the user is asked once. */
async function recover(): Promise<boolean> {
  if (!ask) return false;
  recovering ??= ask().finally(() => {
    recovering = null;
  });
  return recovering;
}

/** The one client of the pages. */
export const api = createClient({ routes: __JIXIA_ROUTES__, language: currentLanguage, fetch: earlyFetch(currentLanguage), recover });
