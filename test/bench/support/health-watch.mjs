/** Asks /health/live again and again from a process of its own, and says the longest that an answer took, in milliseconds. */
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const [url] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const EVERY_MS = 20;
let worst = 0;
let isOver = false;

function ask() {
  const from = performance.now();
  return new Promise((resolve) => {
    const done = () => {
      worst = Math.max(worst, performance.now() - from);
      resolve();
    };
    get(`${url}/health/live`, { agent }, (answer) => answer.resume().on('end', done)).on('error', done);
  });
}

process.on('message', (message) => {
  if (message === 'stop') isOver = true;
  process.send(worst);
  worst = 0;
});
process.send('ready');
while (!isOver) {
  await ask();
  await wait(EVERY_MS);
}
process.disconnect();
