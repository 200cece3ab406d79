/** Lines of "Nơi nhận": whether one names an office or a person, and when two name the same. No dependencies. */
import { foldMarks } from './fold.ts';

/** The office without what stands behind it: "Sở KH&CN (để b/c);" is "Sở KH&CN". */
export const recipientName = (line: string): string =>
  line
    .normalize('NFC')
    .replace(/^[-–+•\s]+/u, '')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[;.,\s]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Two lines with the same key are one office, however they are spelt. */
export const recipientKey = (line: string): string =>
  foldMarks(recipientName(line))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Who holds a post stands in the line by the post: they read the paper in the office, which is not mailed for them. */
const people = /^(cac )?(chu tich|pho chu tich|ct|pct|ct pct|bi thu|pho bi thu|dong chi|d c|ong|ba|lanh dao)\b/u;

export const isPersonLine = (line: string): boolean => people.test(recipientKey(line));
