/**
 * The programs that are started most, each with what it imports of our own in few files: of two thousand files, Node
 * spends more time on finding them than on what they do (docs/decisions/0201). Everything else in dist stays as it is,
 * for the processes and threads that start from a file of their own.
 */
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './steps.mjs';

const DIST = join(ROOT, 'dist');
const PROGRAMS = { 'src/main': 'dist/src/main.js', 'apps/demo/main': 'dist/apps/demo/main.js' };
/** Where its chunks stand, below dist. */
export const CHUNKS = 'chunks';

const isOurs = (id) => id.startsWith('#') || id.startsWith('.') || (isAbsolute(id) && !id.includes('/node_modules/'));

/** A module finds what stands beside it as before, though it has become part of a file in `folder`. */
const keepPlaces = (folder) => ({
  name: 'keep-places',
  async load(id) {
    if (!id.startsWith(DIST)) return null;
    const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
    const place = `__placeOf(${JSON.stringify(relative(DIST, id))})`;
    return { code: code.replaceAll('import.meta.url', place), map: JSON.parse(map) };
  },
  renderChunk(code, { fileName }) {
    const from = join(folder, dirname(fileName));
    const urlOf = (_, id) => `new URL(${JSON.stringify(relative(from, join(DIST, id)))}, import.meta.url).href`;
    return { code: code.replaceAll(/__placeOf\("([^"]+)"\)/g, urlOf), map: null };
  },
});

/**
 * One letter beyond Latin-1, and V8 holds the whole file in two bytes for each letter of it: a few thousand of them cost a
 * process six megabytes. Escaped when everything else is done, since the bundler prints every chunk once more after renderChunk.
 */
const oneByteLetters = {
  name: 'one-byte-letters',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = inOneByte(chunk.code);
  },
};

function inOneByte(code) {
  if (/\\[\u0100-\uffff]|\.raw`[^`]*[\u0100-\uffff]/.test(code))
    throw new Error(
      'A letter beyond Latin-1 stands behind a backslash or in String.raw, where an escape is not the letter.',
    );
  return code.replaceAll(/[\u0100-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Writes programs in few files, those that are installed over what was compiled of them.
 * @param {Record<string, string>} programs the file that each begins with, seen from the project's folder, by its name
 * @param folder where they are written, somewhere below the project's folder
 * @returns the files written, seen from the project's folder
 */
export async function bundlePrograms(programs = PROGRAMS, folder = DIST) {
  const bundle = await rolldown({
    input: programs,
    cwd: ROOT,
    platform: 'node',
    external: (id) => !isOurs(id),
    plugins: [keepPlaces(folder), oneByteLetters],
    // What a module does when it is loaded is not known to have no effect.
    treeshake: false,
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    sourcemap: true,
    // Nest and TypeORM know classes by their names.
    keepNames: true,
    // They would be held in memory as well, a twelfth of the whole.
    comments: false,
    entryFileNames: '[name].js',
    // What is loaded later keeps its name: a process that runs on while it is built anew still asks for it.
    chunkFileNames: ({ isDynamicEntry }) => `${CHUNKS}/${isDynamicEntry ? '[name]' : 'product-[hash]'}.js`,
  });
  await bundle.close();
  const wide = output.find(({ type, code }) => type === 'chunk' && /[\u0100-\uffff]/.test(code));
  if (wide) throw new Error(`${wide.fileName} was written with letters beyond Latin-1.`);
  return output.map(({ fileName }) => relative(ROOT, join(folder, fileName)));
}
