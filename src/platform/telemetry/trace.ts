/**
 * One act followed through the house: the request, its event, the jobs, the messages, the statements. Only the API of
 * OpenTelemetry is here; without a collector in the environment nothing is traced and the SDK is not loaded.
 * Attributes are names of routes, events, queues and channels, verbs of statements and counts: never a person, a number, a
 * token or an id (docs/decisions/0172).
 */
import {
  type Attributes,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import type { TracedContext } from './context.ts';

export interface Tracing {
  tracer: Tracer;
  contexts: TracedContext;
  /** The part of requests that is traced, 0 to 1. */
  share: number;
}

export interface Part {
  name: string;
  kind?: SpanKind;
  attributes?: Attributes;
}

let tracing: Tracing | undefined;

/** Undefined: nothing is traced any more. */
export function traceBy(next: Tracing | undefined): void {
  tracing = next;
}

export const isTracing = (): boolean => tracing !== undefined;
/** Whether what runs now belongs to something that is traced. */
export const isTraced = (): boolean => tracing !== undefined && trace.getSpan(context.active()) !== undefined;

/** As W3C Trace Context writes it, for a row or a job that will be worked by another process; null: not traced. */
export function traceParent(): string | null {
  if (!tracing) return null;
  const span = trace.getSpan(context.active())?.spanContext();
  return span ? `00-${span.traceId}-${span.spanId}-01` : null;
}

const PARENT = /^00-([\da-f]{32})-([\da-f]{16})-01$/;

/** A request that is looked at, if this one is: whoever takes it calls `end` when it is answered. */
export function beginTrace(
  part: Part,
  startTime: number,
): { run: (work: () => void) => void; span: Span; end(): void } | undefined {
  const on = tracing;
  if (!on || Math.random() >= on.share) return undefined;
  const release = on.contexts.hold();
  const span = on.tracer.startSpan(part.name, { ...optionsOf(part), startTime }, ROOT_CONTEXT);
  let hasEnded = false;
  return {
    span,
    run: (work) => context.with(trace.setSpan(ROOT_CONTEXT, span), work),
    end() {
      if (hasEnded) return;
      hasEnded = true;
      span.end();
      release();
    },
  };
}

/** The same act, in the process that works on it: `parent` was written by `traceParent`. Without one it is only worked. */
export async function continueTrace<T>(
  parent: string | null | undefined,
  part: Part,
  work: () => Promise<T>,
): Promise<T> {
  const [, traceId, spanId] = (tracing && parent && PARENT.exec(parent)) || [];
  if (!tracing || !traceId || !spanId) return work();
  const release = tracing.contexts.hold();
  const above = { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
  try {
    return await within(tracing, trace.setSpanContext(ROOT_CONTEXT, above), part, work);
  } finally {
    release();
  }
}

/** A part of what is traced; anything else is only done. */
export function traced<T>(part: Part, work: () => Promise<T>): Promise<T> {
  if (!tracing || !isTraced()) return work();
  return within(tracing, context.active(), part, work);
}

async function within<T>(on: Tracing, around: typeof ROOT_CONTEXT, part: Part, work: () => Promise<T>): Promise<T> {
  const span = on.tracer.startSpan(part.name, optionsOf(part), around);
  try {
    return await context.with(trace.setSpan(around, span), work);
  } catch (error) {
    // Its name only: what an error says may hold values of rows.
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
    throw error;
  } finally {
    span.end();
  }
}

const optionsOf = ({ kind = SpanKind.INTERNAL, attributes }: Part) => ({ kind, ...(attributes && { attributes }) });
