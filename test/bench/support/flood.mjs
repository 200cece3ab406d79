/**
 * Connections that try to sign in without end, each with ever new logins and from ever new addresses, as many machines would:
 * a process of its own, so that its work is not counted as the server's. Told to stop, it says what was answered.
 */
import { Agent, request } from 'node:http';

const [url, connections = '60'] = process.argv.slice(2);
const statuses = {};
let isOver = false;
let n = 0;

function attempt(agent) {
  const body = JSON.stringify({ login: `la-${n++}@bench.example`, password: 'khong-phai-mat-khau' });
  return new Promise((resolve) => {
    const sending = request(
      `${url}/api/v1/session/password`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-forwarded-for': `198.${18 + (n % 2)}.${(n >> 8) % 256}.${n % 256}`,
        },
      },
      (answer) => {
        statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
        answer.resume();
        answer.on('end', resolve);
        answer.on('error', resolve);
      },
    );
    sending.on('error', resolve);
    sending.end(body);
  });
}

process.on('message', () => {
  isOver = true;
});
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!isOver) await attempt(agent);
    agent.destroy();
  }),
);
process.send(statuses);
process.disconnect();
