// Which language the screen speaks; remembered where the browser allows it, and told to assistive technology by <html lang>.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en } from './en.ts';
import { type Text, zh } from './zh.ts';

export type Language = 'zh' | 'en';

interface Spoken {
  readonly language: Language;
  readonly t: Text;
  readonly speak: (language: Language) => void;
}

const key = 'bihuan.language';
const Context = createContext<Spoken>({ language: 'zh', t: zh, speak: () => undefined });

/** Private windows and locked-down browsers refuse storage; the screen works without it. */
function remembered(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // nothing to do: the choice lasts until the page is closed
  }
}

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(remembered);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      t: language === 'zh' ? zh : en,
      speak: (next) => {
        remember(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Context value={spoken}>{children}</Context>;
}

export const useLanguage = (): Spoken => useContext(Context);
export const useText = (): Text => useContext(Context).t;

/** Words of one feature, kept in a file of its own so that they load with its screen. */
export const useFeatureText = <Words,>(feature: { readonly zh: Words; readonly en: Words }): Words =>
  feature[useContext(Context).language];
