import { Caretakers } from '../posts/caretakers.ts';
import { HandOver } from './hand-over.ts';
import { HandoverPeople } from './handover-people.ts';
import { HandoverStore } from '../posts/handover-store.ts';
import { HandoverWriter } from './handover-writer.ts';
import { HandoversApi } from './handovers.api.ts';
import { Holders } from './holders.ts';
import { OpenWork } from '../posts/open-work.ts';
import { PostsToHandOver } from './posts-to-hand-over.ts';
import { PreviewHandover } from './preview-handover.ts';
import { ReadHandovers } from './read-handovers.ts';
import { RestoreHandover } from './restore-handover.ts';
import { TakeBackHandover } from './take-back-handover.ts';
import { VacatePost } from './vacate-post.ts';

export const handoverProviders = [
  Caretakers,
  HandOver,
  HandoverPeople,
  HandoverStore,
  HandoverWriter,
  HandoversApi,
  Holders,
  OpenWork,
  PostsToHandOver,
  PreviewHandover,
  ReadHandovers,
  RestoreHandover,
  TakeBackHandover,
  VacatePost,
];
