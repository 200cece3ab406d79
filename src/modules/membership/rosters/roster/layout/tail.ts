/** The text without these characters at its end. In time with its length, which `/[. ]+$/` is not: cells come from strangers. */
export function withoutTail(text: string, tail: string): string {
  let end = text.length;
  while (end > 0 && tail.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
