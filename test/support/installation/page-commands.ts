/** The commands of a page of instructions, as they stand there: a page is true when a test runs it. */
import { readFileSync } from 'node:fs';

const BLOCK = /^```sh\n(?<commands>[\s\S]*?)^```$/gm;

/** The blocks of shell commands below a heading, up to the next heading of the same depth. @throws Error when there is none */
export function commandsBelow(page: string, heading: string): string[] {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(`\n${heading}\n`);
  const depth = heading.slice(0, heading.indexOf(' ') + 1);
  const rest = text.slice(from + heading.length + 2);
  const to = rest.indexOf(`\n${depth}`);
  const found = from < 0 ? [] : [...rest.slice(0, to < 0 ? rest.length : to).matchAll(BLOCK)];
  if (found.length === 0) throw new Error(`${page} has no commands below "${heading}"`);
  return found.map(({ groups }) => groups?.['commands'] ?? '');
}
