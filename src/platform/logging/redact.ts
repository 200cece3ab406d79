/** Vietnamese phone numbers in any usual spelling, bearer tokens, and secrets in URLs. */
const patterns: readonly [RegExp, string][] = [
  [/(?<![\w-])(?:\+?84|0)[\s.-]?\d(?:[\s.-]?\d){8,9}(?![\w-])/g, '[phone]'],
  [/(bearer\s+)[\w.~+/=-]+/gi, '$1[removed]'],
  [/(\/\/[^/:@\s]+:)[^@\s]+@/g, '$1[removed]@'],
  [/(\/(?:invites|moi|calendar)\/)[\w-]+/g, '$1[removed]'],
  [/(\/bot)\d+:[\w-]+/g, '$1[removed]'],
];

export function redact(text: string): string {
  return patterns.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}
