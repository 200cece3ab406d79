/** What somebody may do who is not wholly signed in. */
import type { RouteId } from '../routes.ts';

/** Until the code has come: the code, or away. */
export const untilCode = ['proveSignIn', 'signOut'] as const satisfies readonly RouteId[];
