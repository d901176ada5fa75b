import { createContext, use } from 'react';
import type { Language } from '#core/kernel/words.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { words } from '../words.ts';

const SwitchLanguageContext = createContext<(language: Language) => void>(() => undefined);

export const SwitchLanguageProvider = SwitchLanguageContext.Provider;

/** The switch between Chinese and English. */
export function LanguageSwitch() {
  const say = useSay();
  const language = useLanguage();
  const switchTo = use(SwitchLanguageContext);
  return (
    <button
      type="button"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => switchTo(language === 'zh' ? 'en' : 'zh')}
      className="min-h-10 rounded-md px-2 text-sm text-soft hover:bg-mist hover:text-teal"
    >
      {say(words.language)}
    </button>
  );
}
