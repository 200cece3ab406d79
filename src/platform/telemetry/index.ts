export { SpanKind } from '@opentelemetry/api';
export { startTracing } from './load-tracing.ts';
export { count, isMetering, type Meter, meterBy, time } from './meter.ts';
export { type Metric, type MetricId, metrics } from './metrics.ts';
export { statementWord, verbOf } from './statement-word.ts';
export { beginTrace, continueTrace, isTraced, isTracing, traced, traceParent } from './trace.ts';
