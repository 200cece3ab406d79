/** What somebody may do who is not wholly signed in, and what asks again whether it is they. */
import type { RouteId } from '../routes.ts';

/** Until the code has come: the code, or away. */
export const untilCode = ['proveSignIn', 'signOut'] as const satisfies readonly RouteId[];

/** Until there is a second factor where one is required: that, a password, or away. */
export const untilEnrolled = [
  'me',
  'mySecondFactor',
  'startSecondFactor',
  'confirmSecondFactor',
  'changePassword',
  'changeLanguage',
  'signOut',
] as const satisfies readonly RouteId[];
