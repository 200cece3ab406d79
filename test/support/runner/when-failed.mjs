/** What wants to know of a test that failed, before it is over: `(error: Error) => Promise<void>`. */
export const whenFailed = new Set();
