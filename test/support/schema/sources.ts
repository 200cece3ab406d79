/** The program's own sources, for checks that read them as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Source {
  /** From the top of the repository, with slashes. */
  file: string;
  text: string;
}

/** Every TypeScript file below a folder of the repository, specs left out, in order. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !/spec\.ts$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${ROOT}${file}`, 'utf8') }));
}
