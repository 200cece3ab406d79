/** How an odd figure stands. Free of zod: screens and entities read it. */

export const oddFigureStates = ['open', 'asked', 'answered', 'dismissed'] as const;
export type OddFigureState = (typeof oddFigureStates)[number];

/** One check and what it says of a figure: `reason` is a sentence of the catalogue, "oddity.…". */
export interface OddReason {
  check: string;
  reason: string;
  params: Readonly<Record<string, string | number>>;
}
