/** The requests that a morning of a member and a day of an officer are made of, each with what it needs in its path and body. */
import { randomUUID } from 'node:crypto';
import type { RouteAnswer, routes } from '#contracts';
import { type LaunchKeys, signLaunch } from '../../emulators/telegram-launch.ts';
import { telegramIdOf } from '../morning/phones.ts';

/** Own reads and commands of members have a budget of round trips; test/architecture keeps it. */
export type AskKind = 'sign-in' | 'read of one’s own' | 'command' | 'read of an office';

export interface Member {
  n: number;
  token: string;
  taskId: string;
  teamId: string;
  commandId: string;
  photoIds: string[];
  /** Of the inbox's entries. */
  entryIds: string[];
}
export interface Office {
  token: string;
  unitId: string;
  assignmentId: string;
  teamIds: readonly string[];
}
export interface Asking {
  method: string;
  path: string;
  headers?: Record<string, string>;
  payload?: Buffer | string;
}
export interface Ask {
  name: string;
  kind: AskKind;
  make: (member: Member, office: Office) => Asking;
  /** What later requests need of the answer. */
  learn?: (member: Member, answer: unknown) => void;
  byOfficer?: true;
  /** The process is to find out first who asks, as after a while of silence. */
  isFirst?: true;
}

const json = (method: string, path: string, body: object, key: string = randomUUID()): Asking => ({
  method,
  path,
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  payload: JSON.stringify(body),
});
const get = (path: string): Asking => ({ method: 'GET', path });
const act = (path: string): Asking => ({ method: 'POST', path, headers: { 'idempotency-key': randomUUID() } });

function launch(keys: LaunchKeys, n: number): Asking {
  const user = { id: telegramIdOf(n), first_name: `Người ${n}`, language_code: 'vi' };
  const authDate = String(Math.floor(Date.now() / 1_000));
  const initData = signLaunch(keys, { query_id: randomUUID(), user: JSON.stringify(user), auth_date: authDate });
  return {
    method: 'POST',
    path: '/session/telegram',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ initData, device: 'bench' }),
  };
}

/** In the order of a morning: what a later one needs, an earlier one has done. */
export function asksOf(keys: LaunchKeys, today: string, picture: (n: number) => Buffer): Ask[] {
  const own = (name: string, path: (member: Member) => string): Ask => ({
    name,
    kind: 'read of one’s own',
    make: (member) => get(path(member)),
  });
  const office = (name: string, path: (office: Office, member: Member) => string): Ask => ({
    name,
    kind: 'read of an office',
    byOfficer: true,
    make: (member, there) => get(path(there, member)),
  });
  const report = (member: Member) =>
    json(
      'POST',
      `/tasks/${member.taskId}/progress`,
      { happenedOn: today, value: 1, photoIds: member.photoIds },
      member.commandId,
    );
  return [
    {
      name: 'sign in by launch data',
      kind: 'sign-in',
      make: ({ n }) => launch(keys, n),
      learn: (member, answer) => {
        member.token = (answer as RouteAnswer<typeof routes.signInWithTelegram>).session?.token ?? '';
      },
    },
    { ...own('me', () => '/me'), isFirst: true },
    {
      ...own('my tasks', () => '/me/tasks'),
      learn: (member, answer) => {
        const { tasks } = answer as RouteAnswer<typeof routes.myTasks>;
        member.taskId = tasks[0]?.id ?? '';
      },
    },
    {
      ...own('inbox', () => '/me/inbox'),
      learn: (member, answer) => {
        member.entryIds = (answer as RouteAnswer<typeof routes.inbox>).items.map(({ id }) => id);
      },
    },
    own('a task', ({ taskId }) => `/tasks/${taskId}`),
    own('the team’s month', ({ teamId }) => `/teams/${teamId}/month`),
    own('my trainings', () => '/me/training'),
    {
      name: 'inbox seen',
      kind: 'command',
      make: ({ entryIds }) => json('POST', '/me/inbox/seen', { ids: entryIds }),
    },
    { name: 'accept', kind: 'command', make: ({ taskId }) => act(`/tasks/${taskId}/accept`) },
    { name: 'progress', kind: 'command', make: report },
    { name: 'the same progress again', kind: 'command', make: report },
    {
      name: 'photo',
      kind: 'command',
      make: ({ n, commandId, photoIds: [photoId] }) => ({
        method: 'PUT',
        path: `/progress/${commandId}/photos/${photoId}`,
        headers: { 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
        payload: picture(n),
      }),
    },
    { name: 'hand in', kind: 'command', make: ({ taskId }) => json('POST', `/tasks/${taskId}/complete`, {}) },
    office('me, an officer', () => '/me'),
    office('an office’s sums', ({ unitId }) => `/units/${unitId}/summary`),
    office('overview', ({ unitId }) => `/units/${unitId}/dashboard`),
    office('orders', ({ unitId }) => `/units/${unitId}/assignments`),
    office('an order', ({ assignmentId }) => `/assignments/${assignmentId}`),
    office('an order’s tasks', ({ assignmentId }) => `/assignments/${assignmentId}/tasks`),
    office('results to confirm', ({ unitId }) => `/units/${unitId}/results`),
    office('teams', ({ unitId }) => `/units/${unitId}/teams`),
    office('a team', (_, { teamId }) => `/teams/${teamId}`),
    {
      name: 'confirm a task',
      kind: 'command',
      byOfficer: true,
      make: ({ taskId }) => json('POST', `/tasks/${taskId}/confirm`, {}),
    },
  ];
}
