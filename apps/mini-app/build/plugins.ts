/**
 * Three small build steps: the critical CSS goes into the page, a service worker of about 1 KB is written with the
 * list of files it keeps, and every text file gets .gz and .br beside it, so that the server only hands out bytes.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Plugin, minifySync } from 'vite';
import { ON_DEMAND } from './first-screen.ts';
import { SCRIPT, workerSource } from './worker.ts';

/** What a link to another screen needs beside the first bundle: asked for by the page's head at the same time. */
const FOR_OTHER_SCREENS = ['routes', 'later', 'more-words', 'queue-words'];
/** What an invite needs instead: it is the first screen of a new person. */
const FOR_INVITE = ['door', 'later'];

/** The first screen's styles go into the page: a second request would cost 400 ms on slow 3G. */
export function tidyPage(): Plugin {
  return {
    name: 'tidy-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      let html = String(page.source);
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== 'asset' || !name.endsWith('.css')) continue;
        html = html.replace(
          new RegExp(`\\s*<link rel="stylesheet"[^>]*${name}"[^>]*>`),
          () => `<style>${String(file.source).trim()}</style>`,
        );
        delete bundle[name];
      }
      const filesOf = (names: string[]) =>
        names.map((name) => {
          const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
          if (!chunk) throw new Error(`There is no chunk "${name}"`);
          return chunk.fileName;
        });
      html = html.replace('%FOR_OTHER_SCREENS%', filesOf(FOR_OTHER_SCREENS).join(' '));
      html = html.replace('%FOR_INVITE%', filesOf(FOR_INVITE).join(' '));
      page.source = html
        .replace(
          /(?<=<script>)[^]+?(?=<\/script>)/,
          (script) => minifySync('head.js', script, { module: false, compress: { target: 'es2019' } }).code,
        )
        .replace(' crossorigin src=', ' src=')
        .replace(/>\s+</g, '><')
        .replace(/\n\s+/g, '\n')
        .replace(/([;{},])\n/g, '$1')
        // Written for light-dark(), which no style of ours uses.
        .replace(/--lightningcss-(light|dark):[^;}]*;/g, '');
    },
  };
}

/**
 * Vite wraps each `import()` to fetch its style sheets beside it, by a helper of 1 kB in the first bundle. Our screens
 * share one sheet that is itself a module, so the imports stay as they are written.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    configResolved({ plugins }) {
      const wraps = plugins.find(({ name }) => name === 'native:import-analysis-build');
      if (!wraps) throw new Error('Vite calls its wrapper of imports otherwise: look it up and name it here');
      wraps.applyToEnvironment = () => false;
    },
  };
}

/** What makes a module out of the part of a file that is imported by `import()`. */
const AS_MODULE =
  'const __exportAll=(all)=>{const made={};for(const name in all)Object.defineProperty(made,name,{get:all[name],enumerable:true});return made};';

/**
 * Rolldown puts its helper for that into a file of its own, whatever the groups say: a request of 400 ms for 150 bytes before
 * any other file can run. Each file that needs it carries it instead.
 */
export function helperInside(): Plugin {
  return {
    name: 'helper-inside',
    apply: 'build',
    renderChunk(code) {
      const [own] = /import \{ \w+ as __exportAll \} from "\.\/rolldown-runtime[^"]*";/.exec(code) ?? [];
      return own ? { code: code.replace(own, () => AS_MODULE), map: null } : null;
    },
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle))
        if (file.type === 'chunk' && file.name === 'rolldown-runtime') delete bundle[name];
      const left = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.code.includes('rolldown-runtime'),
      );
      if (left) throw new Error(`${left.fileName} imports a helper of rolldown that helperInside does not know`);
    },
  };
}

/**
 * Keeps the whole app for cold starts without a network and shows what is pushed. Never touches the API: what is unsent
 * lives in page code. A tap on a notice opens our own pages only, whatever its address says.
 *
 * English, what only a host needs and the reader of codes are kept once the page has fetched them, and from then on through
 * every new version: nobody installs what he has no use for.
 */
export function serviceWorker(): Plugin {
  let outDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => void (outDir = resolve(config.root, config.build.outDir)),
    async closeBundle() {
      const files = (await filesOf(outDir))
        .filter((file) => /\.(js|html|svg|webmanifest)$/.test(file) && file !== 'sw.js')
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(await readFile(join(outDir, file)));
      const onDemand = files.filter((file) => ON_DEMAND.test(SCRIPT.exec(file)?.[1] ?? ''));
      const keep = files
        .filter((file) => !onDemand.includes(file))
        .map((file) => (file === 'index.html' ? './' : file));
      await writeFile(join(outDir, 'sw.js'), workerSource(`to-so-${hash.digest('hex').slice(0, 10)}`, keep, onDemand));
    },
  };
}

export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: (config) => void (outDir = resolve(config.root, config.build.outDir)),
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const files = (await filesOf(outDir)).filter((file) => /\.(js|css|html|svg|webmanifest|bin)$/.test(file));
        await Promise.all(files.map((file) => compress(join(outDir, file))));
      },
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  await writeFile(
    `${file}.br`,
    await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
