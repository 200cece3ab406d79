/**
 * Links that people write down and others open. Only https, without a name or password before the host, which would make
 * one site look like another. No dependencies: the apps ask it before they show what was stored.
 */
const HTTPS = /^https:\/\/[^\s/?#@\\]+([/?#][^\s\\]*)?$/i;

export function isWebLink(text: string): boolean {
  return HTTPS.test(text) && URL.canParse(text);
}

/** The link where it may be opened; undefined for what an older version has stored. */
export function webLink(text: string | null | undefined): string | undefined {
  return text && isWebLink(text) ? text : undefined;
}
