import { InvitationQueries } from './invitation.queries.ts';
import { OpenSlipCode } from './open-slip-code.ts';
import { PrintSlips } from './print-slips.ts';
import { ReadInvitations } from './read-invitations.ts';
import { ShowSlip } from './show-slip.ts';
import { SlipCodes } from './slip-codes.ts';
import { SlipFile } from './slip-file.ts';
import { SlipPeople } from './slip-people.ts';
import { SlipTries } from './slip-tries.ts';
import { SlipWriter } from './slip-writer.ts';
import { SlipsController } from './slips.controller.ts';

export const slipControllers = [SlipsController];
export const slipProviders = [
  InvitationQueries,
  OpenSlipCode,
  PrintSlips,
  ReadInvitations,
  ShowSlip,
  SlipCodes,
  SlipFile,
  SlipPeople,
  SlipTries,
  SlipWriter,
];
