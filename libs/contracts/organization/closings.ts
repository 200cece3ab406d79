/** Several units end on one day, by one document. */
import { z } from 'zod';
import { ActPreview, HeldAct, RefusedOne } from '../access/acts.ts';
import { day, id, reason } from '../primitives.ts';
import { route } from '../route.ts';

/** Of one act: all of it is one transaction. */
const MOST_CLOSED = 200;

const which = {
  unitIds: z.array(id).min(1).max(MOST_CLOSED),
  /** First day on which they are no more. */
  to: day,
  /** To which the area of all of them goes. */
  successorIds: z.array(id).max(20).default([]),
};
const ClosingsPreview = ActPreview.extend({
  /** In which something still stands, or that cannot end for another reason: they are ended one by one. */
  refused: z.array(RefusedOne),
}).meta({ id: 'ClosingsPreview' });
const ManyClosed = z
  .object({ closed: z.int(), refused: z.array(RefusedOne), act: HeldAct.nullable() })
  .meta({ id: 'ManyClosed' });

export const closingRoutes = {
  previewUnitClosings: route({
    method: 'POST',
    path: '/units/{unitId}/units/close/preview',
    summary: 'Before several units below end: how many, and in which something still stands, by name; changes nothing',
    access: 'unit.manage',
    body: z.strictObject(which).meta({ id: 'PreviewUnitClosings' }),
    response: ClosingsPreview,
  }),
  closeUnits: route({
    method: 'POST',
    path: '/units/{unitId}/units/close',
    summary:
      'End several units below on a day, by one document; one in which something stands is named and stops no other',
    access: 'unit.manage',
    command: true,
    body: z.strictObject({ ...which, basis: reason }).meta({ id: 'CloseUnits' }),
    response: ManyClosed,
  }),
  previewHamletClosings: route({
    method: 'POST',
    path: '/units/{unitId}/hamlets/close/preview',
    summary:
      'Before several hamlets of a commune end: how many, who is told, and which cannot, by name; changes nothing',
    access: 'hamlet.manage',
    body: z.strictObject(which).meta({ id: 'PreviewHamletClosings' }),
    response: ClosingsPreview,
  }),
  closeHamlets: route({
    method: 'POST',
    path: '/units/{unitId}/hamlets/close',
    summary: 'End several hamlets of a commune on a day, by one directive; the administrators above are told',
    access: 'hamlet.manage',
    command: true,
    body: z.strictObject({ ...which, directiveId: id }).meta({ id: 'CloseHamlets' }),
    response: ManyClosed,
  }),
};
