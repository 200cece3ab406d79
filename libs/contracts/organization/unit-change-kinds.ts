/**
 * What can be entered about a unit; stored data. `list`: named or placed anew by an official list; `correct`: what was written
 * wrongly; `reopen`: an end that was a mistake. Free of zod.
 */
export const unitChangeKinds = ['create', 'rename', 'move', 'close', 'revoke', 'list', 'correct', 'reopen'] as const;
export type UnitChangeKind = (typeof unitChangeKinds)[number];
