/** The requests that a morning of a member and a day of an officer are made of, each with what it needs in its path and body. */
import type { RouteAnswer, routes } from '#contracts';
import type { LaunchKeys } from '../../emulators/telegram-launch.ts';
import type { Call } from '../morning/caller.ts';
import { command, get, launch } from '../morning/phones.ts';

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
}
export interface Ask {
  name: string;
  make: (member: Member, office: Office) => Call;
  /** What later requests need of the answer. */
  learn?: (member: Member, answer: unknown) => void;
  byOfficer?: true;
  /** Nobody is signed in yet. */
  isSignIn?: true;
  /** The process is to find out first who asks, as after a while of silence. */
  isFirst?: true;
}

/** In the order of a morning: what a later one needs, an earlier one has done. */
export function asksOf(keys: LaunchKeys, today: string, picture: (n: number) => Buffer): Ask[] {
  const own = (name: string, path: (member: Member) => string): Ask => ({
    name,
    make: (member) => get(path(member)),
  });
  const office = (name: string, path: (office: Office, member: Member) => string): Ask => ({
    name,
    byOfficer: true,
    make: (member, there) => get(path(there, member)),
  });
  const report = (member: Member) =>
    command(
      'POST',
      `/tasks/${member.taskId}/progress`,
      { happenedOn: today, value: 1, photoIds: member.photoIds },
      member.commandId,
    );
  return [
    {
      name: 'sign in by launch data',
      isSignIn: true,
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
      make: ({ entryIds }) => command('POST', '/me/inbox/seen', { ids: entryIds }),
    },
    { name: 'accept', make: ({ taskId }) => command('POST', `/tasks/${taskId}/accept`) },
    { name: 'progress', make: report },
    { name: 'the same progress again', make: report },
    {
      name: 'photo',
      make: ({ n, commandId, photoIds: [photoId] }) =>
        command('PUT', `/progress/${commandId}/photos/${photoId}`, picture(n)),
    },
    { name: 'hand in', make: ({ taskId }) => command('POST', `/tasks/${taskId}/complete`, {}) },
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
      byOfficer: true,
      make: ({ taskId }) => command('POST', `/tasks/${taskId}/confirm`, {}),
    },
  ];
}
