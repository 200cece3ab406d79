/** Zalo's chats show no markup: title, text and a link in words; cut at paragraphs where it must be cut at all. */
import type { NeutralMessage, Rendered } from '../channel.ts';

export function renderText({ title, paragraphs, link, footer }: NeutralMessage, maxText: number): Rendered[] {
  const blocks = [title, ...paragraphs, ...(link ? [`${link.label}: ${link.url}`] : []), footer]
    .map(tidy)
    .filter(Boolean);
  return pack(
    blocks.flatMap((block) => split(block, maxText)),
    maxText,
  ).map((text) => ({ text }));
}

/** Control characters have no place in a chat; line breaks stay. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .normalize('NFC')
    .trim();
}

function pack(blocks: readonly string[], max: number): string[] {
  const parts: string[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 2 + block.length <= max) parts[parts.length - 1] = `${last}\n\n${block}`;
    else parts.push(block);
  }
  return parts;
}

/** Cuts at the last line break or space that fits, never inside a character. */
function split(block: string, max: number): string[] {
  const parts: string[] = [];
  let rest = block;
  while (rest.length > max) {
    const space = Math.max(rest.lastIndexOf('\n', max), rest.lastIndexOf(' ', max));
    const cut = space > max / 2 ? space : wholeCharacters(rest, max);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest ? [...parts, rest] : parts;
}

function wholeCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}
