/**
 * A message as Telegram's HTML. The limit counts characters after the markup is read, so texts are split first and only
 * then escaped and set bold.
 */
import type { NeutralMessage, Rendered } from '../channel.ts';

export const MAX_TEXT = 4096;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** Buttons go to the last part, where the eye ends. */
export function renderTelegram(message: NeutralMessage): Rendered[] {
  const { title, link, actions, muteUrl } = message;
  const first = tidy(title);
  const texts = splitText([title, ...message.paragraphs, message.footer].map(tidy).filter(Boolean));
  return texts.map((text, index) => ({
    text,
    html:
      index === 0 && first && text.startsWith(first)
        ? `<b>${escapeHtml(first)}</b>${escapeHtml(text.slice(first.length))}`
        : escapeHtml(text),
    ...(index === texts.length - 1 && {
      ...(link && { buttons: [link] }),
      ...(actions && { actions }),
      ...(muteUrl && { muteUrl }),
    }),
  }));
}

/** Joins blocks by an empty line while they fit; a block too long by itself is cut at a line, a space, or a character. */
export function splitText(blocks: readonly string[], max = MAX_TEXT): string[] {
  const parts: string[] = [];
  for (const block of blocks.flatMap((block) => cut(block, max))) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 2 + block.length <= max) parts[parts.length - 1] = `${last}\n\n${block}`;
    else parts.push(block);
  }
  return parts;
}

function cut(block: string, max: number): string[] {
  const parts: string[] = [];
  let rest = block;
  while (rest.length > max) {
    const border = Math.max(rest.lastIndexOf('\n', max), rest.lastIndexOf(' ', max));
    const at = border > max / 2 ? border : wholeCharacters(rest, max);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest ? [...parts, rest] : parts;
}

function wholeCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}

/** No control characters but line breaks; lone halves of a character pair would make the request unreadable. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, '')
    .normalize('NFC')
    .trim();
}
