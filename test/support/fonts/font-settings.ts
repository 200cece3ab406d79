/** The fonts of the browser stories: those of the packages, and no others, so that a page is as wide here as elsewhere. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../../.cache/fonts', import.meta.url));
const folderOf = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Whatever a page asks for, and has not brought itself, is this. */
const FALLBACK = 'Be Vietnam Pro';

/** `TEST_FONTS=machine` leaves the machine its own: .ci/run tries the stories so once more. */
export function fontSettings(): Record<string, string> {
  if (process.env['TEST_FONTS'] === 'machine') return {};
  mkdirSync(cache, { recursive: true });
  const file = join(cache, 'fonts.conf');
  const folders = ['@expo-google-fonts/be-vietnam-pro', '@expo-google-fonts/tinos'].map(folderOf);
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(cache, 'cache')}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append" binding="weak"><string>${FALLBACK}</string></edit>
  </match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}
