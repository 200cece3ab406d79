/** Words with their figures filled in, to be read and compared. Pure. */
import type { Lang } from '#i18n';
import { type Figure, figureText } from '../report-facts.ts';
import { piecesOf } from './words-text.ts';

export function fillWords(text: string, figures: readonly Figure[], lang: Lang): string {
  const shown = (code: string, which: 'now' | 'before' | 'year') => {
    const figure = figures.find(({ indicator }) => indicator.code === code);
    return figure ? figureText(figure, which, lang) : '–';
  };
  return piecesOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : shown(piece.code, piece.which)))
    .join('');
}
