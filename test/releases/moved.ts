/** Tables whose rows went to another one under the same key, with the reason: all others keep every row in every upgrade. */
export const moved: Record<string, { to: string; why: string }> = {};

/** What a question has to say now that its recording left out, with the reason: the clients of then said it all the same. */
export const saysMore: Record<string, { query: Record<string, string>; why: string }> = {};

/** By what a row is known where its table has no key and a migration changes its words, with the reason. */
export const knownBy: Record<string, { key: string; why: string }> = {};
