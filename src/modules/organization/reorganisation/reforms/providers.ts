import { ApplyReform, ReformWriters } from './apply-reform.ts';
import { CarryOver } from './carry-over.ts';
import { EditReform } from './edit-reform.ts';
import { LoadReformList } from './load-reform-list.ts';
import { ReadCame } from './read-came.ts';
import { ReadReformLines } from './read-reform-lines.ts';
import { ReadReforms } from './read-reforms.ts';
import { ReformTree } from './reform-tree.ts';
import { ReformParts } from './reform-parts.ts';
import { ReformReadsController } from './reform-reads.controller.ts';
import { ReformStore } from './reform-store.ts';
import { ReformsController } from './reforms.controller.ts';
import { ReformVersions } from './reform-versions.ts';
import { RehearsalContext, RehearseReform } from './rehearse-reform.ts';
import { RehomeReform } from './rehome-reform.ts';
import { SaveReform } from './save-reform.ts';
import { ScheduleReform } from './schedule-reform.ts';
import { WriteReform } from './write-reform.ts';

export const reformControllers = [ReformsController, ReformReadsController];

export const reformProviders = [
  ApplyReform,
  CarryOver,
  EditReform,
  LoadReformList,
  ReadCame,
  ReadReformLines,
  ReadReforms,
  ReformParts,
  ReformStore,
  ReformTree,
  ReformVersions,
  ReformWriters,
  RehearsalContext,
  RehearseReform,
  RehomeReform,
  SaveReform,
  ScheduleReform,
  WriteReform,
];
