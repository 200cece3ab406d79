/**
 * The server of `npm run build`: writes the server's JavaScript to dist, one file per source that tsconfig.json includes, with a
 * source map beside it, and over them the programs of .ci/bundle-server.mjs in few files. Compiled by swc in seconds; types
 * are judged by `npm run check`. Files are replaced in their places and what has no source any more goes last, so that a
 * running process does not miss a file.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { transform } from '@swc/core';
import { swcOptions } from '../.config/swc.mjs';
import { bundlePrograms, CHUNKS } from './bundle-server.mjs';
import { ROOT } from './steps.mjs';

const TESTS = /\.(int-)?spec\.ts$/;
/** The typesetter's templates. */
const COPIED = /^libs\/.*\.typ$/;

/** The folders of tsconfig.json's `include`, each entry of which reads a folder and an ending. */
async function includedFolders() {
  const { include } = JSON.parse(await readFile(join(ROOT, 'tsconfig.json'), 'utf8'));
  return [...new Set(include.map((pattern) => pattern.replace(/\/\*\*\/\*\.\w+$/, '')))];
}

async function filesBelow(folder) {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

async function compile(source) {
  const result = join('dist', source.replace(/\.ts$/, '.js'));
  const { code, map } = await transform(await readFile(join(ROOT, source), 'utf8'), {
    ...swcOptions,
    jsc: { ...swcOptions.jsc, rewriteRelativeImportExtensions: true },
    filename: join(ROOT, source),
    sourceFileName: `${'../'.repeat(source.split('/').length)}${source}`,
    sourceMaps: true,
    swcrc: false,
  });
  await mkdir(dirname(join(ROOT, result)), { recursive: true });
  await writeFile(join(ROOT, result), `${code}//# sourceMappingURL=${basename(result)}.map\n`);
  await writeFile(join(ROOT, `${result}.map`), map);
  return [result, `${result}.map`];
}

async function copy(source) {
  const result = join('dist', source);
  await mkdir(dirname(join(ROOT, result)), { recursive: true });
  await copyFile(join(ROOT, source), join(ROOT, result));
  return [result];
}

const folders = await includedFolders();
const sources = (await Promise.all(folders.map(filesBelow))).flat().filter((file) => !TESTS.test(file));
const written = new Set(
  (
    await Promise.all(
      sources.flatMap((file) => {
        if (/(?<!\.d)\.ts$/.test(file)) return [compile(file)];
        return COPIED.test(file) ? [copy(file)] : [];
      }),
    )
  ).flat(),
);
for (const file of await bundlePrograms()) written.add(file);
const present = (await Promise.all([...folders, CHUNKS].map((folder) => filesBelow(join('dist', folder))))).flat();
await Promise.all(present.filter((file) => !written.has(file)).map((file) => rm(join(ROOT, file))));
