/** Before a command of an installation: it runs what is built there, by whoever owns the tree, and never builds. */
import { requireBuilt } from './prepare.mjs';

try {
  requireBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
