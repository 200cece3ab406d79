/** What can be entered about a unit; stored data. `list`: named or placed anew by an official list. Free of zod. */
export const unitChangeKinds = ['create', 'rename', 'move', 'close', 'revoke', 'list'] as const;
export type UnitChangeKind = (typeof unitChangeKinds)[number];
