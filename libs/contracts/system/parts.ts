/**
 * What is watched of an installation, and from which number on somebody has to act: the console's page, Prometheus's alerts
 * and the test of both read this one table. Free of zod.
 */

export const partIds = [
  'answers',
  'queue',
  'failed',
  'deliveries',
  'channels',
  'backup',
  'drill',
  'disk',
  'statements',
  'connections',
  'clock',
  'logs',
] as const;
export type PartId = (typeof partIds)[number];

/** `off`: not set up, by choice; `unknown`: it could not be measured, and nothing is said of it. */
export const partStates = ['good', 'watch', 'alarm', 'off', 'unknown'] as const;
export type PartState = (typeof partStates)[number];

export interface PartRule {
  unit: 'seconds' | 'count' | 'share';
  /** Above it the part is looked at; null: there is nothing between well and alarm. */
  watch: number | null;
  /** Above it somebody has to act. */
  alarm: number;
  /** For so long it must have been above before Prometheus calls somebody. */
  heldMinutes: number;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

export const partRules: Readonly<Record<PartId, PartRule>> = {
  /** 95 % of the API's answers of the last five minutes are ready within. */
  answers: { unit: 'seconds', watch: 0.5, alarm: 1, heldMinutes: 5 },
  /** How long the oldest open piece of work has been due. */
  queue: { unit: 'seconds', watch: 60, alarm: 300, heldMinutes: 2 },
  /** Events whose handling has failed again and again. */
  failed: { unit: 'count', watch: null, alarm: 0, heldMinutes: 5 },
  /** Messages that should have gone fifteen minutes ago. */
  deliveries: { unit: 'count', watch: null, alarm: 0, heldMinutes: 5 },
  /** Channels that refuse what is sent, by their own account or their platform's word. */
  channels: { unit: 'count', watch: null, alarm: 0, heldMinutes: 15 },
  /** Age of the newest whole backup: a day, and the two hours that one may take. Without any: since there is something to lose. */
  backup: { unit: 'seconds', watch: null, alarm: 26 * HOUR, heldMinutes: 0 },
  /** Since a backup was last restored and found the same; where none was yet, since there is one. */
  drill: { unit: 'seconds', watch: 75 * DAY, alarm: 90 * DAY, heldMinutes: 0 },
  /** Used part of the disk that holds files, and the database where it is embedded. */
  disk: { unit: 'share', watch: 0.75, alarm: 0.85, heldMinutes: 10 },
  /** The statement that runs longest. */
  statements: { unit: 'seconds', watch: 1, alarm: 5, heldMinutes: 5 },
  /** Used part of the connections that PostgreSQL allows. */
  connections: { unit: 'share', watch: 0.7, alarm: 0.9, heldMinutes: 5 },
  /** Between the database's clock and that of the process that is furthest off. */
  clock: { unit: 'seconds', watch: 1, alarm: 2, heldMinutes: 5 },
  /** Settings by which PostgreSQL writes what people entered into its own log. */
  logs: { unit: 'count', watch: null, alarm: 0, heldMinutes: 5 },
};

/** Messages count as stuck when they should have gone so long ago. */
export const STUCK_MINUTES = 15;
/** A handling that has failed so often does not mend by itself. */
export const FAILED_TIMES = 3;

/** @param value null: not measured */
export function partState({ watch, alarm }: Pick<PartRule, 'watch' | 'alarm'>, value: number | null): PartState {
  if (value === null || Number.isNaN(value)) return 'unknown';
  if (value > alarm) return 'alarm';
  return watch !== null && value > watch ? 'watch' : 'good';
}
