/** Who works in the units of a reform's day: posts that are filled or empty, and people whose unit ends. */
import { z } from 'zod';
import { committeeSeats, officerRoles, unitKinds } from '../enums.ts';
import { count, day, page, pageQuery, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { reformPeopleStates, reformSeats, whyNotGiven } from '../organization/reform-kinds.ts';

const position = z.int().min(1).max(10_000_000);

const ReformPlace = z
  .object({
    /** Of its line. */
    position,
    name: z.string(),
    kind: z.enum(unitKinds),
    isNew: z.boolean(),
    /** Units that end and go into it. */
    ending: count,
    /** Posts that nobody is chosen for; told, and stops nothing. */
    empty: z.array(z.enum(reformSeats)),
    /** People of those units of whom nothing is said yet. */
    unclear: count,
    /** Seats for which somebody is chosen beside who has them. */
    held: count,
  })
  .meta({ id: 'ReformPlace' });

const HeldPost = z
  .object({ role: z.enum(officerRoles), title: z.string(), standIn: z.boolean(), unit: UnitRef })
  .meta({ id: 'ReformHeldPost' });
/** Somebody with what they hold on the last day of the old units. */
const ReformHolder = z
  .object({ person: PersonRef, held: z.array(HeldPost), hasAccount: z.boolean() })
  .meta({ id: 'ReformHolder' });

const Going = z.object({ line: position, position, name: z.string(), title: z.string() }).meta({ id: 'ReformGoing' });

const ReformSeatTaken = ReformHolder.extend({
  line: position,
  role: z.enum(officerRoles),
  seat: z.enum(committeeSeats).nullable(),
  standIn: z.boolean(),
  title: z.string(),
  /** Who has that seat in a unit that goes on: one of the two has it from the day on. */
  heldBy: z.array(PersonRef),
  replaces: z.boolean(),
  /** Other units of the day in which the same person is chosen. */
  elsewhere: z.array(Going),
}).meta({ id: 'ReformSeatTaken' });

const ReformPersonLeft = ReformHolder.extend({
  state: z.enum(reformPeopleStates),
  to: z.array(Going),
  /** The line by which the office ends, and that is meant so. */
  leaveLine: position.nullable(),
}).meta({ id: 'ReformPersonLeft' });

const ReformPlacePeople = z
  .object({
    place: ReformPlace,
    posts: z.array(ReformSeatTaken),
    people: z.array(ReformPersonLeft),
    /** Offices that close, with their contact cards; one is taken over. */
    offices: z.array(
      z.object({
        unit: UnitRef,
        card: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
        taken: z.boolean(),
      }),
    ),
    pastDays: count,
    /** The last day on which the past of the old units is read, unless the reform is entered late. */
    pastLastDay: day.nullable(),
  })
  .meta({ id: 'ReformPlacePeople' });

/** Chosen, and not given when the reader schedules it: another may, or nobody gives themselves a post. */
const PostNotYours = z
  .object({ name: z.string(), title: z.string(), place: z.string(), why: z.enum(whyNotGiven) })
  .meta({ id: 'ReformPostNotYours' });

export const reformPeopleRoutes = {
  listReformPlaces: route({
    method: 'GET',
    path: '/reforms/{reformId}/places',
    summary: 'Units of the day, with the posts in them that are empty and how many people nothing is said of yet',
    access: 'reform.manage',
    query: z.strictObject(pageQuery),
    response: page(ReformPlace)
      .extend({ empty: count, notYours: z.array(PostNotYours) })
      .meta({ id: 'ReformPlacePage' }),
  }),
  reformPlace: route({
    method: 'GET',
    path: '/reforms/{reformId}/place',
    summary: 'Who works in one unit of the day, who is left over of the units that go into it, and their offices',
    access: 'reform.manage',
    query: z.strictObject({ position: z.coerce.number().int().min(1).max(10_000_000) }),
    response: ReformPlacePeople,
  }),
  listReformHolders: route({
    method: 'GET',
    path: '/reforms/{reformId}/holders',
    summary: 'People who hold a post within reach of the reform, by name: one of them goes on elsewhere',
    access: 'reform.manage',
    query: z.strictObject({ q: z.string().trim().min(1).max(100), ...pageQuery }),
    response: page(ReformHolder).meta({ id: 'ReformHolderPage' }),
  }),
};
