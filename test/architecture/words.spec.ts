/**
 * Whatever code the server can answer has words in both languages, and no words wait for a code that is gone; a message
 * has the same parts in both languages. No key stands twice among the words that one app joins: the last one loaded would win.
 */
import { chatEn } from '#i18n/server/chat.en';
import { chatVi } from '#i18n/server/chat.vi';
import { errorsEn as errorsOfAllEn } from '#i18n/words/errors.en';
import { consoleErrorsEn } from '#i18n/console/frame/errors.en';
import { consoleErrorsVi } from '#i18n/console/frame/errors.vi';
import { errorsVi as errorsOfAllVi } from '#i18n/words/errors.vi';
import { messagesEn } from '#i18n/server/messages.en';
import { messagesVi } from '#i18n/server/messages.vi';
import { sourcesIn } from '../support/schema/sources.ts';

const sources = (folder: string): string[] => sourcesIn(folder).map(({ text }) => text);

const serverText = sources('src');
const libraryText = [...sources('libs/documents'), ...sources('libs/contracts')];

/** Codes of every `errors('area', { name: [status, title] })` of the server. */
function catalogueCodes(): string[] {
  return serverText.flatMap((text) =>
    [...text.matchAll(/= errors\('(\w+)', \{([\s\S]*?)\n\}\)/g)].flatMap(([, area, body = '']) =>
      [...body.matchAll(/^\s+(\w+): \[\d{3},/gm)].map(([, name]) => `${area}.${name}`),
    ),
  );
}

/** Codes written out where no catalogue makes them: `new ProblemError(503, 'platform.notReady', ...)` and the like. */
function writtenCodes(): string[] {
  return serverText.flatMap((text) =>
    [...text.matchAll(/ProblemError\(\s*\d{3},\s*'([\w.]+)'/g)].map(([, code = '']) => code),
  );
}

/** What a contract says instead of zod's own message: 'target.positive'. */
function contractCodes(): string[] {
  return sources('libs/contracts').flatMap((text) =>
    [...text.matchAll(/\b(?:min|max|int|refine|regex)\((?:[^()']*, )?'([a-z]\w*\.\w+)'\)/g)].map(
      ([, code = '']) => code,
    ),
  );
}

const params = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted();

const errorsVi = { ...errorsOfAllVi, ...consoleErrorsVi };
const errorsEn = { ...errorsOfAllEn, ...consoleErrorsEn };

describe('error codes', () => {
  const codes = new Set([...catalogueCodes(), ...writtenCodes(), ...contractCodes()]);

  it('are found', () => {
    expect(codes).toContain('platform.denied');
    expect(codes).toContain('platform.notReady');
    expect(codes).toContain('target.positive');
    expect(codes.size).toBeGreaterThan(90);
  });

  it('have words in Vietnamese and in English', () => {
    expect([...codes].filter((code) => !(code in errorsVi))).toEqual([]);
    expect([...codes].filter((code) => !(code in errorsEn))).toEqual([]);
  });

  it('are behind all words: nobody keeps words for a code that is gone', () => {
    const text = [...serverText, ...libraryText].join('\n');
    const isMade = (code: string) => codes.has(code) || code.startsWith('input.') || text.includes(`'${code}'`);
    expect(Object.keys(errorsVi).filter((code) => !isMade(code))).toEqual([]);
  });

  it('have the same words to fill in both languages', () => {
    const words = errorsEn as Record<string, string>;
    expect(
      Object.entries(errorsVi)
        .filter(([code, text]) => `${params(text)}` !== `${params(words[code] ?? '')}`)
        .map(([code]) => code),
    ).toEqual([]);
    expect(Object.keys(errorsEn).filter((code) => !(code in errorsVi))).toEqual([]);
  });
});

describe('messages', () => {
  it('have the same ids and the same parts in both languages', () => {
    expect(Object.keys(messagesEn).toSorted()).toEqual(Object.keys(messagesVi).toSorted());
    const words = messagesEn as Record<string, string>;
    expect(
      Object.entries(messagesVi)
        .filter(([id, text]) => `${params(text)}` !== `${params(words[id] ?? '')}`)
        .map(([id]) => id),
    ).toEqual([]);
  });
});

describe('answers in the chat', () => {
  it('have the same parts in both languages', () => {
    const words: Record<string, string> = chatEn;
    expect(
      Object.entries(chatVi)
        .filter(([id, text]) => `${params(text)}` !== `${params(words[id] ?? '')}`)
        .map(([id]) => id),
    ).toEqual([]);
  });
});

describe('words that one app joins', () => {
  const files = sourcesIn('libs/i18n');
  const ofConsole = (file: string) => !/\/(server|mini-app)\/|\/mini-app\./.test(file);
  const ofMiniApp = (file: string) => /\/mini-app[./]/.test(file);

  /** Key and the files that have it, where there is more than one. */
  function twice(language: string, isOf: (file: string) => boolean): string[] {
    const found = new Map<string, string[]>();
    const own = files.filter(({ file }) => isOf(file) && file.endsWith(`.${language}.ts`));
    for (const { file, text } of own)
      for (const [, key = ''] of text.matchAll(/^ {2}'([\w.-]+)':/gm))
        found.set(key, [...(found.get(key) ?? []), file]);
    expect(found.size).toBeGreaterThan(400);
    return [...found].filter(([, at]) => at.length > 1).map(([key, at]) => `${key}: ${at.join(', ')}`);
  }

  it.each(['vi', 'en'])('have each key once in %s', (language) => {
    expect(twice(language, ofConsole)).toEqual([]);
    expect(twice(language, ofMiniApp)).toEqual([]);
  });
});
