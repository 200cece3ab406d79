/**
 * Entry of `npm run dev`: plain Node, so that it runs on a fresh clone before anything is installed. Nothing is built:
 * the server runs from its sources and starts again when one of them changes, the apps come from Vite.
 */
import '../demo/node-version.mjs';

try {
  const { install } = await import('../demo/prepare.mjs');
  await install();
  const { ensureApi } = await import('../../.ci/generate-api.mjs');
  ensureApi();
  const { startDevelopment } = await import('./development.mjs');
  await startDevelopment();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
