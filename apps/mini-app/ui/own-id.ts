import { useState } from 'preact/hooks';

let given = 0;

/**
 * An id that no other element of the page has, the same for as long as its component stands. Preact's own counts by the place
 * in the tree, for pages drawn by a server, and would come with the first screen, which has no field.
 */
export const useOwnId = (): string => useState(() => `id-${++given}`)[0];
