/** Posts of officers and trainers, given by an administrator: the accounts that no committee and no team carries. */
import { z } from 'zod';
import { day, id, name, PersonRef, reason, reckonedDay } from '../primitives.ts';
import { route } from '../route.ts';

const officeRoles = ['admin', 'province_officer', 'district_officer', 'trainer'] as const;

export const Officer = z
  .object({
    id,
    person: PersonRef,
    role: z.enum(officeRoles),
    title: z.string(),
    from: day,
    to: reckonedDay.nullable(),
    signedIn: z.boolean(),
  })
  .meta({ id: 'Officer' });

export const officerRoutes = {
  listOfficers: route({
    method: 'GET',
    path: '/units/{unitId}/officers',
    summary: 'Administrators, officers and trainers with a post at the unit today',
    access: 'post.manage',
    response: z.array(Officer),
  }),
  appointOfficer: route({
    method: 'POST',
    path: '/units/{unitId}/officers',
    summary: 'Give a person a post at the unit from a day',
    access: 'post.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({
        personId: id.optional(),
        fullName: name,
        phone: z.string().max(60).optional(),
        email: z.email().max(200).optional(),
        role: z.enum(officeRoles),
        title: name,
        /** Of a trainer: whom they teach for. */
        providerId: id.optional(),
        from: day,
      })
      .meta({ id: 'OfficerInput' }),
    response: Officer,
  }),
  endOffice: route({
    method: 'POST',
    path: '/officers/{postId}/end',
    summary: 'The post ends: last day and reason',
    access: 'post.manage',
    command: true,
    status: 204,
    body: z.strictObject({ lastDay: day, reason: reason.optional() }).meta({ id: 'EndOffice' }),
  }),
};
