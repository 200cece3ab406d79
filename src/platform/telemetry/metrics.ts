/** Every figure that the product gives to Prometheus, as data: what measures, the dashboard and the alerts name the same. */

export type MetricKind = 'counter' | 'gauge' | 'histogram';
export interface Metric {
  name: string;
  kind: MetricKind;
  help: string;
  labels: readonly string[];
  /** Upper bounds of a histogram, in seconds. */
  buckets?: readonly number[];
}

const ANSWERS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STATEMENTS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10, 60];

export const metrics = {
  answerTime: {
    name: 'to_so_answer_seconds',
    kind: 'histogram',
    help: 'Time until an answer of the API is ready',
    labels: ['method', 'status'],
    buckets: ANSWERS,
  },
  statementTime: {
    name: 'to_so_statement_seconds',
    kind: 'histogram',
    help: 'Time of statements that this process sent to PostgreSQL, by their first word',
    labels: ['verb'],
    buckets: STATEMENTS,
  },
  jobTime: {
    name: 'to_so_job_seconds',
    kind: 'histogram',
    help: 'Time of jobs that this process worked',
    labels: ['queue', 'outcome'],
    buckets: STATEMENTS,
  },
  refused: {
    name: 'to_so_refused_commands_total',
    kind: 'counter',
    help: 'Commands that were refused, by the code that the client was told',
    labels: ['code'],
  },
  signIns: {
    name: 'to_so_sign_ins_total',
    kind: 'counter',
    help: 'Sign-ins by way and outcome',
    labels: ['way', 'outcome'],
  },
  deliveries: {
    name: 'to_so_deliveries_total',
    kind: 'counter',
    help: 'What became of messages to people, by channel; due: put off to be tried again',
    labels: ['channel', 'outcome'],
  },
  queueDepth: {
    name: 'to_so_queue_jobs',
    kind: 'gauge',
    help: 'Jobs in the queues',
    labels: ['queue', 'state'],
  },
  openItems: {
    name: 'to_so_open_items',
    kind: 'gauge',
    help: 'Rows that wait for work, by kind',
    labels: ['kind'],
  },
  oldestOpen: {
    name: 'to_so_oldest_open_seconds',
    kind: 'gauge',
    help: 'How long the oldest of them has been due; kind "event" is the lag of the outbox',
    labels: ['kind'],
  },
  eventLoop: {
    name: 'to_so_event_loop_delay_seconds',
    kind: 'gauge',
    help: 'Delay of the event loop since it was last asked for',
    labels: ['quantile'],
  },
  /** One for each row of the console's page, with the same numbers; what cannot be measured is absent. */
  part: {
    name: 'to_so_part',
    kind: 'gauge',
    help: 'Measures of the page "Tình trạng hệ thống", in seconds, counts or parts of one',
    labels: ['part'],
  },
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof metrics;
