/** What the module's wiring takes from here. */
import { AddressChanges } from './address-changes.ts';
import { ChannelHealth } from '../../plan/states/channel-health.ts';
import { ChannelPace } from './pace/channel-pace.ts';
import { ChunkQueue } from '../../plan/planning/chunk-queue.ts';
import { ChunkStore } from './chunks/chunk-store.ts';
import { DeliverChunk } from './chunks/deliver-chunk.ts';
import { DeliveryWorkers } from './delivery-workers.ts';
import { MessageRenderer } from './message-renderer.ts';
import { MissedPeople } from './missed-people.ts';
import { NextChannel } from './next-channel.ts';
import { PaceStore } from './pace/pace-store.ts';
import { SendBatch } from './chunks/send-batch.ts';
import { KeepQuietRules } from '../../plan/quiet/keep-quiet-rules.ts';
import { OwnValues } from './own-values.ts';
import { QuietRules } from '../../plan/quiet/quiet-rules.ts';
import { Sweep } from './sweep.ts';
import { WriteResults } from './chunks/write-results.ts';

export const deliverProviders = [
  AddressChanges,
  ChannelHealth,
  ChannelPace,
  ChunkQueue,
  ChunkStore,
  DeliverChunk,
  DeliveryWorkers,
  MessageRenderer,
  MissedPeople,
  NextChannel,
  PaceStore,
  SendBatch,
  KeepQuietRules,
  OwnValues,
  QuietRules,
  Sweep,
  WriteResults,
];
