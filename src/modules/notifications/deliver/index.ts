/** What the module's wiring takes from here. */
import { AddressChanges } from './address-changes.ts';
import { ChannelHealth } from './channel-health.ts';
import { ChannelPace } from './channel-pace.ts';
import { ChunkQueue } from './chunk-queue.ts';
import { ChunkStore } from './chunk-store.ts';
import { DeliverChunk } from './deliver-chunk.ts';
import { DeliveryWorkers } from './delivery-workers.ts';
import { MessageRenderer } from './message-renderer.ts';
import { MissedPeople } from './missed-people.ts';
import { NextChannel } from './next-channel.ts';
import { PaceStore } from './pace-store.ts';
import { SendBatch } from './send-batch.ts';
import { KeepQuietRules } from './keep-quiet-rules.ts';
import { OwnValues } from './own-values.ts';
import { QuietRules } from './quiet-rules.ts';
import { Sweep } from './sweep.ts';
import { WriteResults } from './write-results.ts';

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
