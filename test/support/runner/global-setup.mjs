/** Jest does not compile a global setup that is an ES module; Node's loader does. */
import './typescript-loader.mjs';

export default async function setUp() {
  const { startTestServer } = await import('../test-server.ts');
  globalThis.toSoTestServer = await startTestServer();
}
