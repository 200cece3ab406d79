/**
 * Cuts the console's two fonts down to what its words need and writes them beside this file:
 *   node apps/console/fonts/subset.mjs
 * Be Vietnam Pro carries the text (Latin and Vietnamese, 400 and 600); it has no tabular figures, so digits come
 * from a subset of Inter, and so do the arrows, which it has not. Inter's folder is given by INTER_DIR (the package @expo-google-fonts/inter); without it
 * its committed files are kept.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const vowels = 'aăâeêioôơuưy';
const marks = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const lower =
  [...vowels].flatMap((vowel) => [vowel, ...marks.map((mark) => (vowel + mark).normalize('NFC'))]).join('') + 'đ';
export const textCharacters = `${ascii}${lower}${lower.toUpperCase()}${marks.join('')}\u00a0–—‘’“”…•·×−₫°≥≤`;
export const digitCharacters = '0123456789.,%+–−-/:•';
/** What Be Vietnam Pro does not have. */
export const signCharacters = '←↑→↓↰↳';

const packageDir = fileURLToPath(new URL('.', import.meta.resolve('@expo-google-fonts/be-vietnam-pro/400Regular')));
const jobs = [
  [`${packageDir}400Regular/BeVietnamPro_400Regular.ttf`, textCharacters, 'be-vietnam-pro-400.woff2'],
  [`${packageDir}600SemiBold/BeVietnamPro_600SemiBold.ttf`, textCharacters, 'be-vietnam-pro-600.woff2'],
];
const inter = process.env.INTER_DIR;
if (inter) {
  jobs.push([`${inter}/400Regular/Inter_400Regular.ttf`, digitCharacters, 'inter-digits-400.woff2']);
  jobs.push([`${inter}/600SemiBold/Inter_600SemiBold.ttf`, digitCharacters, 'inter-digits-600.woff2']);
  jobs.push([`${inter}/400Regular/Inter_400Regular.ttf`, signCharacters, 'inter-signs-400.woff2']);
  jobs.push([`${inter}/600SemiBold/Inter_600SemiBold.ttf`, signCharacters, 'inter-signs-600.woff2']);
}
for (const [from, text, to] of jobs) {
  const bytes = await subsetFont(await readFile(from), text, { targetFormat: 'woff2' });
  await writeFile(here(to), bytes);
  console.log(`${to}  ${bytes.length} bytes`);
}
