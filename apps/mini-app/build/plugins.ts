/**
 * Three small build steps: the critical CSS goes into the page, a service worker of about 1 KB is written with the
 * list of files it keeps, and every text file gets .gz and .br beside it, so that the server only hands out bytes.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a link to another screen needs beside the first bundle: asked for by the page's head at the same time. */
const FOR_OTHER_SCREENS = ['routes', 'later', 'more-words', 'queue-words'];
/** What an invite needs instead: it is the first screen of a new person. */
const FOR_INVITE = ['door', 'later', 'rolldown-runtime'];

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
      // Comments of the head's script are for its readers.
      page.source = html
        .replace(/^\s*\/\/ .*$/gm, '')
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

/**
 * Keeps the whole app for cold starts without a network and shows what is pushed. Never touches the API: what is unsent
 * lives in page code. A tap on a notice opens our own pages only, whatever its address says.
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
      const keep = files.map((file) => (file === 'index.html' ? './' : file));
      await writeFile(join(outDir, 'sw.js'), workerSource(`to-so-${hash.digest('hex').slice(0, 10)}`, keep));
    },
  };
}

/** Nearly all are scripts in one folder: their bare names are the smaller list. */
const SCRIPT = /^assets\/(.+)\.js$/;

function listOf(files: string[]): string {
  const scripts = files.flatMap((file) => SCRIPT.exec(file)?.[1] ?? []).join(' ');
  const others = files.filter((file) => !SCRIPT.test(file));
  return `${JSON.stringify(scripts)}.split(' ').map(n=>'assets/'+n+'.js').concat(${JSON.stringify(others)})`;
}

const workerSource = (cache: string, files: string[]) => `const C=${JSON.stringify(cache)},F=${listOf(files)};
addEventListener('install',e=>e.waitUntil(caches.open(C).then(c=>c.addAll(F))));
addEventListener('activate',e=>e.waitUntil(caches.keys().then(k=>Promise.all(k.filter(n=>n.startsWith('to-so-')&&n!==C).map(n=>caches.delete(n)))).then(()=>clients.claim())));
addEventListener('message',e=>e.data==='skip'&&skipWaiting());
addEventListener('fetch',e=>{const r=e.request,u=new URL(r.url);
if(r.method!=='GET'||u.origin!==location.origin||!r.url.startsWith(registration.scope))return;
e.respondWith(caches.open(C).then(c=>c.match(r.mode==='navigate'?'./':r,{ignoreVary:true})).then(h=>h||fetch(r)))});
addEventListener('push',e=>{let m={};try{m=e.data.json()}catch(x){}
e.waitUntil(registration.showNotification(m.title||'Tổ Số',{body:m.body||'',lang:m.lang||'vi',icon:'icon.svg',tag:m.url||'to-so',data:m.url}))});
addEventListener('notificationclick',e=>{const s=registration.scope;let u=s;try{const w=new URL(e.notification.data||'',s);if(w.origin===location.origin)u=s+w.hash}catch(x){}
e.notification.close();e.waitUntil(clients.matchAll({type:'window'}).then(l=>{const c=l.find(w=>w.url.startsWith(s));
if(!c)return clients.openWindow(u);c.postMessage({go:new URL(u).hash});return c.focus()}))});
addEventListener('pushsubscriptionchange',e=>{const o=(e.oldSubscription||{}).options;
if(o)e.waitUntil(registration.pushManager.subscribe(o).then(()=>clients.matchAll()).then(l=>l.forEach(c=>c.postMessage({renew:1}))))});
`;

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
