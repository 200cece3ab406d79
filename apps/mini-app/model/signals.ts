/**
 * Values that draw again whatever has read them: a signal is set, a computed value follows from others, an effect runs at
 * each change. The part of @preact/signals that these screens use, in a sixth of its bytes (docs/decisions/0280).
 */
import { type Component, type VNode, options } from 'preact';
// Its hooks come first, whoever imports them: see below.
import 'preact/hooks';

export interface Computed<T> {
  readonly value: T;
  /** Hears the value at once and after each change. Returns what ends it. */
  subscribe(hear: (now: T) => void): () => void;
}
export interface Signal<T> extends Computed<T> {
  value: T;
}

/** A computed value, an effect or a component: it is told when something that it has read is another. */
interface Reader {
  tell(): void;
  /** The lists in which it stands. */
  in: Set<Readers>;
}
type Readers = Set<Reader>;

let reading: Reader | undefined;
const readerOf = (tell: () => void): Reader => ({ tell, in: new Set() });

function note(readers: Readers): void {
  if (!reading) return;
  readers.add(reading);
  reading.in.add(readers);
}
/** What was read the last time may not be read the next time. */
function drop(reader: Reader): void {
  reader.in.forEach((readers) => readers.delete(reader));
  reader.in.clear();
}
function readBy<T>(reader: Reader | undefined, run: () => T): T {
  const before = reading;
  reading = reader;
  try {
    return run();
  } finally {
    reading = before;
  }
}
const tellAll = (readers: Readers) => [...readers].forEach(({ tell }) => tell());

/** Effects run when everything knows that it is out of date: none sees half of a change. */
const due = new Set<() => void>();
let running = false;
function runDue(): void {
  if (running) return;
  running = true;
  const errors: unknown[] = [];
  // One that is due again stands at the end of the same round.
  for (const run of due) {
    due.delete(run);
    try {
      run();
    } catch (error) {
      errors.push(error);
    }
  }
  running = false;
  if (errors.length > 0) throw errors[0];
}

export const untracked = <T>(run: () => T): T => readBy(undefined, run);

export function effect(run: () => unknown): () => void {
  const reader = readerOf(() => due.add(again));
  const again = () => {
    drop(reader);
    readBy(reader, run);
  };
  again();
  return () => {
    drop(reader);
    due.delete(again);
  };
}

/** One object with a reader of its value, so that both kinds are subscribed to alike. */
function subscribable<T>(read: () => T, write?: (next: T) => void): Signal<T> {
  return {
    get value() {
      return read();
    },
    set value(next) {
      write?.(next);
    },
    subscribe(hear) {
      let before: { now: T } | undefined;
      return effect(() => {
        const now = read();
        if (before && before.now === now) return;
        before = { now };
        untracked(() => hear(now));
      });
    },
  };
}

export function signal<T>(value: T): Signal<T> {
  const readers: Readers = new Set();
  return subscribable(
    () => {
      note(readers);
      return value;
    },
    (next) => {
      if (next === value) return;
      value = next;
      tellAll(readers);
      runDue();
    },
  );
}

/** Worked out when it is read after a change, not before. */
export function computed<T>(make: () => T): Computed<T> {
  const readers: Readers = new Set();
  let kept: { value: T } | undefined;
  const reader = readerOf(() => {
    if (!kept) return;
    kept = undefined;
    tellAll(readers);
  });
  return subscribable(() => {
    note(readers);
    if (!kept) {
      drop(reader);
      kept = { value: readBy(reader, make) };
    }
    return kept.value;
  });
}

/** Preact's own names for "before a component draws" and "it threw", which its hooks use too. */
type Drawn = VNode & { __c?: Component & { reader?: Reader } };
type Hook = (node: Drawn, ...rest: unknown[]) => void;
const hooks = options as unknown as Record<'__r' | '__e' | 'diffed' | 'unmount', Hook | undefined>;

/** After the others: the effects that Preact runs just before a component draws are not what it draws. */
function after(name: keyof typeof hooks, run: Hook): void {
  const others = hooks[name];
  hooks[name] = (node, ...rest) => {
    others?.(node, ...rest);
    run(node);
  };
}
after('__r', ({ __c: component }) => {
  if (!component) return;
  component.reader ??= readerOf(() => component.forceUpdate());
  drop(component.reader);
  reading = component.reader;
});
const over = () => {
  reading = undefined;
};
after('diffed', over);
// An error handler throws what nobody catches.
const caught = hooks.__e;
hooks.__e = (...error) => {
  over();
  caught?.(...error);
};
after('unmount', ({ __c: component }) => component?.reader && drop(component.reader));
