/**
 * Entry of `npm run demo`: plain Node, so that it runs on a fresh clone before anything is installed.
 * Installs and builds what is missing or old, then becomes the demo: its arguments, signals and exit code.
 */
import './node-version.mjs';

const { prepare, run } = await import('./prepare.mjs');

try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exit(await run(['dist/apps/demo/main.js', ...process.argv.slice(2)]));
