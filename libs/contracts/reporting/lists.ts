/** Appendix 1 of a district or a province: too long for an answer, so it is made in the background and kept for some days. */
import { z } from 'zod';
import { exportPurposes } from '../access/log-kinds.ts';
import { day, id, instant, UnitRef } from '../primitives.ts';
import { documentTypes } from './documents.ts';
import { route } from '../route.ts';

export const listJobStates = ['waiting', 'running', 'ready', 'failed'] as const;

export const ListJob = z
  .object({
    id,
    unit: UnitRef,
    /** The day as of which it is. */
    at: day,
    state: z.enum(listJobStates),
    percent: z.int().min(0).max(100),
    /** Known once the register has been read. */
    teams: z.int().nullable(),
    /** Of the file, with its ending. */
    name: z.string().nullable(),
    askedAt: instant,
    doneAt: instant.nullable(),
    /** What for, as it was said; null of those asked for by an older screen. */
    purpose: z.enum(exportPurposes).nullable(),
    /** When the file goes. */
    keptUntil: instant.nullable(),
  })
  .meta({ id: 'ListJob' });

export const listRoutes = {
  makeList: route({
    method: 'POST',
    path: '/units/{unitId}/list-jobs',
    summary: 'Make Appendix 1 as a sheet in the background; asked for again while it is made, the same job is given',
    access: 'roster.export',
    status: 202,
    command: true,
    body: z.strictObject({ at: day.optional(), purpose: z.enum(exportPurposes) }).meta({ id: 'MakeList' }),
    response: ListJob,
  }),
  myLists: route({
    method: 'GET',
    path: '/me/list-jobs',
    summary: 'The lists that I asked for, newest first',
    access: 'self',
    whole: 'the fifty newest of one person',
    response: z.array(ListJob),
  }),
  readList: route({
    method: 'GET',
    path: '/me/list-jobs/{jobId}',
    summary: 'How far one of them is',
    access: 'self',
    response: ListJob,
  }),
  listFile: route({
    method: 'GET',
    path: '/me/list-jobs/{jobId}/file',
    summary: 'Its file, while it is kept and I may still have such lists',
    access: 'self',
    produces: documentTypes[2],
  }),
};
