/**
 * What an order asks for when its work is handed in. A photo counts from the moment at which its entry announces it: its
 * bytes may still be on the way. Free of zod: the phone says what is missing before it sends.
 */
import type { EvidenceKind } from '../enums.ts';

/** How many of each the team's entries carry, those that a correction stands in for included. */
export interface EvidenceGiven {
  photos: number;
  links: number;
  applicationCodes: number;
  notes: number;
}

const has: Record<EvidenceKind, (given: EvidenceGiven, minimumCodes: number) => boolean> = {
  // A result without a count is refused as such.
  count: () => true,
  photo: ({ photos }) => photos > 0,
  link: ({ links }) => links > 0,
  application_codes: ({ applicationCodes }, minimumCodes) => applicationCodes >= minimumCodes,
  // Minutes are written on paper or kept elsewhere: their photo or a link to them.
  minutes: ({ photos, links }) => photos + links > 0,
  note: ({ notes }) => notes > 0,
};

/** The kinds that the order asks for and nobody has sent yet. */
export function missingEvidence(
  asked: readonly EvidenceKind[],
  given: EvidenceGiven,
  minimumCodes: number | null = null,
): EvidenceKind[] {
  return asked.filter((kind) => !has[kind](given, minimumCodes ?? 1));
}

/** Of a code only its last four characters are kept. */
export const lastFour = (code: string): string =>
  code
    .replace(/[^0-9a-z]/gi, '')
    .slice(-4)
    .toUpperCase();

/** What several entries carry together. */
export function evidenceOf(
  entries: readonly {
    photos: readonly unknown[];
    photosPending: number;
    links: readonly unknown[];
    applicationCodes: readonly unknown[];
    note?: string | null;
  }[],
): EvidenceGiven {
  const sum = (count: (entry: (typeof entries)[number]) => number) =>
    entries.reduce((total, entry) => total + count(entry), 0);
  return {
    photos: sum((entry) => entry.photos.length + entry.photosPending),
    links: sum((entry) => entry.links.length),
    applicationCodes: sum((entry) => entry.applicationCodes.length),
    notes: sum((entry) => (entry.note ? 1 : 0)),
  };
}
