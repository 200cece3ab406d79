/** The program's own sources, for checks that read them as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Source {
  /** From the top of the repository, with slashes. */
  file: string;
  text: string;
}

/** Files of the server and of logic without a picture. */
const PLAIN = /(?<!spec)\.ts$/;
/** Files of components, specs left out. */
export const COMPONENTS = /(?<!spec)\.tsx$/;

/** Every TypeScript file below a folder of the repository whose path fits, in order. Specs are left out unless they are asked for. */
export function sourcesIn(folder: string, wanted = PLAIN): Source[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => wanted.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${ROOT}${file}`, 'utf8') }));
}
