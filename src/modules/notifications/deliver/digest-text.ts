import type { MessageParams } from '../messages/index.ts';
import { word } from '../messages/word.ts';
import { wordMessage } from '../messages/word-message.ts';

export interface DigestItem {
  kind: string;
  params: MessageParams;
}

/** Titles that one digest shows; a phone shows hardly more before it has to be opened. */
const SHOWN = 6;

/** "3 tin mới hôm nay" and a line for each, the newest first. */
export function digestText(
  items: readonly DigestItem[],
  language: 'vi' | 'en',
  now: Date,
): { title: string; paragraphs: string[] } {
  const lines = items.slice(0, SHOWN).map(({ kind, params }) => `- ${wordMessage(kind, params, language, now).title}`);
  const rest = items.length - lines.length;
  return {
    title: word('digest.title', language, { count: items.length }),
    paragraphs: [lines.join('\n'), ...(rest > 0 ? [word('digest.more', language, { count: rest })] : [])],
  };
}
