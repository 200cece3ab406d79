import { foldLetters, foldMarks } from '#i18n/fold';

/** Where `query` lies in `text`, marks and case ignored, as indexes of the original spelling. */
export function findFolded(text: string, query: string): [number, number] | null {
  const wanted = foldMarks(query);
  if (!wanted) return null;
  let folded = '';
  const origin: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const part = foldLetters(text.charAt(i).replace('\u00a0', ' '));
    for (const char of part) {
      folded += char;
      origin.push(i);
    }
  }
  const at = folded.indexOf(wanted);
  if (at < 0) return null;
  const start = origin[at] ?? 0;
  const end = (origin[at + wanted.length - 1] ?? text.length - 1) + 1;
  return [start, end];
}

/** Text with the hit of a search marked in its own spelling. */
export function Marked({ text, query }: { text: string; query: string }) {
  const hit = findFolded(text, query);
  if (!hit) return <>{text}</>;
  const [from, to] = hit;
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}
