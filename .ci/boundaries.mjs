/**
 * Prints every import that breaks the boundaries of .config/boundaries.mjs; exit code 1 when there is one.
 * node .ci/boundaries.mjs [folder]
 */
import { fileURLToPath } from 'node:url';
import { findViolations } from '../.config/boundaries.mjs';

const here = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const violations = await findViolations(process.argv[2] ?? here);
for (const { rule, from, to } of violations) console.log(`${from} -> ${to}  (${rule})`);
process.exitCode = violations.length > 0 ? 1 : 0;
