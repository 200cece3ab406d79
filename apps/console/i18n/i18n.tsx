/**
 * The console's words: Vietnamese is in the first load, English is an overlay that loads when chosen.
 * `{n}` puts a value in, `{n|team|teams}` chooses by number (English needs it, Vietnamese does not).
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { catalogues, type CatalogueName, type ConsoleWord } from '#i18n/console/catalogues';
import { consoleVi } from '#i18n/console.vi';
import { formatNumber, type Lang } from '#i18n';
import { render, type Values } from '#i18n/render';

export type MessageId = ConsoleWord;
export type Catalogue = Partial<Record<MessageId, string>>;
export type { Values };
export { render };
export type Translate = (id: MessageId, values?: Values) => string;

const words: Catalogue = { ...consoleVi };

/** Fetches the words of screens that load later, so that the first screen does not pay for them. */
export async function loadWords(names: readonly CatalogueName[]): Promise<void> {
  const modules = await Promise.all(names.map((name) => catalogues[name]()));
  for (const module of modules) Object.assign(words, ...Object.values(module));
}

export interface I18n {
  lang: Lang;
  setLang: (lang: Lang) => void;
  t: Translate;
  /** Whether an id made at run time (a problem code, a finding) has words. */
  has: (id: string) => id is MessageId;
  n: (value: number) => string;
  /** A number with the word for what it counts. */
  counted: (value: number, unit: string) => string;
}

const Context = createContext<I18n | null>(null);
const storageKey = 'to-so.language';

function storedLanguage(): Lang {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
}

/** "1 household" of "1 households": comes with the English words. */
let withUnits = (text: string): string => text;

/** Loads the overlay before the first paint when English was chosen before. */
export async function loadLanguage(lang: Lang = storedLanguage()): Promise<Catalogue> {
  if (lang !== 'en') return {};
  const english = await import('#i18n/console.en');
  withUnits = english.withUnits;
  return english.consoleEn;
}

export function I18nProvider({
  children,
  overlay: first = {},
  lang: initial,
}: {
  children: ReactNode;
  overlay?: Catalogue;
  lang?: Lang;
}) {
  const [{ lang, overlay }, setState] = useState<{ lang: Lang; overlay: Catalogue }>({
    lang: initial ?? storedLanguage(),
    overlay: first,
  });
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const setLang = useCallback((next: Lang) => {
    localStorage.setItem(storageKey, next);
    void loadLanguage(next).then((words) => setState({ lang: next, overlay: words }));
  }, []);
  const value = useMemo<I18n>(
    () => ({
      lang,
      setLang,
      t: (id, values = {}) => {
        const english = lang === 'en' ? overlay[id] : undefined;
        return english ? withUnits(render(english, values, lang)) : render(words[id] ?? id, values, lang);
      },
      counted: (value, unit) => (lang === 'en' ? withUnits : String)(`${formatNumber(value, lang)} ${unit}`),
      has: (id): id is MessageId => Object.hasOwn(words, id),
      n: (value) => formatNumber(value, lang),
    }),
    [lang, overlay, setLang],
  );
  return <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (!value) throw new Error('I18nProvider is missing');
  return value;
}
