/** Draws docs/data-model.md from the entities, on a migrated database of its own. */
import '../test/support/runner/typescript-loader.mjs';
import { writeFileSync } from 'node:fs';

const { startTestServer } = await import('../test/support/test-server.ts');
const { databaseUrl } = await import('../libs/embedded-postgres/databases.ts');
const { TEMPLATE_DATABASE } = await import('../test/support/database.ts');
const { DATA_MODEL, drawDataModel } = await import('../test/support/schema/data-model.ts');

const server = await startTestServer();
try {
  writeFileSync(DATA_MODEL, await drawDataModel(databaseUrl(server.url, TEMPLATE_DATABASE)));
  console.log(`wrote ${DATA_MODEL}`);
} finally {
  await server.stop();
}
