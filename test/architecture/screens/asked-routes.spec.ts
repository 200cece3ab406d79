/** Every endpoint has somebody who asks it: a screen, the queue of commands or the client of both. */
import { routes } from '#contracts';
import { sourcesIn } from '../../support/schema/sources.ts';

const CLIENTS = ['apps/console', 'apps/mini-app', 'libs/client', 'libs/host'];

const RULES = 'apps/console/pages/rules/use-rule-form.ts';
const TASKS = 'apps/mini-app/model/queue/commands.ts';
const TRAINING = 'apps/mini-app/model/training/commands.ts';
const SIGNING = 'apps/console/pages/documents/signing-row.tsx';
/** Paths that a screen puts together from parts: where, and the part that tells. */
const COMPOSED: Record<string, readonly [file: string, part: string]> = {
  previewDatedRule: [RULES, '`${path}/preview`'],
  takeBackDatedRule: [RULES, '`${path}/take-back`'],
  endDatedRule: [RULES, '`${path}/end`'],
  previewCatalogue: ['apps/console/pages/rules/use-catalogue.ts', '`${path}/preview`'],
  loadReformList: ['apps/console/pages/unit-reforms/lines/list-file.tsx', 'path="list"'],
  loadReformHamlets: ['apps/console/pages/unit-reforms/divide/divide-file.tsx', '/list`}'],
  acceptTask: [TASKS, "'accept'"],
  takeBackAcceptance: [TASKS, "'take-back-acceptance'"],
  declineTask: [TASKS, "'decline'"],
  takeBackDecline: [TASKS, "'take-back-decline'"],
  delegateTask: [TASKS, "'delegate'"],
  completeTask: [TASKS, "'complete'"],
  answerInvitation: [TRAINING, "'answer'"],
  acknowledgeChange: [TRAINING, "'acknowledge'"],
  exportedFile: [SIGNING, "'exported'"],
  signedFile: [SIGNING, "'signed'"],
  takeSignedFile: [SIGNING, "'signed'"],
};
/** Asked by no screen, each with the reason. */
const UNASKED: Record<string, string> = {
  fileBytes: 'by the links that answers carry, signed for five minutes',
  photoBytes: 'the same: photos of results',
  calendarFeed: 'by the calendar of whoever was given its address',
  taskTrail: 'among the recorded questions of 0.2.0: what happened to one task, read by other programs',
  reportArchive: 'among the recorded questions of 0.2.0: what was sent, as it was printed then',
  archivedFile: 'the same: one of those files',
};

/** The names of all commands, made from the contract itself. */
const GENERATED = 'libs/client/commands.ts';

const sources = new Map(
  CLIENTS.flatMap((folder) => sourcesIn(folder, /(?<!spec|\.d)\.tsx?$/))
    .filter(({ file }) => file !== GENERATED)
    .map(({ file, text }) => [file, text] as const),
);
const all = [...sources.values()].join('\n');

/** As the typed client writes it, or with the ids in their places, behind an address or not. */
function isAsked(path: string, text: string): boolean {
  const parts = path.split(/\{\w+\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`['"\`](?:\\$\\{[^}]+\\})?${parts.join('(?:\\{\\w+\\}|\\$\\{[^}]+\\})')}['"\`?$]`).test(text);
}

it('finds who asks', () => {
  const path = '/teams/{teamId}/group';
  expect(isAsked(path, "client.PUT('/teams/{teamId}/group', {")).toBe(true);
  expect(isAsked(path, 'link(`/teams/${team.id}/group?at=${day}`)')).toBe(true);
  expect(isAsked(path, 'link(`/units/${id}/teams/${team.id}/group`)')).toBe(false);
  expect(isAsked(path, "client.PUT('/units/{unitId}/group', {")).toBe(false);
  expect(isAsked(path, "client.PUT('/teams/{teamId}/group/name', {")).toBe(false);
});

it('is asked for by somebody, each endpoint of the contract', () => {
  const unasked = Object.entries(routes)
    .filter(([name, { path }]) => !isAsked(path, all) && !new RegExp(`\\b${name}\\b`).test(all))
    .map(([name]) => name);
  expect(unasked.sort()).toEqual([...Object.keys(COMPOSED), ...Object.keys(UNASKED)].sort());
});

it.each(Object.entries(COMPOSED))('%s is put together where this says', (_, [file, part]) => {
  expect(sources.get(file)).toContain(part);
});
