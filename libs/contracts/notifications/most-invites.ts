/** Invites by letter that one command sends. */
export const MOST_INVITES_AT_ONCE = 50;
