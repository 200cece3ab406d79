/**
 * `npm run build`: builds every part anew, or those named (client, server, mini-app, console, zalo), and stamps it, so that
 * `npm start` does not build it once more.
 */
import { rebuild } from '../apps/demo/prepare.mjs';

const named = process.argv.slice(2);
try {
  await rebuild(named.length > 0 ? named : undefined);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
