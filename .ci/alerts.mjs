/** Writes docs/operations/prometheus-alerts.yml from the table of parts. */
import '../test/support/runner/typescript-loader.mjs';
import { writeFileSync } from 'node:fs';

const { ALERTS, writeAlerts } = await import('../test/support/schema/alerts.ts');
writeFileSync(ALERTS, writeAlerts());
console.log(`wrote ${ALERTS}`);
