/** The page's head names the files of the first screen, so that they come beside the page's own script. */
import { minifySync, type Plugin, type Rolldown } from 'vite';
import { chunkOf, FIRST_SCREENS } from './chunks.ts';

/** What an `import()` of the program asks for, and the words that it names for it. */
const NAMED: Record<string, readonly string[]> = {
  SIGN_IN: [...FIRST_SCREENS['sign-in'], 'frame/account.vi.ts', 'frame/agency.vi.ts'],
  DAY: [...FIRST_SCREENS.day, 'frame/day.vi.ts'],
  OVERVIEW: [...FIRST_SCREENS.overview, 'reporting/how.vi.ts', 'reporting/overview.vi.ts'],
  ENGLISH: ['i18n/console.en.ts'],
};

const place = /%([A-Z_]+)%/g;

export function namesInHead(): Plugin {
  return {
    name: 'names-in-head',
    // While developing each file is asked for by whoever imports it.
    transformIndexHtml: { order: 'post', handler: (html, { bundle }) => (bundle ? html : html.replace(place, '')) },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        const html = String(page.source);
        const inPage = new Set([...html.matchAll(/(?:src|href)="\/console\/([^"]+)"/g)].map(([, name]) => name));
        const named = html.replace(place, (_place, name: string) =>
          filesOf(bundle, NAMED[name] ?? [])
            .filter((file) => !inPage.has(file))
            .map((file) => `/console/${file}`)
            .join(' '),
        );
        page.source = named.replace(
          /(?<=<script[^>]*>)\s*\/\/[^]+?(?=<\/script>)/,
          (script) => minifySync('head.js', script, { module: false }).code,
        );
      },
    },
  };
}

/** Files of the program, all that they import at once, and their styles. */
function filesOf(bundle: Rolldown.OutputBundle, screens: readonly string[]): string[] {
  const chunks = new Set(screens.map((screen) => chunkOf(Object.values(bundle), screen)));
  for (const chunk of chunks)
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') chunks.add(next);
    }
  const styles = [...chunks].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [...new Set([...[...chunks].map(({ fileName }) => fileName), ...styles])];
}
