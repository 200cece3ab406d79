/**
 * Before the first suite of a worker thread: the loader for TypeScript, plans that are kept, and an end for tests and
 * hooks that never end, which the runner does not give them itself.
 */
import './kept-plans.mjs';
import './typescript-loader.mjs';
import { addEventHandler } from 'jest-circus';
import { whenFailed } from './when-failed.mjs';

const DEADLINE_MS = 120_000;

function withDeadline(fn, milliseconds) {
  return async () => {
    let timer;
    const late = new Promise((_, reject) => {
      const error = new Error(`still not done after ${milliseconds / 1000} s`);
      timer = setTimeout(() => reject(error), milliseconds);
    });
    try {
      await Promise.race([fn(), late]);
    } catch (error) {
      for (const tell of whenFailed) await tell(error);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

addEventHandler(({ name, timeout }, { currentDescribeBlock }) => {
  const added = { add_test: currentDescribeBlock.children, add_hook: currentDescribeBlock.hooks }[name]?.at(-1);
  if (added?.fn) added.fn = withDeadline(added.fn, timeout ?? DEADLINE_MS);
});
