/** Prints every import that breaks the boundaries of .config/boundaries.mjs; exit code 1 when there is one. */
import { fileURLToPath } from 'node:url';
import { findViolations } from '../.config/boundaries.mjs';

const violations = await findViolations(fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, ''));
for (const { rule, from, to } of violations) console.error(`${from} -> ${to}  (${rule})`);
process.exit(violations.length > 0 ? 1 : 0);
