/** Reads back the words of PDFs that Typst has set and Chromium has printed: enough for tests, no reader of PDFs at large. */
import { inflateSync } from 'node:zlib';

/** The text of each page, one run of letters a line. */
export function textOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const at = (reference: string | undefined) => objects.get(Number(reference)) ?? '';
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body) && /\/Contents (\d+)/.test(body))
    .map((page) => {
      const fonts = fontsOf(page, at);
      return textOf(streamOf(at(/\/Contents (\d+)/.exec(page)?.[1])), fonts);
    });
}

type Letters = Map<number, string>;

function objectsOf(file: string): Map<number, string> {
  const found = [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  return new Map(found.map(([, number, body = '']) => [Number(number), body]));
}

function streamOf(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const bytes = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
  return (/\/FlateDecode/.test(body.slice(0, start)) ? inflateSync(bytes) : bytes).toString('latin1');
}

/** Name of the font on this page -> glyph -> letters. */
function fontsOf(page: string, at: (reference?: string) => string): Map<string, Letters> {
  const resources = at(/\/Resources (\d+) 0 R/.exec(page)?.[1]) || page;
  const block = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/\/(f\d+) (\d+) 0 R/gi)].map(([, name = '', font]) => [
      name,
      lettersOf(streamOf(at(/\/ToUnicode (\d+)/.exec(at(font))?.[1]))),
    ]),
  );
}

function lettersOf(map: string): Letters {
  const pairs = [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)];
  const ranges = [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>$/gim)];
  const number = (hex = '') => Number.parseInt(hex, 16);
  return new Map([
    ...pairs.map(([, glyph, letters = '']): [number, string] => [
      number(glyph),
      Buffer.from(letters, 'hex').swap16().toString('utf16le'),
    ]),
    ...ranges.flatMap(([, first, last, letter]) =>
      Array.from({ length: number(last) - number(first) + 1 }, (_, i): [number, string] => [
        number(first) + i,
        String.fromCharCode(number(letter) + i),
      ]),
    ),
  ]);
}

function textOf(content: string, fonts: Map<string, Letters>): string {
  let letters: Letters | undefined;
  let text = '';
  const written = (glyphs: number[]) => glyphs.map((glyph) => letters?.get(glyph) ?? '\ufffd').join('');
  // What stands for a run of letters beside it (ActualText) is no letter of its own.
  const token = /\/(f\d+) [\d.]+ Tf|\(|(?<!\/ActualText ?)<((?:[0-9A-F]{4})+)>|\bET\b/gi;
  for (let found = token.exec(content); found; found = token.exec(content)) {
    if (found[1]) letters = fonts.get(found[1]);
    else if (found[2]) text += written(found[2].match(/.{4}/g)!.map((hex) => Number.parseInt(hex, 16)));
    else if (found[0] === 'ET') text += '\n';
    else {
      const end = endOfString(content, found.index);
      text += written(glyphsOf(content.slice(found.index + 1, end)));
      token.lastIndex = end + 1;
    }
  }
  return text;
}

/** Where the bracket of the string closes that opens at `start`: brackets in pairs stand within it without a backslash. */
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let i = start; i < content.length; i++) {
    if (content[i] === '\\') i++;
    else if (content[i] === '(') depth++;
    else if (content[i] === ')' && --depth === 0) return i;
  }
  throw new Error('a string of the page has no end');
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function glyphsOf(string: string): number[] {
  const bytes = string.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (ESCAPES[escaped] ?? escaped),
  );
  return Array.from(
    { length: bytes.length / 2 },
    (_, i) => bytes.charCodeAt(i * 2) * 256 + bytes.charCodeAt(i * 2 + 1),
  );
}
