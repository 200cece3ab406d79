import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As the nearest package.json above says, which is the product's, from the sources and as built. */
export function productVersion(from = dirname(fileURLToPath(import.meta.url))): string {
  try {
    const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string };
    return version;
  } catch (error) {
    if (dirname(from) === from) throw error;
    return productVersion(dirname(from));
  }
}
