import { ApplyReorganisation } from './apply-reorganisation.ts';
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

export const reorganisationProviders = [
  ...reformProviders,
  ApplyReorganisation,
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
];

export const reorganisationControllers = [ReorganisationsController, ...reformControllers];
