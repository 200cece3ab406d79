/** "Gửi thư mời": invites by e-mail, beside those on paper. */
import { z } from 'zod';
import { id, PersonRef } from '../primitives.ts';
import { route } from '../route.ts';
import { MOST_INVITES_AT_ONCE } from './most-invites.ts';

export const inviteMailRoutes = {
  mailInvites: route({
    method: 'POST',
    path: '/invite-mails',
    summary: 'Mail each of these people a fresh invite; older slips and letters of theirs end',
    access: 'invite.create',
    command: true,
    body: z.strictObject({ personIds: z.array(id).min(1).max(MOST_INVITES_AT_ONCE) }).meta({ id: 'InviteMailInput' }),
    response: z
      .object({
        mailed: z.array(PersonRef),
        /** No address that works is known: they get a slip. */
        withoutAddress: z.array(PersonRef),
        /** Had as many today as one mailbox gets: their newest letter goes on working. */
        tooOften: z.array(PersonRef),
      })
      .meta({ id: 'InvitesMailed' }),
  }),
};
