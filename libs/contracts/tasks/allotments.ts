/** Orders of an office above communes that give each commune a number; the commune hands its number on to its teams. */
import { z } from 'zod';
import { count, day, id, instant, page, pageQuery, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { Figures, IndicatorRef, orderWords, target } from './assignments.ts';

/** What a commune is to reach. */
const CommuneTarget = z.strictObject({ unitId: id, target });
/** A province has some hundreds of communes; two lists of them at most. */
export const communeTargets = z.array(CommuneTarget).min(1).max(1_000);

export const CommuneToAsk = z
  .object({
    unit: UnitRef,
    /** Of its hamlets; null where none are known. */
    households: count.nullable(),
    /** Active teams, to which it can hand the work on. */
    teams: z.int(),
    /** People who would read of it and may hand it on. */
    officers: z.int(),
  })
  .meta({ id: 'CommuneToAsk' });

export const AllotmentInput = z
  .strictObject({ ...orderWords, shares: communeTargets, recurrence: z.enum(['none', 'monthly']).default('none') })
  .meta({ id: 'AllotmentInput' });

export const AllotmentChange = z
  .strictObject({
    /** The version that was on the screen: if there is a newer one, nothing is changed. */
    version: z.int().min(1).max(100_000),
    reason,
    dueOn: day.optional(),
    /** Every commune that has a number from now on; who is missing has none any more. */
    shares: communeTargets.optional(),
  })
  .meta({ id: 'AllotmentChange' });

export const AllotmentRow = z
  .object({
    id,
    title: z.string(),
    issuer: UnitRef,
    indicator: IndicatorRef,
    dueOn: day,
    priority: z.enum(['normal', 'urgent']),
    issuedAt: instant,
    cancelledAt: instant.nullable(),
    /** Of the communes that the reader covers. */
    communes: z.int(),
    /** How many of them have handed on less than their number. */
    waiting: z.int(),
    /** What the communes have given their teams together. */
    handedOn: count,
    figures: Figures,
  })
  .meta({ id: 'AllotmentRow' });

export const AllotmentShare = z
  .object({
    commune: UnitRef,
    target: count,
    handedOn: count,
    teams: z.int(),
    figures: Figures,
    /** Orders by which it was handed on. */
    orders: z.array(z.object({ id, title: z.string() })),
    /** The commune is no more and was divided: until somebody says so, nobody knows whose number it is. */
    heirs: z.array(UnitRef),
  })
  .meta({ id: 'AllotmentShare' });

export const AllotmentVersion = z
  .object({
    version: z.int(),
    at: instant,
    /** Null: the communes themselves changed. */
    by: PersonRef.nullable(),
    reason: z.string().nullable(),
    communes: z.int(),
    before: z.object({ target: count, dueOn: day }),
    after: z.object({ target: count, dueOn: day }),
  })
  .meta({ id: 'AllotmentVersion' });

export const AllotmentDetail = AllotmentRow.extend({
  templateCode: z.string(),
  work: z.string(),
  directive: z.object({ id, citation: z.string() }),
  evidence: orderWords.evidence,
  asks: z.array(z.string()),
  minimumCodes: z.int().nullable(),
  issuedBy: PersonRef,
  recallUntil: instant,
  cancelReason: z.string().nullable(),
  version: z.int(),
  shares: z.array(AllotmentShare),
  /** Newest first; for who covers the office that gave it. */
  versions: z.array(AllotmentVersion),
  /** The reader may change it and take it back. */
  isOwn: z.boolean(),
}).meta({ id: 'AllotmentDetail' });

const one = '/allotments/{allotmentId}';
export const allotmentRoutes = {
  communesToAsk: route({
    method: 'GET',
    path: '/units/{unitId}/communes-to-ask',
    summary:
      'Communes below the unit with what a target is split by, and whether anybody is there who would read of it',
    access: 'assignment.issue',
    whole: 'the communes of one province, some hundreds',
    response: z.array(CommuneToAsk),
  }),
  allot: route({
    method: 'POST',
    path: '/units/{unitId}/allotments',
    summary: 'Give each of these communes a number of the target, to be handed on to its teams',
    access: 'assignment.issue',
    status: 201,
    command: true,
    bodyKb: 128,
    body: AllotmentInput,
    response: AllotmentDetail,
  }),
  listAllotments: route({
    method: 'GET',
    path: '/units/{unitId}/allotments',
    summary: 'Numbers that were given to communes of the unit, newest first',
    access: 'assignment.read',
    query: z.strictObject({
      /** Only those that run and of which some commune has not handed on its whole number. */
      waiting: z.stringbool().optional(),
      ...pageQuery,
      limit: pageQuery.limit.unwrap().max(50).default(50),
    }),
    response: page(AllotmentRow).meta({ id: 'AllotmentPage' }),
  }),
  readAllotment: route({
    method: 'GET',
    path: one,
    summary: 'Target beside result of each commune, with the orders by which it was handed on',
    access: 'assignment.read',
    response: AllotmentDetail,
  }),
  changeAllotment: route({
    method: 'POST',
    path: `${one}/changes`,
    summary: 'Change the numbers of communes or the deadline as a new version; who is touched is told',
    access: 'assignment.issue',
    command: true,
    bodyKb: 128,
    body: AllotmentChange,
    response: AllotmentDetail,
  }),
  cancelAllotment: route({
    method: 'POST',
    path: `${one}/cancel`,
    summary: 'Take the numbers back; what communes have given their teams stays theirs',
    access: 'assignment.issue',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'CancelAllotment' }),
    response: AllotmentDetail,
  }),
};
