/** What the console's kit does as data and some files still write by hand: which ones, for the lists that say why. */
import { COMPONENTS, sourcesIn } from './sources.ts';

const CONSOLE = 'apps/console/';
const all = sourcesIn('apps/console', COMPONENTS).map(({ file, text }) => ({ file: file.slice(CONSOLE.length), text }));

/** @param kit the folders of the kit itself, as their paths begin below apps/console */
export function writtenByHand(kit: RegExp, isByHand: (text: string) => boolean): string[] {
  const files = all.filter(({ file }) => !kit.test(file));
  expect(files.length).toBeGreaterThan(500);
  return files.filter(({ text }) => isByHand(text)).map(({ file }) => file);
}
