import { CountErased } from './count-erased.ts';
import { EndHold } from './end-hold.ts';
import { HoldQueries } from './hold.queries.ts';
import { HoldRecords } from './hold-records.ts';
import { KeepingController } from './keeping.controller.ts';
import { KeptAccess } from './kept-access.ts';
import { KeptAccounts } from './kept-accounts.ts';
import { KeptLeavers } from './kept-leavers.ts';
import { KeptRosters } from './kept-rosters.ts';
import { MembershipFiles } from './named-files.ts';
import { ReadKeeping } from './read-keeping.ts';

export const keepingControllers = [KeepingController];
export const keepingProviders = [
  CountErased,
  EndHold,
  HoldQueries,
  HoldRecords,
  KeptAccess,
  KeptAccounts,
  KeptLeavers,
  KeptRosters,
  MembershipFiles,
  ReadKeeping,
];
