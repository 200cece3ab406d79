import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import type { Roster } from './findings.ts';
import { putRoster } from './roster-cache.ts';

type Entry = Roster['notImported'][number];
type Sent = Schemas['RosterChoices']['choices'];

/** Bringing back is a choice by its cell; a row that was left out comes back when that choice is withdrawn. */
export const choiceFor = ({ sheet, cell, code, why, taken }: Entry): Sent[number] => ({
  sheet,
  cell,
  code,
  choice: taken || why === 'left_out' ? null : 'take',
});

export function useBringBack(roster: Roster) {
  return useCommand({
    send: (entries: readonly Entry[]) =>
      client.PATCH('/roster-imports/{importId}', {
        params: { path: { importId: roster.id } },
        body: { choices: entries.map(choiceFor) },
      }),
    touches: [],
    done: putRoster,
  });
}
