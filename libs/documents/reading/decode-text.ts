/**
 * Which encoding the bytes of a text are in. A mark or valid UTF-8 says so; of the old one-byte encodings it is the one
 * in which the words are Vietnamese. Where two make about as much sense, or none does, a person has to say it.
 */
import { decodeLegacy, fromLegacy, readsAsVietnamese } from '../vietnamese-legacy-text.ts';
import { FileError, type TextEncoding, type Workbook } from '../workbook.ts';

export interface DecodedFile {
  text: string;
  encoding: TextEncoding;
  /** Empty when the encoding is sure. */
  doubt: NonNullable<Workbook['encodingDoubt']>;
  /** The bytes as Western letters, when the encoding is in doubt. */
  original: string | null;
}

const oneByte = ['windows-1258', 'tcvn3', 'vni'] as const satisfies readonly TextEncoding[];
const sampledWords = 3_000;
/** So many of the words must be Vietnamese in the encoding, and so many more than in the next one. */
const sureShare = 0.9;
const sureLead = 0.25;
/** Below this, text that is Unicode by its bytes has been through a wrong conversion before. */
const garbledShare = 0.5;
const sampleWords = 6;

/** @throws FileError file.notAWorkbook for bytes that are no text */
export function decodeText(bytes: Buffer): DecodedFile {
  const unicode = unicodeOf(bytes);
  if (unicode) return judgeUnicode(rereadAs(bytes, unicode), unicode);
  const western = rereadAs(bytes, 'windows-1252');
  const words = markedWords(western);
  const ranked = oneByte
    .map((encoding) => ({ encoding, share: shareOf(words, encoding) }))
    .sort((a, b) => b.share - a.share);
  const [best, next] = ranked;
  const encoding = best?.encoding ?? 'windows-1258';
  const isSure = (best?.share ?? 0) >= sureShare && (best?.share ?? 0) - (next?.share ?? 0) >= sureLead;
  return {
    text: rereadAs(bytes, encoding),
    encoding,
    doubt: isSure ? [] : ranked.map((one) => ({ encoding: one.encoding, sample: sampleOf(words, one.encoding) })),
    original: isSure ? null : western,
  };
}

/** Old fonts' text is repaired cell by cell later on; what is neither that nor Vietnamese is garbled. */
function judgeUnicode(text: string, encoding: TextEncoding): DecodedFile {
  const words = markedWords(text);
  const sound = words.filter((word) => !word.includes('\ufffd') && readsAsVietnamese(decodeLegacy(word)?.text ?? word));
  const isGarbled = text.includes('\ufffd') || (words.length > 2 && sound.length / words.length < garbledShare);
  const sample = words.slice(0, sampleWords).join(' ');
  return { text, encoding, doubt: isGarbled ? [{ encoding, sample }] : [], original: null };
}

function sampleOf(words: readonly string[], encoding: TextEncoding): string {
  return words
    .slice(0, sampleWords)
    .map((word) => rereadAs(westernBytes(word) ?? Buffer.from(word), encoding))
    .join(' ');
}

/** The bytes in an encoding that is known or was chosen. The old ones write tone marks apart: they are joined. */
export function rereadAs(bytes: Buffer, encoding: TextEncoding): string {
  if (encoding === 'tcvn3' || encoding === 'vni')
    return fromLegacy(new TextDecoder('windows-1252').decode(bytes), encoding).normalize('NFC');
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'windows-1258' ? text.normalize('NFC') : text;
}

function unicodeOf(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < Math.min(bytes.length, 4_000); i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  if (zeros[1] > 20 && zeros[1] > zeros[0] * 4) return 'utf-16le';
  if (zeros[0] > 20 && zeros[0] > zeros[1] * 4) return 'utf-16be';
  if (zeros[0] + zeros[1] > 0) throw new FileError('file.notAWorkbook');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return undefined;
  }
}

/** Words with a letter beyond ASCII, each once: a title that repeats must not outvote the names. */
function markedWords(western: string): string[] {
  const words = new Set<string>();
  for (const [word] of western.matchAll(/[^\s\d;,"()/:.-]{1,40}/g)) {
    if (/[^\p{ASCII}]/u.test(word)) words.add(word);
    if (words.size >= sampledWords) break;
  }
  return [...words];
}

function shareOf(words: readonly string[], encoding: (typeof oneByte)[number]): number {
  if (words.length === 0) return 0;
  const read = words.filter((word) => {
    const bytes = westernBytes(word);
    return bytes !== undefined && readsAsVietnamese(rereadAs(bytes, encoding));
  });
  return read.length / words.length;
}

const western = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Buffer.from([byte])), byte] as const,
  ),
);

function westernBytes(word: string): Buffer | undefined {
  const bytes = [...word].map((letter) => western.get(letter));
  return bytes.includes(undefined) ? undefined : Buffer.from(bytes as number[]);
}
