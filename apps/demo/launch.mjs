/**
 * Entry of `npm run demo`: plain Node, so that it runs on a fresh clone before anything is installed.
 * Installs and builds what is missing or old, then becomes the demo: its arguments, signals and exit code.
 */
const WANTED = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1])) {
  console.error(
    `Tổ Số needs Node ${WANTED.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org/`,
  );
  process.exit(1);
}

const { prepare, run } = await import('./prepare.mjs');

try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exit(await run(['dist/apps/demo/main.js', ...process.argv.slice(2)]));
