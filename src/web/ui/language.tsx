import { createContext, useCallback, useContext } from 'react';
import type { Language, Words } from '#core/kernel/words.ts';

const LanguageContext = createContext<Language>('zh');

/** Sets the language of everything inside. */
export const LanguageProvider = LanguageContext.Provider;

/** The language the interface speaks now. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** Gives a function that says words in the language of the interface. */
export function useSay(): (words: Words) => string {
  const language = useLanguage();
  return useCallback((words: Words) => words[language], [language]);
}
