/** Writes docs/data-protection.md from the data map. */
import '../test/support/runner/typescript-loader.mjs';
import { writeFileSync } from 'node:fs';

const { DATA_PROTECTION, writeDataProtection } = await import('../test/support/schema/data-protection.ts');
writeFileSync(DATA_PROTECTION, writeDataProtection());
console.log(`wrote ${DATA_PROTECTION}`);
