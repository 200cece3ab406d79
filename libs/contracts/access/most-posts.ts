/** Of one act: all of it is one transaction. Free of zod: the console's bundle imports it. */
export const MOST_POSTS = 200;
