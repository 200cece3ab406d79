/**
 * Takes secrets out of texts before anybody may log them. Bot tokens stand in the address of every call and push
 * endpoints are capabilities, so an error's own message is never safe.
 */

/** What a token looks like where it was not told to us: bot tokens, bearer values, tokens and keys in queries. */
const shapes: readonly [RegExp, string][] = [
  [/(?<!\d)\d{5,}(?::|%3A)[\w-]{20,}/gi, '[token]'],
  [/\b(bearer|vapid|tma|basic)\s+[^\s,;]+/gi, '$1 [token]'],
  [
    /\b([\w-]*(?:token|secret|proof|signature|hash|code|password|key))(["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
    '$1$2[token]',
  ],
];

/** @param secrets texts that must not come out, also not URL-encoded; shorter ones than 6 characters are left alone */
export function scrubber(secrets: readonly string[]): (text: string) => string {
  const known = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret.length >= 6)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const bare = known.reduce((rest, secret) => rest.replaceAll(secret, '[token]'), text);
    return shapes.reduce((rest, [shape, put]) => rest.replace(shape, put), bare);
  };
}
