/** @jest-environment node */
/** The service worker, run as it is written, over caches and a network of this test. */
import { createContext, runInContext } from 'node:vm';
import { workerSource } from './worker.ts';

const ORIGIN = 'https://to-so.example';
const SCOPE = `${ORIGIN}/app/`;
const scripts = (version: string) => ({
  keep: ['./', 'icon.svg', `assets/first-${version}.js`, `assets/task-${version}.js`],
  onDemand: [`assets/queue.en-${version}.js`, `assets/decode-${version}.js`],
});

type Stored = Map<string, { url: string; type: string; text: string }>;

/** One phone: its caches outlive its workers. */
function phone() {
  const stores = new Map<string, Stored>();
  const asked: string[] = [];
  let portal = false;
  const absolute = (at: string | { url: string }) => new URL(typeof at === 'string' ? at : at.url, SCOPE).href;
  const open = async (name: string) => {
    const store: Stored = stores.get(name) ?? new Map();
    stores.set(name, store);
    return {
      keys: async () => [...store.keys()].map((url) => ({ url })),
      match: async (at: string) => store.get(absolute(at)),
      put: async (at: string, answer: { type: string; text: string }) =>
        void store.set(absolute(at), { ...answer, url: absolute(at) }),
    };
  };
  const start = (version: string) => {
    const heard = new Map<string, (event: object) => void>();
    const { keep, onDemand } = scripts(version);
    const fetch = async (at: string | { url: string }) => {
      const url = absolute(at);
      asked.push(url.replace(SCOPE, ''));
      const isPage = portal || url === SCOPE;
      const text = portal ? '<html>Đăng nhập Wi-Fi</html>' : isPage ? `<script src="assets/first-${version}.js">` : url;
      const type = isPage ? 'text/html' : 'text/javascript';
      const answer = { ok: true, redirected: false, type, text, headers: { get: () => type } };
      return { ...answer, clone: () => ({ ...answer, text: async () => text }) };
    };
    runInContext(
      workerSource(`to-so-${version}`, keep, onDemand),
      createContext({
        addEventListener: (name: string, run: (event: object) => void) => heard.set(name, run),
        caches: { open, keys: async () => [...stores.keys()], delete: async (name: string) => stores.delete(name) },
        clients: { claim: async () => {} },
        fetch,
        URL,
        location: new URL(SCOPE),
        registration: { scope: SCOPE },
      }),
    );
    const tell = async (name: string, event: object = {}) => {
      let work: Promise<unknown> = Promise.resolve();
      const wait = (more: Promise<unknown>) => (work = more);
      heard.get(name)?.({ ...event, waitUntil: wait, respondWith: wait });
      return work;
    };
    return {
      install: async () => {
        await tell('install');
        await tell('activate');
      },
      keepWhatPageFetched: (names: string[]) => tell('message', { data: { keep: names.map(absolute) } }),
      get: (name: string, mode = 'cors') =>
        tell('fetch', { request: { method: 'GET', mode, url: absolute(name) } }) as Promise<{ text: string }>,
    };
  };
  const kept = () => [...stores.values()].flatMap((store) => [...store.keys()]).map((url) => url.replace(SCOPE, ''));
  return { start, kept, asked, behindPortal: (is: boolean) => (portal = is) };
}

it('installs what everybody needs, and neither English nor the reader of codes', async () => {
  const mine = phone();
  await mine.start('aaaaaaaa').install();
  expect(mine.kept().sort()).toEqual(['', 'assets/first-aaaaaaaa.js', 'assets/task-aaaaaaaa.js', 'icon.svg']);
});

it('keeps what the page has fetched, before and after the worker was there, and fetches nothing of it twice', async () => {
  const mine = phone();
  const worker = mine.start('aaaaaaaa');
  await worker.install();
  await worker.keepWhatPageFetched(['assets/queue.en-aaaaaaaa.js', 'assets/first-aaaaaaaa.js']);
  await worker.get('assets/decode-aaaaaaaa.js');
  expect(mine.kept()).toEqual(expect.arrayContaining(['assets/queue.en-aaaaaaaa.js', 'assets/decode-aaaaaaaa.js']));
  expect(mine.asked.filter((name) => name === 'assets/first-aaaaaaaa.js')).toHaveLength(1);
  await worker.get('assets/decode-aaaaaaaa.js');
  expect(mine.asked.filter((name) => name === 'assets/decode-aaaaaaaa.js')).toHaveLength(1);
});

it('brings the language of a phone into its next version before the network can go', async () => {
  const mine = phone();
  const first = mine.start('aaaaaaaa');
  await first.install();
  await first.get('assets/queue.en-aaaaaaaa.js');
  await mine.start('bbbbbbbb').install();
  expect(mine.kept()).toContain('assets/queue.en-bbbbbbbb.js');
  expect(mine.kept().filter((name) => /decode|aaaaaaaa/.test(name))).toEqual([]);
});

it('takes no sign-in page of a network for a file of ours', async () => {
  const mine = phone();
  const worker = mine.start('aaaaaaaa');
  mine.behindPortal(true);
  await expect(worker.install()).rejects.toThrow();
  expect(mine.kept()).toEqual([]);
  mine.behindPortal(false);
  await worker.install();
  mine.behindPortal(true);
  await worker.get('assets/queue.en-aaaaaaaa.js');
  await worker.keepWhatPageFetched(['assets/decode-aaaaaaaa.js']);
  expect(mine.kept().filter((name) => /queue.en|decode/.test(name))).toEqual([]);
  expect((await worker.get('', 'navigate')).text).toContain('first-aaaaaaaa');
});
