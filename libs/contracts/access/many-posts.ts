/** Many posts at once, by one document: ended on a day, or given to people by name. */
import { z } from 'zod';
import { day, id, name, reason } from '../primitives.ts';
import { route } from '../route.ts';
import { ActPreview, HeldAct, Named, RefusedOne } from './acts.ts';
import { MOST_POSTS } from './most-posts.ts';

const postIds = z.array(id).min(1).max(MOST_POSTS);

const ends = { postIds, lastDay: day };
/** A post that somebody holds and gives away, or the focal post of a commune where nobody holds it. */
const place = z.union([z.strictObject({ postId: id }), z.strictObject({ communeId: id })]);
const gives = {
  from: day,
  posts: z
    .array(
      z.strictObject({
        place,
        fullName: name,
        phone: z.string().max(60).optional(),
        email: z.email().max(200).optional(),
      }),
    )
    .min(1)
    .max(MOST_POSTS),
};
/** The decision: number and day, as it is cited. */
const basis = reason;

const ManyPostsPreview = ActPreview.extend({
  refused: z.array(RefusedOne),
  /** People who keep other posts beside the one that they are given. */
  elsewhere: z.array(Named.extend({ posts: z.array(z.string()) })),
}).meta({ id: 'ManyPostsPreview' });
const ManyPostsDone = z
  .object({ done: z.int(), refused: z.array(RefusedOne), act: HeldAct.nullable() })
  .meta({ id: 'ManyPostsDone' });

export const manyPostRoutes = {
  previewPostEnds: route({
    method: 'POST',
    path: '/units/{unitId}/posts/end/preview',
    summary: 'Before many posts end: how many, who is told and how, and which cannot end, by name; changes nothing',
    access: 'post.manage',
    body: z.strictObject(ends).meta({ id: 'PreviewPostEnds' }),
    response: ManyPostsPreview,
  }),
  endPosts: route({
    method: 'POST',
    path: '/units/{unitId}/posts/end',
    summary: 'End many posts after a day, by one document; one that cannot end is named and stops no other',
    access: 'post.manage',
    command: true,
    body: z.strictObject({ ...ends, basis }).meta({ id: 'EndPosts' }),
    response: ManyPostsDone,
  }),
  previewAppointments: route({
    method: 'POST',
    path: '/units/{unitId}/posts/appoint/preview',
    summary:
      'Before many people are appointed: how many, who is told and how, and who cannot be, by name; changes nothing',
    access: 'post.manage',
    bodyKb: 192,
    body: z.strictObject(gives).meta({ id: 'PreviewAppointments' }),
    response: ManyPostsPreview,
  }),
  appointMany: route({
    method: 'POST',
    path: '/units/{unitId}/posts/appoint',
    summary: 'Give many posts to people from a day on, by one document; one that cannot be given stops no other',
    access: 'post.manage',
    command: true,
    bodyKb: 192,
    body: z.strictObject({ ...gives, basis }).meta({ id: 'AppointMany' }),
    response: ManyPostsDone,
  }),
};
