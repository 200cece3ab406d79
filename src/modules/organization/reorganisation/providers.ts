import { ApplyReorganisation } from './mergers/apply-reorganisation.ts';
import { EndHamlets } from './mergers/end-hamlets.ts';
import { HoldingReforms } from '../units/holding-reforms.ts';
import { MergeHamlets } from './mergers/merge-hamlets.ts';
import { MergerBlocks } from './mergers/merger-blocks.ts';
import { MergerReferences } from './mergers/merger-references.ts';
import { MergerShares } from './mergers/merger-shares.ts';
import { ReadReorganisations } from './mergers/read-reorganisations.ts';
import { reformControllers, reformProviders } from './reform-providers.ts';
import { RehearseMerger } from './mergers/rehearse-merger.ts';
import { ReorganisationLifecycle } from './mergers/reorganisation-lifecycle.ts';
import { ReorganisationStore } from './mergers/reorganisation-store.ts';
import { ReorganisationsApi } from './reorganisations.api.ts';
import { ReorganisationsController } from './reorganisations.controller.ts';
import { RevokeReorganisation } from './mergers/revoke-reorganisation.ts';
import { SaveMerger } from './mergers/save-merger.ts';
import { ScheduleReorganisation } from './running/schedule-reorganisation.ts';
import { HamletSplitsController } from './mergers/splits/hamlet-splits.controller.ts';
import { RehearseSplit } from './mergers/splits/rehearse-split.ts';
import { SaveSplit } from './mergers/splits/save-split.ts';
import { SplitHamlet } from './mergers/splits/split-hamlet.ts';

export const reorganisationProviders = [
  ...reformProviders,
  ApplyReorganisation,
  EndHamlets,
  HoldingReforms,
  MergeHamlets,
  MergerBlocks,
  MergerReferences,
  MergerShares,
  ReadReorganisations,
  RehearseMerger,
  ReorganisationLifecycle,
  ReorganisationStore,
  ReorganisationsApi,
  RevokeReorganisation,
  SaveMerger,
  ScheduleReorganisation,
  RehearseSplit,
  SaveSplit,
  SplitHamlet,
];

export const reorganisationControllers = [ReorganisationsController, HamletSplitsController, ...reformControllers];
