/**
 * Members' phones on one morning. Each comes at its planned moment, whatever became of the others, and does what the
 * mini-app does over one connection that stays open: launch data for a session, me, my tasks, the inbox, "Nhận việc",
 * a part of the result that announces two photos, and their bytes.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RouteAnswer, routes } from '#contracts';
import { type LaunchKeys, signLaunch } from '../../emulators/telegram-launch.ts';
import { type Call, Caller, GaveUp } from './caller.ts';
import { Meter } from './meter.ts';

/** Every so many phones believe that the network took the answer, and send their progress again under the same key. */
const DOUBTS = 20;
export const PHOTOS = 2;
const WARM_UP = 75;

/** What the server has told a phone, to be found in the database afterwards. */
export interface Told {
  personId: string;
  taskId: string;
  /** The key of the progress that was taken. */
  commandId: string;
  hasAccepted: boolean;
  /** Nobody had accepted before. */
  wasFirst: boolean;
  photoIds: string[];
  isDone: boolean;
}
export interface Rush {
  urls: readonly string[];
  keys: LaunchKeys;
  picture: (n: number) => Buffer;
  meter: Meter;
  members: number;
  seconds: number;
  /** For so long after the last arrival what was put off is tried again. */
  drainSeconds: number;
}

export const telegramIdOf = (n: number): number => 100_000_000 + n;

/** Everybody at a moment of their own, one after the other at an even rate, started late by none of the others. */
export async function rush(given: Rush): Promise<Told[]> {
  const { members, seconds, drainSeconds } = given;
  const from = performance.now();
  const until = from + (seconds + drainSeconds) * 1_000;
  const phones: Promise<Told>[] = [];
  for (let n = 1; n <= members; n += 1) {
    const due = from + ((n - 1) / members) * seconds * 1_000;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    phones.push(phone(n, due, until, given));
  }
  return Promise.all(phones);
}

/** Servers are not rushed in their first second: some members have looked before the order, two at a time at each process. */
export async function warmUp({ urls, keys, members }: Rush): Promise<void> {
  const looks = async (url: string, first: number) => {
    for (let n = first; n <= first + WARM_UP; n += 1) {
      const caller = new Caller(url, new Meter(), performance.now() + 60_000);
      await enter(caller, () => launch(keys, ((n - 1) % members) + 1), performance.now());
      caller.close();
    }
  };
  await Promise.all(urls.flatMap((url, i) => [0, 1].map((half) => looks(url, 1 + (2 * i + half) * WARM_UP))));
}

async function phone(n: number, due: number, until: number, given: Rush): Promise<Told> {
  const caller = new Caller(given.urls[n % given.urls.length] ?? '', given.meter, until);
  const told: Told = {
    personId: '',
    taskId: '',
    commandId: '',
    hasAccepted: false,
    wasFirst: false,
    photoIds: [],
    isDone: false,
  };
  try {
    await work(caller, told, await open(caller, told, () => launch(given.keys, n), due), n, given.picture);
    told.isDone = true;
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
  } finally {
    caller.close();
  }
  return told;
}

/** Until the inbox stands. */
async function enter(caller: Caller, launched: () => Call, due: number) {
  const entered = await caller.step<RouteAnswer<typeof routes.signInWithTelegram>>('token', due, launched);
  if (!entered.session) throw caller.failed('token', 'nobody is tied to this account');
  caller.token = entered.session.token;
  const me = await caller.step<RouteAnswer<typeof routes.me>>('me', performance.now(), () => get('/me'));
  const mine = await caller.step<RouteAnswer<typeof routes.myTasks>>('tasks', performance.now(), () =>
    get('/me/tasks'),
  );
  await caller.step('inbox', performance.now(), () => get('/me/inbox'));
  caller.meter.opened.push(performance.now() - due);
  return { me, tasks: mine.tasks };
}

/** @returns the server's day */
async function open(caller: Caller, told: Told, launched: () => Call, due: number): Promise<string> {
  const { me, tasks } = await enter(caller, launched, due);
  told.personId = me.person.id;
  const [task, ...others] = tasks;
  if (!task || others.length > 0) throw caller.failed('tasks', `${tasks.length} tasks instead of one`);
  told.taskId = task.id;
  return me.today;
}

async function work(
  caller: Caller,
  told: Told,
  happenedOn: string,
  n: number,
  picture: (n: number) => Buffer,
): Promise<void> {
  type Receipt = RouteAnswer<typeof routes.acceptTask>;
  const accept = command('POST', `/tasks/${told.taskId}/accept`);
  const accepted = await caller.step<Receipt>('accept', performance.now(), () => accept);
  told.hasAccepted = true;
  told.wasFirst = accepted.alreadyBy === null;
  const photoIds = Array.from({ length: PHOTOS }, () => randomUUID());
  const commandId = randomUUID();
  const report = command('POST', `/tasks/${told.taskId}/progress`, { happenedOn, value: 1, photoIds }, commandId);
  const { receipt } = await caller.step<Receipt>('progress', performance.now(), () => report);
  told.commandId = commandId;
  if (n % DOUBTS === 0) {
    const again = await caller.step<Receipt>('again', performance.now(), () => report);
    if (again.receipt !== receipt) throw caller.failed('again', `receipt ${again.receipt} instead of ${receipt}`);
  }
  for (const [i, photoId] of photoIds.entries()) {
    const upload = command('PUT', `/progress/${commandId}/photos/${photoId}`, picture(n * PHOTOS + i));
    await caller.step('photo', performance.now(), () => upload);
    told.photoIds.push(photoId);
  }
}

/** As Telegram signs it for this person: each launch proves itself once. */
export function launch(keys: LaunchKeys, n: number): Call {
  const user = { id: telegramIdOf(n), first_name: `Người ${n}`, language_code: 'vi' };
  const authDate = String(Math.floor(Date.now() / 1_000));
  const fields = { query_id: randomUUID(), user: JSON.stringify(user), auth_date: authDate };
  const payload = JSON.stringify({ initData: signLaunch(keys, fields), device: 'bench' });
  return { method: 'POST', path: '/session/telegram', headers: { 'content-type': 'application/json' }, payload };
}

export const get = (path: string): Call => ({ method: 'GET', path, headers: {} });

export function command(method: string, path: string, body?: object | Buffer, key: string = randomUUID()): Call {
  const headers = { 'idempotency-key': key };
  if (body === undefined) return { method, path, headers };
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  const payload = Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return { method, path, headers: { ...headers, 'content-type': type }, payload };
}
