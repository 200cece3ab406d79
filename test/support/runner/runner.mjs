/**
 * Runs suites in plain Node (jest-light-runner) in one pool of threads for all projects, so that a thread loads the
 * application once: the runner itself would make a pool for each project.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunner } from 'jest-light-runner';

// Handed to the threads, which share modules: what a suite has made may serve the next one, and goes with the run.
const folder = mkdtempSync(join(tmpdir(), 'to-so-run-'));
process.env.RUN_FOLDER = folder;
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const LightRunner = createRunner();

export default class SharedRunner extends LightRunner {
  #config;

  _runTest(test) {
    this.#config ??= test.context.config;
    return super._runTest({ ...test, context: { ...test.context, config: this.#config } });
  }
}
