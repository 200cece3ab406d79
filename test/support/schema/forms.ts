/** Stands for a value that comes at run time. */
export const VALUE = '\u0000';

/** The texts that a fragment can be. */
export type Forms = readonly string[];

/** As many forms as the piece with the most has; the others repeat their last. */
export function side(pieces: readonly Forms[], separator: string): string[] {
  const forms = Math.max(1, ...pieces.map((piece) => piece.length));
  return Array.from({ length: forms }, (_, at) =>
    pieces.map((piece) => piece[Math.min(at, piece.length - 1)] ?? '').join(separator),
  );
}
