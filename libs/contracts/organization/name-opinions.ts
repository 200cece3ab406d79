/** What former communes say to the names that a reform proposes for their hamlets. */
import { z } from 'zod';
import { UnitRef, day, id, instant, name, reason } from '../primitives.ts';
import { route } from '../route.ts';

/** What is closed to answers: its day is over, or the reform is no draft any more. */
export const askingEnds = ['late', 'settled'] as const;

/** Neither another name nor a remark: the commune agrees. */
export const NameOpinion = z
  .object({
    otherName: z.string().nullable(),
    remark: z.string().nullable(),
    /** The name of which it was said. */
    about: z.string(),
    at: instant,
  })
  .meta({ id: 'NameOpinion' });

const AskedNames = z
  .object({
    unit: UnitRef,
    /** Who asks. */
    issuer: z.string(),
    /** The last day. */
    answerBy: day,
    closed: z.enum(askingEnds).nullable(),
    hamlets: z.array(
      z.object({
        id,
        fullName: z.string(),
        /** What it is to be called. */
        name: z.string(),
        opinion: NameOpinion.nullable(),
      }),
    ),
  })
  .meta({ id: 'AskedNames' });

const AnswerToName = z.strictObject({
  hamletId: id,
  /** As it was read: of a name that is another by now nothing is written. */
  name,
  otherName: name.optional(),
  remark: reason.optional(),
});

const path = '/reforms/{reformId}/asked-names/{unitId}';

export const nameOpinionRoutes = {
  askedNames: route({
    method: 'GET',
    path,
    summary: 'Names of a commune’s hamlets about which an office above asks it',
    access: 'hamlet.manage',
    response: AskedNames,
  }),
  answerNames: route({
    method: 'POST',
    path,
    summary: 'What the commune says to each of the names, all at once; until the day it may be said anew',
    access: 'hamlet.manage',
    command: true,
    bodyKb: 512,
    body: z.strictObject({ answers: z.array(AnswerToName).min(1).max(500) }).meta({ id: 'NameAnswers' }),
    response: AskedNames,
  }),
};
