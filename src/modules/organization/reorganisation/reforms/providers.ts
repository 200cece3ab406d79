import { ApplyReform, ReformWriters } from './apply-reform.ts';
import { CameOver } from './came-over.ts';
import { CarryOver } from './carry-over.ts';
import { CheckNames } from './check-names.ts';
import { EditReform } from './edit-reform.ts';
import { ExportReformNames } from './export-reform-names.ts';
import { LoadAllotments } from './load-allotments.ts';
import { LoadReformList } from './load-reform-list.ts';
import { DivisionFacts, ReadDivision } from './read-division.ts';
import { ReadReformLines } from './read-reform-lines.ts';
import { ReadReformNames } from './read-reform-names.ts';
import { ReadReforms } from './read-reforms.ts';
import { ReformChain } from './reform-chain.ts';
import { ReformTree } from './reform-tree.ts';
import { ReformParts } from './reform-parts.ts';
import { ReformNamesController } from './reform-names.controller.ts';
import { opinionControllers, opinionProviders } from './opinions/providers.ts';
import { PauseReform } from './pause-reform.ts';
import { ReformReadsController } from './reform-reads.controller.ts';
import { ReformRunningController } from './reform-running.controller.ts';
import { ReformRunning } from './reform-running.ts';
import { ReformStore } from './reform-store.ts';
import { ReformsController } from './reforms.controller.ts';
import { ReformsApi } from './reforms.api.ts';
import { ReformVersions } from './reform-versions.ts';
import { RehearsalContext, RehearseReform } from './rehearse-reform.ts';
import { RehomeReform } from './rehome-reform.ts';
import { SaveReform } from './save-reform.ts';
import { ScheduleReform } from './schedule-reform.ts';
import { WriteNames } from './write-names.ts';
import { WriteReform } from './write-reform.ts';

export const reformControllers = [
  ReformsController,
  ReformReadsController,
  ReformNamesController,
  ReformRunningController,
  ...opinionControllers,
];

export const reformProviders = [
  ApplyReform,
  CameOver,
  CarryOver,
  CheckNames,
  DivisionFacts,
  EditReform,
  ExportReformNames,
  LoadAllotments,
  LoadReformList,
  PauseReform,
  ReadDivision,
  ReadReformLines,
  ReadReformNames,
  ReadReforms,
  ReformChain,
  ReformParts,
  ReformRunning,
  ReformStore,
  ReformTree,
  ReformsApi,
  ReformVersions,
  ReformWriters,
  RehearsalContext,
  RehearseReform,
  RehomeReform,
  SaveReform,
  ScheduleReform,
  WriteNames,
  WriteReform,
  ...opinionProviders,
];
