/** A number that nobody is reached at: said, asked about, put right. */
import { z } from 'zod';
import { route } from '../route.ts';

export const numberRoutes = {
  doubtNumber: route({
    method: 'POST',
    path: '/people/{personId}/number-doubts',
    summary: "The person's number is not theirs any more: it counts as dead, and is asked about until it is put right",
    access: 'invite.create',
    command: true,
    status: 204,
  }),
  answerNumber: route({
    method: 'POST',
    path: '/number-questions/{questionId}/answer',
    summary: 'What is right of a number that was said to be dead: still used, or another one',
    access: 'invite.create',
    command: true,
    status: 204,
    body: z
      .discriminatedUnion('answer', [
        z.strictObject({ answer: z.literal('keep') }),
        z.strictObject({ answer: z.literal('change'), phone: z.string().trim().min(1).max(40) }),
      ])
      .meta({ id: 'NumberAnswer' }),
  }),
};
