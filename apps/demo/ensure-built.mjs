/** Before `npm start`: installs and builds only what is missing or old; says nothing when all is well. */
import { prepare } from './prepare.mjs';

try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
