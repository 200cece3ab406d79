import { FindMergeCandidates } from './find-merge-candidates.ts';
import { LatePartsSubscriber } from './late-parts.subscriber.ts';
import { MembershipPersonReferences } from './membership-person-references.ts';
import { MergeAccess } from './merge-access.ts';
import { MergeFacts } from './merge-facts.ts';
import { MergePeople } from './merge-people.ts';
import { MergePlaces } from './merge-places.ts';
import { MergeRights } from './merge-rights.ts';
import { MergeSides } from './merge-sides.ts';
import { MergeWriter } from './merge-writer.ts';
import { PersonReferences } from './person-references.ts';
import { PreviewMerge } from './preview-merge.ts';

export const mergingProviders = [
  FindMergeCandidates,
  LatePartsSubscriber,
  MembershipPersonReferences,
  MergeAccess,
  MergeFacts,
  MergePeople,
  MergePlaces,
  MergeRights,
  MergeSides,
  MergeWriter,
  PersonReferences,
  PreviewMerge,
];
