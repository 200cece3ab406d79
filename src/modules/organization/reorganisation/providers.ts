import { ApplyReorganisation, HamletSplitting } from './apply-reorganisation.ts';
import { EndHamlets } from './end-hamlets.ts';
import { HoldingReforms } from './holding-reforms.ts';
import { MergeHamlets } from './merge-hamlets.ts';
import { MergerBlocks } from './merger-blocks.ts';
import { MergerReferences } from './merger-references.ts';
import { MergerShares } from './merger-shares.ts';
import { ReadReorganisations } from './read-reorganisations.ts';
import { reformControllers, reformProviders } from './reforms/providers.ts';
import { RehearseMerger } from './rehearse-merger.ts';
import { ReorganisationLifecycle } from './reorganisation-lifecycle.ts';
import { ReorganisationStore } from './reorganisation-store.ts';
import { ReorganisationsApi } from './reorganisations.api.ts';
import { ReorganisationsController } from './reorganisations.controller.ts';
import { RevokeReorganisation } from './revoke-reorganisation.ts';
import { SaveMerger } from './save-merger.ts';
import { ScheduleReorganisation } from './schedule-reorganisation.ts';
import { HamletSplitsController } from './splits/hamlet-splits.controller.ts';
import { RehearseSplit } from './splits/rehearse-split.ts';
import { SaveSplit } from './splits/save-split.ts';
import { SplitHamlet } from './splits/split-hamlet.ts';

export const reorganisationProviders = [
  ...reformProviders,
  ApplyReorganisation,
  EndHamlets,
  HamletSplitting,
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
