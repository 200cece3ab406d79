/**
 * `npm run packages:strip`, after `npm ci --omit=dev`: takes out of node_modules what only people and their editors read, a third
 * of an installation. Needs no installed package.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Maps, types, sources that Node does not run, and pages; what says who may use a package stays. */
const FOR_READERS = /\.(?:map|[cm]?tsx?|flow|tsbuildinfo|md|markdown)$/i;
const LICENSE = /^(?:licen[cs]e|copying|notice)/i;
/** Directly below a package: deeper such a name may be a part of the program. */
const FOR_AUTHORS = /^(?:__tests__|\.github|benchmarks?|docs?|examples?|tests?)$/;

function* packagesBelow(modules) {
  for (const { name } of folders(modules)) {
    if (name.startsWith('.')) continue;
    const nested = name.startsWith('@') ? folders(join(modules, name)).map((one) => join(name, one.name)) : [name];
    for (const one of nested) yield join(modules, one);
  }
}

const folders = (path) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function stripPackage(folder) {
  for (const { name } of folders(folder))
    if (FOR_AUTHORS.test(name)) rmSync(join(folder, name), { recursive: true });
    else if (name === 'node_modules') stripPackages(join(folder, name));
    else stripFiles(join(folder, name));
  stripFilesOf(folder);
}

function stripFiles(folder) {
  for (const { name } of folders(folder)) stripFiles(join(folder, name));
  stripFilesOf(folder);
}

function stripFilesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile() && FOR_READERS.test(entry.name) && !LICENSE.test(entry.name)) rmSync(join(folder, entry.name));
}

/** @param modules a folder node_modules. A second time changes nothing. */
export function stripPackages(modules) {
  for (const folder of packagesBelow(modules)) stripPackage(folder);
}

/** @throws Error where somebody develops: their editor and the checks read what would go */
export function stripInstallation(root) {
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) throw new Error(`No packages are installed in ${root} yet: npm ci --omit=dev`);
  if (existsSync(join(modules, 'typescript')))
    throw new Error(
      'Packages of development are installed here, and they read what would go: npm ci --omit=dev first.',
    );
  stripPackages(modules);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    stripInstallation(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
