/** Reads the Bot API's HTML the way its server does: few tags, four named entities, everything closed. */
const tags = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'a', 'code', 'pre', 'tg-spoiler', 'blockquote']);
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The text without markup, or the refusal's words. */
export function readTelegramHtml(html: string): { text: string } | { error: string } {
  const open: string[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const char = html[at]!;
    if (char === '&') {
      const [whole, name] = /^&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/i.exec(html.slice(at, at + 12)) ?? [];
      const read =
        name &&
        (name.startsWith('#')
          ? String.fromCodePoint(Number(name.replace(/^#x/i, '0x').replace('#', '')))
          : entities[name]);
      text += read || '&';
      at += read ? whole!.length : 1;
    } else if (char === '<') {
      const [whole, slash, name = ''] = /^<(\/?)([a-z-]+)(?:\s[^<>]*)?>/i.exec(html.slice(at)) ?? [];
      if (!whole || !tags.has(name.toLowerCase()))
        return { error: `can't parse entities: Unsupported start tag at byte offset ${at}` };
      if (slash ? open.pop() !== name : !open.push(name))
        return { error: `can't parse entities: Unmatched end tag at byte offset ${at}` };
      at += whole.length;
    } else {
      text += char;
      at += 1;
    }
  }
  return open.length > 0
    ? { error: `can't parse entities: Can't find end tag corresponding to start tag ${open.at(-1)}` }
    : { text };
}
