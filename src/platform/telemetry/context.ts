/**
 * What a promise belongs to, for traces. Like the store of running transactions it costs every promise of the process a
 * little, so it is in use only while something is traced.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type ContextManager, ROOT_CONTEXT } from '@opentelemetry/api';

export class TracedContext implements ContextManager {
  private readonly store = new AsyncLocalStorage<Context>();
  private open = 0;

  active(): Context {
    return this.store.getStore() ?? ROOT_CONTEXT;
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    context: Context,
    work: F,
    self?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.store.run(context, () => work.apply(self as ThisParameterType<F>, args));
  }

  bind<T>(_context: Context, target: T): T {
    return target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.store.disable();
    return this;
  }

  /** Something is traced until the function that is given back has been called. */
  hold(): () => void {
    this.open += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.open -= 1;
      if (this.open === 0) this.disable();
    };
  }
}
