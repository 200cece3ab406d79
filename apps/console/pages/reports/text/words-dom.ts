/**
 * The page's editable text: plain words, line breaks, and figures as marks that are one character for the caret and cannot
 * be typed into. What is stored is read back from the marks, never from what they show.
 */
import { type Piece, piecesOf, type Token, tokenOf, tokenText } from './words-text.ts';

export type Describe = (token: Token) => { shown: string; label: string };

export function markFor(token: Token, describe: Describe): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'fig-chip';
  mark.contentEditable = 'false';
  mark.dataset.token = tokenText(token);
  showIn(mark, token, describe);
  return mark;
}

function showIn(mark: HTMLElement, token: Token, describe: Describe): void {
  const { shown, label } = describe(token);
  if (mark.textContent !== shown) mark.textContent = shown;
  mark.title = label;
}

function nodesOf(piece: Piece, describe: Describe): Node[] {
  if (typeof piece !== 'string') return [markFor(piece, describe)];
  return piece
    .split('\n')
    .flatMap((line, index): Node[] => [
      ...(index > 0 ? [document.createElement('br')] : []),
      ...(line ? [document.createTextNode(line)] : []),
    ]);
}

export function fillWith(root: HTMLElement, text: string, describe: Describe): void {
  root.replaceChildren(...piecesOf(text).flatMap((piece) => nodesOf(piece, describe)));
  if (text.endsWith('\n')) root.append(document.createElement('br'));
}

/** New values in the marks that stand there, without touching the words or the caret. */
export function refreshMarks(root: HTMLElement, describe: Describe): void {
  for (const mark of root.querySelectorAll<HTMLElement>('[data-token]')) {
    const token = tokenOf(mark.dataset.token);
    if (token) showIn(mark, token, describe);
  }
}

/** The stored text. A break that only holds the last empty line open is not part of it. */
export function readFrom(root: Node): string {
  const text = [...root.childNodes].map(textOf).join('');
  return root.lastChild?.nodeName === 'BR' ? text.replace(/\n$/, '') : text;
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll('\u00a0', ' ');
  if (node.nodeName === 'BR') return '\n';
  const token = (node as HTMLElement).dataset?.token;
  if (token) return token;
  const inner = [...node.childNodes].map(textOf).join('');
  return node.nodeName === 'DIV' || node.nodeName === 'P' ? `\n${inner}` : inner;
}

/** The mark beside a caret, on the side to which a key moves; nothing while something is selected. */
export function markBeside(selection: Selection | null, side: 'before' | 'after'): HTMLElement | undefined {
  if (!selection?.isCollapsed || !selection.anchorNode) return undefined;
  const { anchorNode: node, anchorOffset: offset } = selection;
  let beside: Node | null;
  if (node.nodeType === Node.TEXT_NODE) {
    const length = node.textContent?.length ?? 0;
    if (side === 'before' ? offset > 0 : offset < length) return undefined;
    beside = side === 'before' ? node.previousSibling : node.nextSibling;
  } else beside = node.childNodes[side === 'before' ? offset - 1 : offset] ?? null;
  return beside instanceof HTMLElement && beside.dataset.token ? beside : undefined;
}

/** The one mark that is selected. */
export function selectedMark(selection: Selection | null): HTMLElement | undefined {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (startContainer !== endContainer || endOffset !== startOffset + 1) return undefined;
  const node = startContainer.childNodes[startOffset];
  return node instanceof HTMLElement && node.dataset.token ? node : undefined;
}

export function selectMark(mark: HTMLElement): void {
  const range = document.createRange();
  range.selectNode(mark);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** Puts a figure where the range is, with the caret behind it. */
export function insertMark(range: Range, mark: HTMLElement): void {
  range.deleteContents();
  range.insertNode(mark);
  range.setStartAfter(mark);
  range.collapse(true);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}
