/** The worker process of the retention bench: the product as built. It erases for a round, or until nothing is left, when told to. */
import 'reflect-metadata';
import { loadEnv } from '#platform/config';
import { EraseOld } from '#platform/retention';
import { createContext } from '../../dist/src/create-context.js';

const app = await createContext(loadEnv({ ...process.env, ROLE: 'worker', TICKS: 'off', LOG_LEVEL: 'error' }));
const erase = app.get(EraseOld, { strict: false });

process.on('message', async (message) => {
  if (message === 'round') process.send({ done: await erase.round() });
  else if (message === 'all') process.send({ done: await erase.run().then(() => true) });
  else await app.close().then(() => process.exit(0));
});
// The bench has ended, however it did.
process.on('disconnect', () => process.exit(0));
process.send('ready');
