/** Acts upon a reform: one after the other, each upon the version that the one before made. */
import { queryClient } from '../../api/client.ts';
import { type CommandOptions, useCommand } from '../../api/use-command.ts';
import { type Reform, reformPaths } from './reform-looks.ts';

/** What this window made last. */
interface Made {
  version: number;
  /** Since this one the lines are those of a list that was read: places of before mean nothing in it. */
  listVersion: number;
}
const made = new Map<string, Made>();

type Seen = Pick<Reform, 'id' | 'version'>;

/**
 * Whoever presses twice quickly is not told that somebody else has saved: the second act is upon what the first made, though
 * the screen still shows the one before.
 * @param readsList it takes the place of all lines, whichever they are
 */
export function versionToChange({ id, version }: Seen, readsList = false): number {
  const last = made.get(id);
  return last && (readsList || version >= last.listVersion) ? Math.max(version, last.version) : version;
}

export function noteVersion({ id, version }: Seen, isList = false): void {
  const last = made.get(id);
  made.set(id, { version, listVersion: isList ? version : (last?.listVersion ?? 0) });
}

interface Options<I, T> extends Omit<CommandOptions<I, T>, 'send' | 'touches' | 'scope'> {
  /** @param version that the act is upon */
  send: (input: I, header: { 'Idempotency-Key': string }, version: number) => ReturnType<CommandOptions<I, T>['send']>;
  /** A list is read in the place of all lines. */
  readsList?: boolean;
}

const isOf =
  (reformId: string) =>
  ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
    JSON.stringify(queryKey[2]).includes(reformId);

const isReform = (answer: unknown, id: string): answer is Seen =>
  typeof answer === 'object' && answer !== null && (answer as Partial<Seen>).id === id && 'version' in answer;

export function useReformCommand<I, T>(reform: Seen, { send, done, readsList = false, ...rest }: Options<I, T>) {
  return useCommand<I, T>({
    ...rest,
    scope: `reform ${reform.id}`,
    touches: reformPaths,
    send: (input, header) => send(input, header, versionToChange(reform, readsList)),
    done: (answer, input) => {
      if (isReform(answer, reform.id)) {
        noteVersion(answer, readsList);
        // Whoever types on does not wait for it to be read again.
        queryClient.setQueriesData({ queryKey: ['get', '/reforms/{reformId}'], predicate: isOf(reform.id) }, answer);
      }
      done?.(answer, input);
    },
  });
}
