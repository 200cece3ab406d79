/**
 * What every answer of our API carries, and nothing that answers in its place on the way: the page of a network that wants a
 * login, a filter, a proxy without its server. Names of headers.
 */
export const OUR_ANSWER = 'x-to-so';
/** A command's id on its way there; the answer names the command that it answers in the same header. */
export const COMMAND_ID = 'idempotency-key';
