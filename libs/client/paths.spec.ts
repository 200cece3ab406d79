import type { CommandDraft } from './command.ts';
import type { ActionOn, CommandPath, ReadPath } from './paths.ts';

/** Judged by the type check: what is marked as an error must not compile. */
it('are those of the contract, with parameters filled in where a command is sent', () => {
  const id = 'a1' as string;
  const sent: CommandPath[] = [
    `/tasks/${id}/accept`,
    '/progress/{entryId}/photos/p1',
    // @ts-expect-error: the contract has no such act.
    `/tasks/${id}/acept`,
    // @ts-expect-error: an address of its own begins at the root.
    `tasks/${id}/accept`,
  ];
  const read: ReadPath[] = [
    '/teams/{teamId}',
    // @ts-expect-error: with its parameter by name.
    '/teams/{id}',
    // @ts-expect-error: nothing is read there, it is only sent to.
    '/tasks/{taskId}/accept',
  ];
  const acts: ActionOn<'/tasks/{taskId}'>[] = [
    'accept',
    // @ts-expect-error: of something else.
    'take-back',
  ];
  const draft: Pick<CommandDraft, 'path'> = { path: `/teams/${id}/quick-reports` };
  expect([sent.length, read.length, acts.length, draft.path]).toEqual([4, 3, 2, '/teams/a1/quick-reports']);
});
