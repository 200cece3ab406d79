export { AnswerTimes } from './answer-times.ts';
export { KeepSamples } from './keep-samples.ts';
export { MeasureParts, type Measured } from './measure-parts.ts';
export { MeasuresModule } from './measures.module.ts';
export { MetricsServer } from './metrics-server.ts';
export { type Due, OpenWork } from './open-work.ts';
export { countingNow, startCounting } from './prometheus.ts';
export { SAMPLE_MS, Samples } from './samples.ts';
