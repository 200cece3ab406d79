import { BringBack } from './bring-back.ts';
import { ChooseToDissolve } from './choose-to-dissolve.ts';
import { DissolveTeam } from './dissolve-team.ts';
import { DissolveTeams } from './dissolve-teams.ts';
import { EndingsController } from './endings.controller.ts';
import { PreviewDissolution } from './preview-dissolution.ts';
import { PreviewDissolutions } from './preview-dissolutions.ts';
import { PutTeamsBack } from './put-teams-back.ts';
import { ReviveTeam } from './revive-team.ts';

export const endingControllers = [EndingsController];
export const endingProviders = [
  BringBack,
  ChooseToDissolve,
  DissolveTeam,
  DissolveTeams,
  PreviewDissolution,
  PreviewDissolutions,
  PutTeamsBack,
  ReviveTeam,
];
