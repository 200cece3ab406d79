/** What is told of a statement: its verb and the first table or function that it names. Values are parameters; none is here. */

const VERB = /^\s*(?:--[^\n]*\n\s*)*([a-z]+)/i;
const TABLE = /\b(?:from|into|update|join)\s+(?!only\b|lateral\b)"?([a-z_][\w]*)/i;

export const verbs = ['select', 'insert', 'update', 'delete', 'with', 'begin', 'commit', 'rollback'] as const;

/** One of few, so that it can stand in a label; what is none of them is "other". */
export function verbOf(text: string): string {
  const word = VERB.exec(text)?.[1]?.toLowerCase() ?? '';
  if (word === 'start') return 'begin';
  return (verbs as readonly string[]).includes(word) ? word : 'other';
}

/** "select teams", "insert outbox", "commit". */
export function statementWord(text: string): string {
  const table = TABLE.exec(text)?.[1];
  return table ? `${verbOf(text)} ${table}` : verbOf(text);
}
