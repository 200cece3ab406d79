import { Platform1700000000000 } from './1700000000000-platform.ts';

/** In order; append-only once landed. */
export const migrations = [Platform1700000000000];
