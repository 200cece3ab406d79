/** Two records of one person become one: who could be meant, what goes where, and the act itself. */
import { z } from 'zod';
import { accountSpaces } from '../enums.ts';
import { count, id, instant, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { mergeConflicts, mergeKinds, mergeProofs } from './merge-kinds.ts';

const MergePlace = z
  .object({ title: z.string(), unit: UnitRef, team: z.string().nullable() })
  .meta({ id: 'MergePlace' });

/** One of the two as people know them apart. */
export const MergeSide = z
  .object({
    person: PersonRef,
    /** Of today and later. */
    places: z.array(MergePlace),
    phoneMasked: z.string().nullable(),
    accounts: z.array(z.enum(accountSpaces)),
    lastSeenAt: instant.nullable(),
  })
  .meta({ id: 'MergeSide' });

export const MergeCandidate = MergeSide.extend({ sameNumber: z.boolean(), sameName: z.boolean() }).meta({
  id: 'MergeCandidate',
});

export const MergePreview = z
  .object({
    survivor: MergeSide,
    absorbed: MergeSide,
    /** What goes to the record that stays; kinds of which there is nothing are left out. */
    goes: z.array(z.object({ kind: z.enum(mergeKinds), count })),
    /** What both have, by name; `blocks`: to be settled before. */
    conflicts: z.array(z.object({ kind: z.enum(mergeConflicts), label: z.string(), blocks: z.boolean() })),
    /** Open sessions of the record that goes: they end. */
    sessions: count,
    /** Whose accounts sign nobody in until they are proven anew: the other's post carries more. */
    anew: z.array(z.enum(['survivor', 'absorbed'])),
    /** Null: the reader may do it. */
    refusal: z.enum(['merge.administratorDecides', 'merge.notLinked', 'merge.yourself']).nullable(),
  })
  .meta({ id: 'MergePreview' });

const proof = z.enum(mergeProofs);

export const mergeRoutes = {
  mergeCandidates: route({
    method: 'GET',
    path: '/people/{personId}/merge-candidates',
    summary: 'People of the reader who could be the same person as this one, those of one number or name first',
    access: 'account.decide',
    query: z.strictObject({ q: z.string().trim().max(100).optional() }),
    whole: 'the twenty likeliest; others are found by typing',
    response: z.array(MergeCandidate),
  }),
  previewMerge: route({
    method: 'GET',
    path: '/people/{personId}/merge',
    summary: 'What would go where if the other record became part of this one; changes nothing',
    access: 'account.decide',
    query: z.strictObject({ absorbedId: id }),
    response: MergePreview,
  }),
  mergePeople: route({
    method: 'POST',
    path: '/people/{personId}/merge',
    summary: 'The other record becomes part of this one, for good; both are told by their own routes',
    access: 'account.decide',
    command: true,
    status: 204,
    body: z
      .strictObject({
        absorbedId: id,
        /** Why they are one person: the paper, or how it came about. */
        reason,
        survivorProof: proof,
        absorbedProof: proof,
      })
      .meta({ id: 'MergeInput' }),
  }),
};
