/** Group names of the account's own groups are short: the full name goes into the description. */

/** The published limit is uncertain (30 in one study, 100 in an unofficial client), so it is a setting. */
export const GMF_NAME = 30;

/**
 * Shortens step by step and always the same way: without the district, then "X." for "Xã" and so on, without spaces
 * around dashes, then cut with an ellipsis.
 */
export function shortGroupName(name: string, max = GMF_NAME): string {
  let short = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  for (const step of steps) {
    if (length(short) <= max) return short;
    short = step(short);
  }
  const letters = [...short];
  return letters.length <= max
    ? short
    : `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

const steps: ((name: string) => string)[] = [
  (name) => name.replace(/\s*-?\s*(?:huyện|quận|thị xã|thành phố)\s+[^-]+$/iu, ''),
  (name) => name.replace(/\s*-\s*/g, '-'),
  (name) =>
    name
      .replace(/Xã /gu, 'X.')
      .replace(/Phường /gu, 'P.')
      .replace(/Thị trấn /gu, 'TT.'),
  (name) =>
    name
      .replace(/Thôn /gu, 'T.')
      .replace(/Bản /gu, 'B.')
      .replace(/Khu phố /gu, 'KP.')
      .replace(/Tổ dân phố /gu, 'TDP.'),
];

function length(text: string): number {
  return [...text].length;
}
