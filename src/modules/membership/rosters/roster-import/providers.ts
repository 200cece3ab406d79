import { ChooseInRoster } from './choose-in-roster.ts';
import { ConfirmRoster } from './confirm-roster.ts';
import { DiscardRoster } from './discard-roster.ts';
import { ReadRoster } from './files/read-roster.ts';
import { RosterColumnsStore } from './roster-columns-store.ts';
import { RosterImportQueries } from './roster-import.queries.ts';
import { RosterMembers } from './planning/roster-members.ts';
import { RosterReadings } from './files/roster-readings.ts';
import { RosterTeams } from './planning/roster-teams.ts';
import { ReadRosterGaps } from './read-roster-gaps.ts';
import { StartingTeams } from './planning/starting-teams.ts';
import { SetRosterColumns } from './set-roster-columns.ts';
import { StagedRosters } from './staged-rosters.ts';
import { UploadRoster } from './upload-roster.ts';

/** What the membership module registers for roster imports. */
import { OpenRosters } from './open-rosters.ts';

export const rosterImportProviders = [
  OpenRosters,
  ChooseInRoster,
  ConfirmRoster,
  DiscardRoster,
  ReadRoster,
  ReadRosterGaps,
  RosterColumnsStore,
  RosterImportQueries,
  RosterMembers,
  RosterReadings,
  RosterTeams,
  SetRosterColumns,
  StagedRosters,
  StartingTeams,
  UploadRoster,
];
