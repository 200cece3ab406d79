/**
 * What is asked by POST, or with a file, and writes nothing: it needs no command key. What writes goes through
 * use-command.ts, so that a press repeated does not act twice (test/architecture/console/console-commands.spec.ts).
 */
export { useMutation as useQuestion } from '@tanstack/react-query';
