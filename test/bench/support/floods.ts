/** A flood of sign-ins beside a bench: started, left running, and stopped with what was answered. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Statuses = Record<string, number>;

export function startFlood(url: string, connections: number): () => Promise<Statuses> {
  const child = fork(fileURLToPath(new URL('./flood.mjs', import.meta.url)), [url, String(connections)], {
    execArgv: [],
  });
  return async () => {
    const told = once(child, 'message');
    child.send('stop');
    return (await told)[0] as Statuses;
  };
}
