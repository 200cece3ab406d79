/**
 * A child process that is started when it is needed, keeps nobody alive while it is idle, and ends soon after: what its
 * work took of memory goes back with it.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What comes within this time finds the process warm. */
const IDLE_MS = 20_000;
const START_MS = 60_000;

/**
 * Until it says that it is ready: the deadline of a piece of work does not pay for the start, which takes its time on a busy
 * machine. @throws Error when it ends first or takes longer than a minute
 */
export async function firstWord(child: ChildProcess): Promise<void> {
  const signal = AbortSignal.timeout(START_MS);
  const died = once(child, 'exit', { signal }).then(() => {
    throw new Error('The process has ended before it began');
  });
  await Promise.race([once(child, 'message', { signal }), died]);
}

export class IdleProcess {
  private child: ChildProcess | undefined;
  private idle: NodeJS.Timeout | undefined;

  /** @param onEnd is told once of each process that is no longer ours, and why */
  constructor(
    private readonly script: URL,
    private readonly onEnd: (error: Error) => void = () => undefined,
  ) {}

  /** The running one, which stays until it may rest. */
  wake(): ChildProcess | undefined {
    clearTimeout(this.idle);
    this.child?.ref();
    this.child?.channel?.ref();
    return this.child;
  }

  /** @param nodeFlags limits of memory, as Node takes them */
  start(nodeFlags: readonly string[]): ChildProcess {
    const child = fork(this.script, {
      execArgv: [...nodeFlags],
      // None of the server's secrets: only what Node itself is told.
      env: { NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '' },
      serialization: 'advanced',
      // It reports its own end of memory at length.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child = child;
    child.on('error', (error) => this.stop(child, error));
    child.once('exit', () => this.stop(child, new Error('The process has ended')));
    return child;
  }

  rest(child: ChildProcess): void {
    if (this.child !== child) return;
    child.unref();
    child.channel?.unref();
    this.idle = setTimeout(() => this.stop(child, new Error('The process was idle')), IDLE_MS).unref();
  }

  stop(child: ChildProcess, error: Error): void {
    if (this.child !== child) return;
    this.child = undefined;
    clearTimeout(this.idle);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    this.onEnd(error);
  }
}
