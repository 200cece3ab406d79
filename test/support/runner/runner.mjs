/**
 * Runs suites in plain Node (jest-light-runner) in one pool of threads for all projects, so that a thread loads the
 * application once: the runner itself would make a pool for each project.
 */
import { createRunner } from 'jest-light-runner';

const LightRunner = createRunner();

export default class SharedRunner extends LightRunner {
  #config;

  _runTest(test) {
    this.#config ??= test.context.config;
    return super._runTest({ ...test, context: { ...test.context, config: this.#config } });
  }
}
