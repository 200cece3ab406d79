/**
 * A child process that is started when it is needed, keeps nobody alive while it is idle, and ends soon after: what its
 * work took of memory goes back with it.
 */
import { type ChildProcess, fork } from 'node:child_process';

/** What comes within this time finds the process warm. */
const IDLE_MS = 20_000;

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
