/** What stands in a team's way: told, passed on, answered, asked further, settled; and what was answered once for all. */
import { z } from 'zod';
import { difficultyKinds, difficultySteps } from '../enums.ts';
import { count, day, id, instant, name, page, pageQuery, PersonRef, text, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { difficultyFilters } from './difficulty-rules.ts';
import { Photo } from './tasks.ts';

const Provider = z.object({ id, name: z.string(), contact: z.string().nullable() }).meta({ id: 'DifficultyProvider' });

export const DifficultyStep = z
  .object({
    kind: z.enum(difficultySteps),
    at: instant,
    /** Null: by a rule or by the clock. */
    by: PersonRef.nullable(),
    text: z.string().nullable(),
    provider: Provider.nullable(),
    promisedOn: day.nullable(),
  })
  .meta({ id: 'DifficultyStep' });

export const Difficulty = z
  .object({
    id,
    kind: z.enum(difficultyKinds),
    text: z.string(),
    team: z.object({ id, name: z.string() }),
    taskId: id.nullable(),
    by: PersonRef,
    at: instant,
    /** The last one; null again while a further question waits. */
    answer: z.string().nullable(),
    answeredAt: instant.nullable(),
    answeredBy: PersonRef.nullable().optional(),
    /** Who sees to it. */
    owner: PersonRef.nullable().optional(),
    /** The last day on which an answer is in time; null for those told before there was a clock. */
    dueOn: day.nullable().optional(),
    /** It went over its day, or was passed up, and stands before the office above too. */
    escalatedAt: instant.nullable().optional(),
    /** The answer is open to all teams of the district. */
    publishedAt: instant.nullable().optional(),
    /** Where it is: a hamlet, and a spot in it in the team's words. */
    hamlet: UnitRef.nullable().optional(),
    spot: z.string().nullable().optional(),
    photos: z.array(Photo).optional(),
    photosPending: z.int().optional(),
    /** Who is to settle it instead of the commune. */
    provider: Provider.nullable().optional(),
    /** The last day on which it is settled, as whoever answered says. */
    promisedOn: day.nullable().optional(),
    /** The team said that it is settled. */
    closedAt: instant.nullable().optional(),
    /** What happened after it was told, in turn. */
    steps: z.array(DifficultyStep).optional(),
  })
  .meta({ id: 'Difficulty' });

/** What was answered once: without who asked. */
export const KnowHow = z
  .object({
    id,
    kind: z.enum(difficultyKinds),
    /** What it is about, in a few words. */
    text: z.string(),
    answer: z.string(),
    answeredAt: instant,
    /** The commune that answered. */
    unit: UnitRef.nullable().optional(),
    /** What the work counts to which it belongs. */
    indicatorCode: z.string().nullable().optional(),
    /** Teams that said it has helped them. */
    uses: z.int().optional(),
  })
  .meta({ id: 'KnowHow' });

const counts = z.object({
  open: z.int(),
  mine: z.int(),
  late: z.int(),
  above: z.int(),
  answered: z.int(),
  all: z.int(),
});
const act = { command: true, response: Difficulty } as const;

export const difficultyRoutes = {
  reportDifficulty: route({
    method: 'POST',
    path: '/teams/{teamId}/difficulties',
    summary: '"Báo khó khăn"',
    access: 'difficulty.report',
    command: true,
    repeats: true,
    status: 201,
    body: z
      .strictObject({
        kind: z.enum(difficultyKinds),
        text: text.min(3),
        taskId: id.optional(),
        /** A hamlet of the team's commune, its own or another; without one it is the team's place. */
        hamletId: id.optional(),
        /** Chosen or typed, never a position. */
        spot: name.optional(),
        photoIds: z.array(id).max(6).default([]),
      })
      .meta({ id: 'DifficultyInput' }),
    response: Difficulty,
  }),
  difficultyPlaces: route({
    method: 'GET',
    path: '/teams/{teamId}/difficulty-places',
    summary: "The hamlets of the team's commune: a difficulty of the team may be in any of them",
    access: 'difficulty.report',
    whole: 'the hamlets of one commune',
    response: z.array(UnitRef),
  }),
  listDifficulties: route({
    method: 'GET',
    path: '/units/{unitId}/difficulties',
    summary: 'Difficulties of the teams: the open ones by their day, then the answered ones, newest first',
    access: 'difficulty.read',
    query: z.strictObject({
      filter: z.enum(difficultyFilters).default('all'),
      q: z.string().max(200).default(''),
      ...pageQuery,
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    /** `counts` are of all filters, without the search. */
    response: page(Difficulty).extend({ counts }).meta({ id: 'DifficultyPage' }),
  }),
  getDifficulty: route({
    method: 'GET',
    path: '/difficulties/{difficultyId}',
    summary: 'One difficulty',
    access: 'difficulty.read',
    response: Difficulty,
  }),
  takeDifficulty: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/take',
    summary: 'Whoever asks sees to it from now on',
    access: 'difficulty.answer',
    ...act,
  }),
  passUpDifficulty: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/pass-up',
    summary: 'The commune cannot settle it: from now on it stands before the office above too',
    access: 'difficulty.answer',
    ...act,
  }),
  passOnDifficulty: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/pass-on',
    summary: 'A company whose signal covers the hamlet is to settle it; its clock begins',
    access: 'difficulty.answer',
    body: z.strictObject({ providerId: id }).meta({ id: 'PassOnInput' }),
    ...act,
  }),
  difficultyProviders: route({
    method: 'GET',
    path: '/difficulties/{difficultyId}/providers',
    summary: 'Telecom companies that cover the place of a difficulty',
    access: 'difficulty.answer',
    whole: 'the telecom companies of one place',
    response: z.array(Provider),
  }),
  answerDifficulty: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/answer',
    summary:
      'Answered by the commune, the office above or the company; published, it is open to all teams of the district',
    access: 'difficulty.answer',
    body: z
      .strictObject({
        answer: text.min(3),
        publish: z.boolean().default(false),
        /** What the published answer is about; the team's own words where it is missing. */
        title: name.optional(),
        /** The last day on which it is settled. */
        promisedOn: day.optional(),
      })
      .meta({ id: 'DifficultyAnswer' }),
    ...act,
  }),
  publishAnswer: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/publish',
    summary: 'An answer that was given is opened to all teams of the district, or gets another title',
    access: 'difficulty.answer',
    body: z.strictObject({ title: name.optional() }).meta({ id: 'PublishInput' }),
    ...act,
  }),
  withdrawAnswer: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/withdraw-answer',
    summary: 'A published answer is no longer shown to other teams',
    access: 'difficulty.answer',
    ...act,
  }),
  askFurther: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/questions',
    summary: '"Hỏi thêm": the answer does not help yet; a new clock begins',
    access: 'difficulty.report',
    body: z.strictObject({ text: text.min(3) }).meta({ id: 'FurtherQuestion' }),
    ...act,
  }),
  closeDifficulty: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/close',
    summary: '"Được rồi": the team says that it is settled',
    access: 'difficulty.report',
    ...act,
  }),
  reopenDifficulty: route({
    method: 'POST',
    path: '/difficulties/{difficultyId}/reopen',
    summary: '"Mở lại", for thirty days: it is not settled after all',
    access: 'difficulty.report',
    body: z.strictObject({ text: text.optional() }).meta({ id: 'ReopenInput' }),
    ...act,
  }),
  listKnowHow: route({
    method: 'GET',
    path: '/units/{unitId}/know-how',
    summary: "Published answers from the unit's district, newest first",
    access: 'difficulty.read',
    query: z.strictObject({ ...pageQuery }),
    response: page(KnowHow).meta({ id: 'KnowHowPage' }),
  }),
  useKnowHow: route({
    method: 'POST',
    path: '/teams/{teamId}/know-how/{difficultyId}/use',
    summary: 'A published answer has helped the team; said once per team',
    access: 'difficulty.report',
    command: true,
    repeats: true,
    response: z.object({ uses: count }).meta({ id: 'KnowHowUses' }),
  }),
};
