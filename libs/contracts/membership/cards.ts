/** Cards of members: on their phones with a code that changes, and on paper. The public page is outside of the API. */
import { z } from 'zod';
import { teamRoles } from '../enums.ts';
import { day, instant } from '../primitives.ts';
import { documentTypes } from '../reporting/documents.ts';
import { route } from '../route.ts';

export const MemberCard = z
  .object({
    /** In its address; a phone signs it. */
    code: z.string(),
    /** Where whoever scans it asks; a phone adds its stamp. */
    address: z.string(),
    fullName: z.string(),
    role: z.enum(teamRoles),
    team: z.string(),
    /** "UBND xã Triệu Sơn, tỉnh Thanh Hóa" */
    office: z.string(),
    validUntil: day,
    issuedAt: instant,
  })
  .meta({ id: 'MemberCard' });

export const cardRoutes = {
  myCard: route({
    method: 'GET',
    path: '/teams/{teamId}/my-card',
    summary: "The card of this phone, while it holds; another phone's is not given",
    access: 'task.report',
    /** Of which key it is: a phone that lost an answer has another one. */
    response: z.object({ card: MemberCard.nullable(), publicKey: z.string().nullable() }).meta({ id: 'MyCard' }),
  }),
  registerCard: route({
    method: 'POST',
    path: '/teams/{teamId}/my-card',
    summary: "A card for this phone's key; the one of an earlier phone ends with it",
    access: 'task.report',
    status: 201,
    command: true,
    body: z.strictObject({ publicKey: z.string().regex(/^[\w-]{100,140}$/) }).meta({ id: 'CardKey' }),
    response: MemberCard,
  }),
  reportCardLost: route({
    method: 'POST',
    path: '/teams/{teamId}/my-card/lost',
    summary: 'My cards in the team end, on phones and on paper',
    access: 'task.report',
    command: true,
  }),
  issuePaperCard: route({
    method: 'POST',
    path: '/teams/{teamId}/cards/{personId}',
    summary: 'A card to print for a member; an earlier one on paper ends with it',
    access: 'invite.create',
    status: 201,
    command: true,
    response: MemberCard,
  }),
  paperCard: route({
    method: 'GET',
    path: '/teams/{teamId}/cards/{personId}/file',
    summary: "The member's card on paper, A6",
    access: 'invite.create',
    produces: documentTypes[1],
  }),
  revokeCards: route({
    method: 'DELETE',
    path: '/teams/{teamId}/cards/{personId}',
    summary: "The member's cards end, on phones and on paper; the next one is a new one",
    access: 'invite.create',
  }),
};
