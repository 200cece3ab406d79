/** Child processes of a bench that answer in turn. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Child {
  process: ChildProcess;
  /** The next message that it sends. @throws Error when it ends instead */
  answer<T>(): Promise<T>;
  /** Told to stop, and waited for. */
  stop(): Promise<void>;
}

/** As docker-compose.yml and the service start every process. */
export const HEAP = ['--max-semi-space-size=8', '--max-old-space-size=256'];

export function startChild(file: string, args: string[], env: NodeJS.ProcessEnv, execArgv: string[] = HEAP): Child {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, { env, execArgv });
  const inbox: unknown[] = [];
  let wake = () => {};
  child.on('message', (message) => (inbox.push(message), wake()));
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with ${code}`)));
  ended.catch(() => undefined);
  return {
    process: child,
    answer: async <T>(): Promise<T> => {
      while (inbox.length === 0) await Promise.race([new Promise<void>((resolve) => (wake = resolve)), ended]);
      return inbox.shift() as T;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.send('stop');
      await gone;
    },
  };
}
