import { OUR_ANSWER } from '#contracts/answers';
import type { Command } from './command.ts';
import { sendCommandTo } from './send-command.ts';

/**
 * A photo goes by XMLHttpRequest, the only way to see how much has left. To its own origin it takes the browser's passwords
 * along, so that a foreign 401 opens a login over the page: who answers there is asked first.
 */
const ID = '11111111-1111-4111-8111-111111111111';
const ORIGIN = 'https://to-so.example';
const photo = { id: ID, method: 'PUT', blob: new Blob(['jpeg']) } as Command;
const real = { fetch, location: globalThis.location, XMLHttpRequest: globalThis.XMLHttpRequest };

let probes: (RequestInit & { url: string })[] = [];
let sent: string[] = [];
let probed: () => Promise<Response>;

/** The server's side of an upload: it takes the bytes and names the command. */
class Upload {
  upload = {};
  status = 200;
  responseText = '{}';
  onload = () => {};
  open = (method: string, url: string) => void sent.push(`${method} ${url}`);
  setRequestHeader = () => {};
  getResponseHeader = () => ID;
  send = () => queueMicrotask(() => this.onload());
}

beforeEach(() => {
  probes = [];
  sent = [];
  Object.assign(globalThis, {
    location: { origin: ORIGIN },
    XMLHttpRequest: Upload,
    fetch: (url: string, init: RequestInit) => {
      probes.push({ url, ...init });
      return probed();
    },
  });
});
afterAll(() => Object.assign(globalThis, real));

const put = (command: Command = photo, baseUrl = `${ORIGIN}/api/v1`) =>
  sendCommandTo({ baseUrl, token: () => 'secret' })(command, '/progress/e1/photos/p1', () => {});
const says = (status: number, headers: Record<string, string> = {}) => {
  probed = () => Promise.resolve(new Response(null, { status, headers }));
};

it('sends the bytes once our server has said that it is there, and says nobody who asks', async () => {
  says(404, { [OUR_ANSWER]: '1' });
  expect(await put()).toEqual({ kind: 'sent', answer: {} });
  expect(sent).toEqual([`PUT ${ORIGIN}/api/v1/progress/e1/photos/p1`]);
  expect(probes).toEqual([{ url: `${ORIGIN}/api/v1/progress/e1/photos/p1`, method: 'OPTIONS', credentials: 'omit' }]);
});

it.each([200, 204, 401, 403, 404, 407])('sends nothing where something on the way answers %d', async (status) => {
  says(status);
  expect(await put()).toEqual({ kind: 'offline', foreign: true });
  expect(sent).toEqual([]);
});

it('tries where a gateway of ours is busy: its answer opens no login', async () => {
  says(503);
  await put();
  expect(sent).toHaveLength(1);
});

it('sends nothing where nobody answers', async () => {
  probed = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await put()).toEqual({ kind: 'offline', stayed: false });
  expect(sent).toEqual([]);
});

it('asks nobody first at another origin, which gets no passwords of the browser', async () => {
  says(200);
  await put(photo, 'https://api.example/api/v1');
  expect(probes).toEqual([]);
  expect(sent).toHaveLength(1);
});

it('asks nobody first for a count: fetch leaves the passwords out itself', async () => {
  says(200, { 'idempotency-key': ID });
  await put({ id: ID, method: 'POST', body: { value: 1 } } as Command);
  expect(probes.map(({ method, credentials }) => ({ method, credentials }))).toEqual([
    { method: 'POST', credentials: 'omit' },
  ]);
  expect(sent).toEqual([]);
});
