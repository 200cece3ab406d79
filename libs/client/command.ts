/**
 * A command is one thing that a person did, kept on the phone until the server has answered for good.
 * Its id is the Idempotency-Key, so sending it twice does it once.
 */
import type { CommandPath } from './paths.ts';

export type CommandState = 'saved' | 'sending' | 'sent' | 'refused';

/** Why the server will never take this command as it is. */
export interface Refusal {
  status: number;
  code: string;
  params: Record<string, unknown>;
}

export interface CommandDraft {
  /** UUID v4; made by the caller when other commands refer to it. */
  id?: string;
  /** What it is, for the screens: 'task.accept', 'task.progress', 'photo', ... */
  kind: string;
  /** Commands of one lane (a task) leave in the order in which they were made. */
  lane: string;
  method: 'POST' | 'PUT' | 'DELETE';
  /** Below the API's base, for instance '/tasks/…/accept'. May hold `{entryId}`, see `after`. */
  path: CommandPath;
  body?: unknown;
  /** Bytes instead of JSON. */
  blob?: Blob;
  /** Leaves only when that command was sent; its references (such as `entryId`) fill the path. */
  after?: string;
  /** What the queue screen shows; plain data, no server answer needed. */
  view: Record<string, string | number | boolean>;
}

export interface Command extends CommandDraft {
  id: string;
  personId: string;
  state: CommandState;
  /** Milliseconds by the server's clock, as far as the phone knew it. */
  createdAt: number;
  /** The order in which commands leave; grows whatever the clock does. Rows of older versions have small ones. */
  seq: number;
  attempts: number;
  /** Not tried again before this moment. */
  nextAttemptAt?: number;
  /** What the last attempt met; nothing while none was made. */
  lastTry?: 'offline' | 'busy' | 'foreign';
  /** An attempt left the phone and brought no answer: the server takes it back before this is changed or dropped. */
  unsure?: boolean;
  sentAt?: number;
  /** Number that the server gave for it. */
  receipt?: string | null;
  /** Ids that the answer brought and that later commands need. */
  refs?: Record<string, string>;
  refusal?: Refusal;
  /** The phone could not store it: it lives only while the page does. */
  unstored?: true;
  /** 0..1 while bytes leave; not stored. */
  uploaded?: number;
}

/** What one attempt brought. */
export type SendResult =
  | { kind: 'sent'; answer: unknown }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'signed-out' }
  /** `stayed`: there was no network at all, so nothing has left the phone. */
  /** `foreign`: a network has answered in the server's place. */
  | { kind: 'offline'; stayed?: boolean; foreign?: true }
  | { kind: 'later'; afterMs?: number };

/** What the server says of a command that is to be taken back. */
export type Arrival = SendResult | { kind: 'withdrawn' };

/** Rows of older versions only know how often they were tried. */
export const mayHaveArrived = ({ unsure, attempts, refusal }: Command): boolean =>
  refusal ? refusal.code === 'platform.commandReused' : (unsure ?? attempts > 0);

/** Answers that may change by waiting; every other 4xx is final and the command is kept as refused. */
export function isFinalRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && !isPassing(status);
}
export const isPassing = (status: number): boolean => status === 408 || status === 429;

/** 2 s, 4 s, 8 s ... at most 5 minutes, with a little spread so that a commune's phones do not knock together. */
export function backOffMs(attempts: number, random: number): number {
  return Math.round(Math.min(300_000, 1000 * 2 ** Math.min(attempts, 10)) * (0.8 + 0.4 * random));
}

/** No item waits longer than this before it is tried again, whatever a server or a clock that was set back says. */
export const LONGEST_WAIT_MS = 900_000;

/** Small things before bytes: a count never waits for a photo. */
export const isPhoto = (command: Pick<CommandDraft, 'blob'>): boolean => command.blob !== undefined;
