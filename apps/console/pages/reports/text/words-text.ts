/** Text with figures in it as {{CQ02.now}}: cut into words and figures, and put together again. Pure. */
import type { Which } from '../report-facts.ts';

export interface Token {
  code: string;
  which: Which;
}

export type Piece = string | Token;

const token = /\{\{([A-Z]{2}\d{2})\.(now|before|year)\}\}/g;

export const tokenText = ({ code, which }: Token): string => `{{${code}.${which}}}`;

/** Words and figures in order, never an empty word. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push({ code: match[1] as string, which: match[2] as Which });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** The token that a mark in the page stands for; undefined for anything else. */
export function tokenOf(text: string | undefined): Token | undefined {
  const [piece, ...more] = text ? piecesOf(text) : [];
  return typeof piece === 'object' && more.length === 0 ? piece : undefined;
}
