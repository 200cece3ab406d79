/** Child processes of a bench that answer in turn. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePrograms } from '../../../.ci/bundle-server.mjs';
import { INSTALLED } from './installed.ts';

export interface Child {
  process: ChildProcess;
  /** The next message that it sends. @throws Error when it ends instead */
  answer<T>(): Promise<T>;
  /** Told to stop, and waited for. */
  stop(): Promise<void>;
}

const HEAP = INSTALLED.api.NODE_OPTIONS.split(' ');
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const bundled = new Map<string, Promise<string>>();

/** The file as a program in few files, written where packages are found, as `npm run build` writes the product's. */
function inFewFiles(file: string): Promise<string> {
  const name = basename(file, '.mjs');
  const folder = `${ROOT}.cache/bench/${name}`;
  const known =
    bundled.get(file) ?? bundlePrograms({ [name]: pathOf(file) }, folder).then(() => `${folder}/${name}.js`);
  bundled.set(file, known);
  return known;
}

const BENCHES = new URL('../', import.meta.url);
const pathOf = (file: string) => fileURLToPath(new URL(file, BENCHES));

/** A worker's program of test/bench, as an installation has and starts it. */
export async function startWorker(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<Child> {
  return startChild(await inFewFiles(file), args, { ...env, ...INSTALLED.worker }, []);
}

/** Another program of test/bench, or of a whole path: with the heap of a process that answers, unless it is told its own. */
export function startChild(file: string, args: string[], env: NodeJS.ProcessEnv, execArgv: string[] = HEAP): Child {
  const child = fork(pathOf(file), args, { env, execArgv });
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
