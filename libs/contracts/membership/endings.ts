/** Several teams end by one decision. */
import { z } from 'zod';
import { ActPreview, HeldAct, Named, RefusedOne } from '../access/acts.ts';
import { day, DecisionInput, reason } from '../primitives.ts';
import { route } from '../route.ts';
import { ChosenTeams } from './team-lists.ts';

/** Of one act: each is an act of its own on the server. */
export const MOST_DISSOLVED = 200;

export const endingRoutes = {
  previewDissolutions: route({
    method: 'POST',
    path: '/units/{unitId}/teams/dissolve/preview',
    summary:
      'Before several teams are dissolved by one decision: how many, what is open with which, and whether it can be taken back',
    access: 'team.manage',
    bodyKb: 384,
    body: z.strictObject({ teams: ChosenTeams, from: day }).meta({ id: 'PreviewDissolutions' }),
    response: ActPreview.extend({
      /** Teams with work that somebody must say what becomes of. */
      open: z.array(Named.extend({ tasks: z.int(), sessions: z.int(), difficulties: z.int() })),
    }).meta({ id: 'DissolutionsPreview' }),
  }),
  dissolveTeams: route({
    method: 'POST',
    path: '/units/{unitId}/teams/dissolve',
    summary: 'Dissolve several teams by one decision from a day; a team that cannot be is named and stops no other',
    access: 'team.manage',
    command: true,
    /** `reason`: open work is cancelled with it; handing over is decided team by team. */
    bodyKb: 384,
    body: DecisionInput.extend({ teams: ChosenTeams, from: day, reason: reason.optional() }).meta({
      id: 'DissolveTeams',
    }),
    response: z
      .object({
        dissolved: z.int(),
        refused: z.array(RefusedOne),
        /** Null too where a team ends today: what it had open is settled at once. */
        act: HeldAct.nullable(),
      })
      .meta({ id: 'TeamsDissolved' }),
  }),
};
