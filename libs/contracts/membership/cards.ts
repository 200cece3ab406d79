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
    /** Only where the person wants it; the link holds for five minutes, the id says whether it is another one. */
    photo: z.object({ id: z.string(), url: z.string() }).nullable().optional(),
  })
  .meta({ id: 'MemberCard' });

const MyCard = z
  .object({
    card: MemberCard.nullable(),
    /** Of which key it is: a phone that lost an answer has another one. */
    publicKey: z.string().nullable(),
    /** When I asked for a card on paper that nobody has printed yet. */
    paperAskedAt: instant.nullable().optional(),
  })
  .meta({ id: 'MyCard' });

export const cardRoutes = {
  myCard: route({
    method: 'GET',
    path: '/teams/{teamId}/my-card',
    summary: "The card of this phone, while it holds; another phone's is not given",
    access: 'task.report',
    response: MyCard,
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
  setCardPhoto: route({
    method: 'PUT',
    path: '/teams/{teamId}/my-card/photo',
    summary: 'My own picture on my cards and on the page that checks them, and nowhere else',
    access: 'task.report',
    upload: 'photo',
    response: MyCard,
  }),
  removeCardPhoto: route({
    method: 'DELETE',
    path: '/teams/{teamId}/my-card/photo',
    summary: 'My picture goes from my cards, and is not kept',
    access: 'task.report',
    response: MyCard,
  }),
  askForPaperCard: route({
    method: 'POST',
    path: '/teams/{teamId}/my-card/paper-request',
    summary: 'I would like a card on paper: the leader or the commune prints it',
    access: 'task.report',
    command: true,
    response: MyCard,
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
