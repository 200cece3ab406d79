/** As many as one command confirms. Free of zod: the console sends no more. */
export const MOST_RESULTS = 500;
