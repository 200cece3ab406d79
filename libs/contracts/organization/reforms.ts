/** Reforms of communes and above: what goes into what, from which day on. Nothing changes before it. */
import { z } from 'zod';
import { textEncodings } from '../enums.ts';
import { name, page, pageQuery, reason } from '../primitives.ts';
import { route } from '../route.ts';
import { HamletToSplit } from './splits/hamlet-splits.ts';
import { Rehearsal, Rehearsed, ReformFinding } from './reform-findings.ts';
import { reformNumbers } from './reform-kinds.ts';
import { Division, head, Reform, ReformEdit, ReformLine, ReformSummary, Running, version } from './reform-shapes.ts';
import { reorganisationLineKinds } from './reorganisation-kinds.ts';

export const reformRoutes = {
  listReforms: route({
    method: 'GET',
    path: '/units/{unitId}/reforms',
    summary: 'Reforms of communes and above: what is being prepared by its day, then what was, the latest first',
    access: 'reform.manage',
    query: z.strictObject(pageQuery),
    response: page(ReformSummary).meta({ id: 'ReformPage' }),
  }),
  getReform: route({
    method: 'GET',
    path: '/reforms/{reformId}',
    summary: 'One reform as its last version has it, what it still lacks, and after its day how far it is',
    access: 'reform.manage',
    response: Reform,
  }),
  createReform: route({
    method: 'POST',
    path: '/units/{unitId}/reforms',
    summary: 'A draft without lines, within a province or the country; nothing changes before it is scheduled',
    access: 'reform.manage',
    command: true,
    status: 201,
    body: z.strictObject(head).meta({ id: 'ReformInput' }),
    response: Reform,
  }),
  changeReform: route({
    method: 'PUT',
    path: '/reforms/{reformId}',
    summary: 'Title, day and resolution, as the next version; it is a draft again until it is scheduled',
    access: 'reform.manage',
    command: true,
    body: z.strictObject({ ...head, version }).meta({ id: 'ReformChange' }),
    response: Reform,
  }),
  loadReformList: route({
    method: 'POST',
    path: '/reforms/{reformId}/list',
    summary:
      'The official list (.xlsx, .csv, .ods: old code, old name, new code, new name, whole or part) in place of the units of the draft; a wrong row is named and nothing is written',
    access: 'reform.manage',
    command: true,
    upload: 'csv',
    query: z.strictObject({
      version: z.coerce.number().int().min(1).max(1_000_000),
      fileName: name.optional(),
      encoding: z.enum(textEncodings).optional(),
      /** Which column is old code, old name, new code, new name, relation, new parent's code, from 0; - for none. */
      columns: z
        .string()
        .regex(/^\d{1,3}(,\d{1,3}){3}(,(\d{1,3}|-)){2}$/)
        .optional(),
    }),
    response: Reform,
  }),
  reformLines: route({
    method: 'GET',
    path: '/reforms/{reformId}/lines',
    summary: 'What the reform lays down, line by line; units of the day first, then what goes into them',
    access: 'reform.manage',
    query: z.strictObject({ kind: z.enum(reorganisationLineKinds).optional(), ...pageQuery }),
    response: page(ReformLine).meta({ id: 'ReformLinePage' }),
  }),
  editReform: route({
    method: 'POST',
    path: '/reforms/{reformId}/lines',
    summary: 'Changes of lines, all or none, as the next version',
    access: 'reform.manage',
    command: true,
    bodyKb: 1024,
    body: z.strictObject({ version, edits: z.array(ReformEdit).min(1).max(2000) }).meta({ id: 'ReformEdits' }),
    response: Reform,
  }),
  listReformFindings: route({
    method: 'GET',
    path: '/reforms/{reformId}/findings',
    summary: 'What is not settled, what keeps it from being scheduled first',
    access: 'reform.manage',
    query: z.strictObject(pageQuery),
    response: page(ReformFinding).meta({ id: 'ReformFindingPage' }),
  }),
  reformDivision: route({
    method: 'GET',
    path: '/reforms/{reformId}/divided/{dividedId}',
    summary: 'The hamlets of a divided unit and where each goes',
    access: 'reform.manage',
    response: Division,
  }),
  loadReformHamlets: route({
    method: 'POST',
    path: '/reforms/{reformId}/divided/{dividedId}/list',
    summary:
      'Where hamlets of divided units go, by a list (.xlsx, .csv, .ods: hamlet, new unit, and the old one where it is of several); a wrong row is named and nothing is written',
    access: 'reform.manage',
    command: true,
    upload: 'csv',
    query: z.strictObject({
      version: z.coerce.number().int().min(1).max(1_000_000),
      encoding: z.enum(textEncodings).optional(),
    }),
    response: Reform,
  }),
  dividedHamlet: route({
    method: 'GET',
    path: '/reforms/{reformId}/divided/{dividedId}/hamlets/{hamletId}',
    summary: 'What a hamlet of a divided unit is made of that may become two',
    access: 'reform.manage',
    response: HamletToSplit,
  }),
  rehearseReform: route({
    method: 'GET',
    path: '/reforms/{reformId}/rehearsal',
    summary: 'What happens on the day, in numbers, and what stands against it; nothing is written',
    access: 'reform.manage',
    response: Rehearsal,
  }),
  listRehearsed: route({
    method: 'GET',
    path: '/reforms/{reformId}/rehearsed',
    summary: 'What one number of the rehearsal counts',
    access: 'reform.manage',
    query: z.strictObject({ number: z.enum(reformNumbers), ...pageQuery }),
    response: page(Rehearsed).meta({ id: 'ReformRehearsedPage' }),
  }),
  scheduleReform: route({
    method: 'POST',
    path: '/reforms/{reformId}/schedule',
    summary: 'It begins on its day by itself; of a day that has come it is applied at once',
    access: 'reform.manage',
    command: true,
    body: z.strictObject({ version }).meta({ id: 'ReformSchedule' }),
    response: Reform,
  }),
  revokeReform: route({
    method: 'POST',
    path: '/reforms/{reformId}/revoke',
    summary: 'Before its day: nothing of it happens; its version is kept and can be scheduled again',
    access: 'reform.manage',
    command: true,
    body: z.strictObject({ version, reason }).meta({ id: 'ReformRevoke' }),
    response: Reform,
  }),
  clearReformObstacle: route({
    method: 'POST',
    path: '/reforms/{reformId}/obstacles/{reorganisationId}/clear',
    summary: 'A merger or split of hamlets that stands in its way is taken back for it; the commune is told',
    access: 'reform.manage',
    command: true,
    response: Reform,
  }),
  reformRunning: route({
    method: 'GET',
    path: '/reforms/{reformId}/running',
    summary: 'Since its day: what was there before and what is there now, and whether sums by old and new units agree',
    access: 'reform.manage',
    response: Running,
  }),
  pauseReform: route({
    method: 'POST',
    path: '/reforms/{reformId}/pause',
    summary: 'What follows its day is held after the units that are being worked on',
    access: 'reform.manage',
    command: true,
    response: Reform,
  }),
  resumeReform: route({
    method: 'POST',
    path: '/reforms/{reformId}/resume',
    summary: 'It goes on where it was; a step that had failed is tried again',
    access: 'reform.manage',
    command: true,
    response: Reform,
  }),
  discardReform: route({
    method: 'DELETE',
    path: '/reforms/{reformId}',
    summary: 'Drops a draft that was never scheduled',
    access: 'reform.manage',
    status: 204,
  }),
};
