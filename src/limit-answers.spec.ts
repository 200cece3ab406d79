import { once } from 'node:events';
import { connect } from 'node:net';
import fastify from 'fastify';
import { limitAnswers } from './limit-answers.ts';

const LIMIT_MS = 1_500;
/** More than the buffers of two sockets hold. */
const BYTES = 24_000_000;
const answer = Buffer.alloc(BYTES, 'x');
const server = fastify();
limitAnswers(server, LIMIT_MS);
server.get('/', () => answer);
server.get('/short', () => 'x');

beforeAll(() => server.listen({ port: 0, host: '127.0.0.1' }));
afterAll(() => server.close());

const port = () => (server.server.address() as { port: number }).port;

it('cuts whoever does not read, and lets go of what they were to get', async () => {
  const cut = new Promise((resolve) => {
    server.server.once('request', (_, response) => response.once('close', resolve));
  });
  const slow = connect(port(), '127.0.0.1').on('error', () => undefined);
  await once(slow, 'connect');
  slow.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
  await cut;
  let got = 0;
  slow.on('data', (chunk: Buffer) => {
    got += chunk.length;
  });
  await once(slow, 'close');
  expect(got).toBeLessThan(BYTES);
});

it('leaves alone whoever reads, also on a connection that stays open', async () => {
  const connections = new Set<unknown>();
  server.server.on('request', ({ socket }) => connections.add(socket));
  // An answer that is over at once: how fast the machine is says nothing here.
  const read = async () => expect(await (await fetch(`http://127.0.0.1:${port()}/short`)).text()).toBe('x');
  await read();
  await new Promise((resolve) => setTimeout(resolve, LIMIT_MS + 200));
  await read();
  expect(connections.size).toBe(1);
});
