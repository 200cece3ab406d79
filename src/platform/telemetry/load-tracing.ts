/** Loads the SDK of OpenTelemetry, where the environment names a collector. */
import { context } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { TracedContext } from './context.ts';
import { traceBy } from './trace.ts';

export interface TracingSettings {
  /** The collector's address for OTLP over HTTP, without /v1/traces. */
  endpoint: string;
  /** Of requests, 0 to 1. */
  share: number;
  /** What the process is called beside others. */
  role: string;
  version: string;
}

/** @param exporter another place than the collector, for tests */
export async function startTracing(
  { endpoint, share, role, version }: TracingSettings,
  exporter?: SpanExporter,
): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, SimpleSpanProcessor, TracerProvider }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
  ]);
  const processor = exporter
    ? new SimpleSpanProcessor({ exporter })
    : new BatchSpanProcessor({ exporter: await otlp(endpoint) });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'to-so', 'service.version': version, 'to_so.role': role }),
    spanProcessors: [processor],
  });
  const contexts = new TracedContext();
  context.setGlobalContextManager(contexts);
  const stop = async () => {
    traceBy(undefined);
    contexts.disable();
    context.disable();
    await provider.shutdown().catch(() => undefined);
  };
  traceBy({ tracer: provider.getTracer('to-so', version), contexts, share });
  return stop;
}

async function otlp(endpoint: string): Promise<SpanExporter> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 5_000 });
}
