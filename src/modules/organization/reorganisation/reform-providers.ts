import { ApplyReform } from './running/apply-reform.ts';
import { Takeovers } from './running/takeovers.ts';
import { CarryOver } from './running/carry-over.ts';
import { CheckNames } from './drafts/check-names.ts';
import { EditReform } from './drafts/edit-reform.ts';
import { ExportReformNames } from './names/export-reform-names.ts';
import { LoadAllotments } from './allotments/load-allotments.ts';
import { LoadReformList } from './drafts/load-reform-list.ts';
import { ReadDivision } from './allotments/read-division.ts';
import { ReadReformLines } from './read-reform-lines.ts';
import { ReadReformNames } from './names/read-reform-names.ts';
import { ReadReforms } from './lines/read-reforms.ts';
import { ReformChain } from './lines/reform-chain.ts';
import { ReformGifts } from './lines/reform-gifts.ts';
import { ReformTree } from './lines/reform-tree.ts';
import { ReformParts } from './lines/reform-parts.ts';
import { ReformNamesController } from './names/reform-names.controller.ts';
import { opinionControllers, opinionProviders } from './names/opinion-providers.ts';
import { ClearObstacle } from './running/clear-obstacle.ts';
import { PauseReform } from './running/pause-reform.ts';
import { ReformReadsController } from './reform-reads.controller.ts';
import { ReformRunningController } from './running/reform-running.controller.ts';
import { ReformRunning } from './running/reform-running.ts';
import { ReformStore } from './lines/reform-store.ts';
import { ReformsController } from './reforms.controller.ts';
import { ReformsApi } from './reforms.api.ts';
import { ReformVersions } from './lines/reform-versions.ts';
import { RehearseReform } from './running/rehearse-reform.ts';
import { RehomeReform } from './running/rehome-reform.ts';
import { SaveReform } from './drafts/save-reform.ts';
import { ScheduleReform } from './running/schedule-reform.ts';
import { WriteNames } from './names/write-names.ts';
import { WriteReform } from './drafts/write-reform.ts';

export const reformControllers = [
  ReformsController,
  ReformReadsController,
  ReformNamesController,
  ReformRunningController,
  ...opinionControllers,
];

export const reformProviders = [
  ApplyReform,
  Takeovers,
  CarryOver,
  CheckNames,
  EditReform,
  ExportReformNames,
  LoadAllotments,
  LoadReformList,
  ClearObstacle,
  PauseReform,
  ReadDivision,
  ReadReformLines,
  ReadReformNames,
  ReadReforms,
  ReformChain,
  ReformGifts,
  ReformParts,
  ReformRunning,
  ReformStore,
  ReformTree,
  ReformsApi,
  ReformVersions,
  RehearseReform,
  RehomeReform,
  SaveReform,
  ScheduleReform,
  WriteNames,
  WriteReform,
  ...opinionProviders,
];
