/** One letter stays one letter, so that places in the folded text are places in the written one (NFC). */
export function foldLetters(text: string): string {
  return [...text]
    .map((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase())
    .join('');
}
