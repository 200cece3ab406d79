/** What is said of a reform of communes and above, and what is written of it. */
import { z } from 'zod';
import { committeeSeats, officerRoles, unitKinds } from '../enums.ts';
import { count, day, id, instant, name, UnitRef } from '../primitives.ts';
import { splitHalf } from './splits/hamlet-splits.ts';
import { reformInvariants, reformSteps } from './reform-kinds.ts';
import { reorganisationLineKinds, reorganisationStates } from './reorganisation-kinds.ts';

export const version = count.min(1);
const position = z.int().min(1).max(10_000_000);
const code = z.string().regex(/^\d{1,10}$/);
/** Of the whole, in percent. */
const share = z.number().gt(0).max(100);

export const head = {
  title: name,
  onDate: day,
  /** The resolution; a draft may still lack it. */
  directiveId: id.optional(),
  /** How long whoever held a post of a unit that ends reads its past; 30 where nothing is said, unchanged where it was. */
  pastDays: count.max(366).optional(),
};

export const ReformSummary = z
  .object({
    id,
    unit: UnitRef,
    title: z.string(),
    onDate: day,
    /** The day was over when it was entered. */
    late: z.boolean(),
    state: z.enum(reorganisationStates),
    version: z.int(),
    directive: z.object({ id, citation: z.string() }).nullable(),
    fileName: z.string().nullable(),
    madeAt: instant,
    scheduledAt: instant.nullable(),
    appliedAt: instant.nullable(),
    revokedAt: instant.nullable(),
    revokeReason: z.string().nullable(),
    /** While it waits for its day: how much keeps it from beginning, as of the last look. */
    held: count.nullable(),
    /** What follows the tree after the day, step by step; null before. */
    rehoming: z.object({ done: z.int(), total: z.int(), finishedAt: instant.nullable() }).nullable(),
  })
  .meta({ id: 'ReformSummary' });

export const Reform = ReformSummary.extend({
  pastDays: count,
  counts: z.object({
    old: count,
    new: count,
    kept: count,
    whole: count,
    divided: count,
    hamlets: count,
    /** Of focal officers and stand-ins in new communes. */
    emptyPosts: count,
  }),
  /** How many findings keep it from being scheduled, and how many are only told. */
  blocks: count,
  warnings: count,
  steps: z.array(
    z.object({
      step: z.enum(reformSteps),
      done: count,
      total: count,
      startedAt: instant.nullable(),
      finishedAt: instant.nullable(),
      /** Why it stands still, as the program says it; it is tried again a few times, then when somebody says so. */
      failed: z.object({ at: instant, reason: z.string(), waits: z.boolean() }).nullable(),
    }),
  ),
  /** What follows the day is held since then. */
  pausedAt: instant.nullable(),
}).meta({ id: 'Reform' });

export const Running = z
  .object({
    /** When it was looked. */
    at: instant,
    pausedBy: z.string().nullable(),
    invariants: z.array(
      z.object({
        name: z.enum(reformInvariants),
        before: count,
        after: count,
        /** As one has become two. */
        added: count,
        lost: count,
      }),
    ),
    /** Of what was done most in the year of the reform, by old units and by new ones. */
    sums: z.array(z.object({ name: z.string(), nameEn: z.string(), code: z.string(), before: count, after: count })),
    year: z.int(),
  })
  .meta({ id: 'ReformRunning' });

export const ReformLine = z
  .object({
    position,
    kind: z.enum(reorganisationLineKinds),
    /** Of a part the unit that goes, of a kept one itself; null while it is not known which is meant. */
    unit: UnitRef.nullable(),
    /** Below what that unit stands on the day before. */
    stands: UnitRef.nullable(),
    /** And below what that one: in a country two districts have one name. */
    standsIn: z.string().nullable(),
    /** Of a new or kept one as it is called from the day on; of a part as the list has it. */
    code: z.string().nullable(),
    type: z.string().nullable(),
    name: z.string().nullable(),
    parent: UnitRef.nullable(),
    parentPosition: position.nullable(),
    intoPosition: position.nullable(),
    share: z.number().nullable(),
    row: z.int().nullable(),
    /** What was a question has an answer. */
    settled: z.boolean(),
    personId: id.nullable(),
    standIn: z.boolean(),
    seat: z.enum(committeeSeats).nullable(),
  })
  .meta({ id: 'ReformLine' });

const DividedHalf = z
  .object({
    position,
    type: z.string(),
    name: z.string(),
    households: count,
    memberIds: z.array(id),
    shares: z.array(z.object({ taskId: id, target: count })),
    intoPosition: position.nullable(),
  })
  .meta({ id: 'ReformHalf' });

export const Division = z
  .object({
    unit: UnitRef,
    /** Where its parts go; the unit itself where it goes on. */
    heirs: z.array(z.object({ position, fullName: z.string() })),
    hamlets: z.array(
      z.object({
        unit: UnitRef,
        households: count.nullable(),
        leader: z.string().nullable(),
        team: z.boolean(),
        members: count,
        intoPosition: position.nullable(),
        /** Where it is divided itself. */
        halves: z.array(DividedHalf).nullable(),
      }),
    ),
  })
  .meta({ id: 'ReformDivision' });

export const ReformEdit = z
  .discriminatedUnion('do', [
    /** Adds or rewrites a unit that is there from the day on: a new one, or one that goes on under this name. */
    z.strictObject({
      do: z.literal('unit'),
      position: position.optional(),
      unitId: id.optional(),
      kind: z.enum(unitKinds).optional(),
      /** A new one has both; one that goes on keeps what is not said. */
      type: name.optional(),
      name: name.optional(),
      code: code.optional(),
      parentId: id.optional(),
      parentPosition: position.optional(),
    }),
    /** A unit goes there, whole or in part. With a position it says which unit a line of the list means. */
    z.strictObject({
      do: z.literal('part'),
      position: position.optional(),
      unitId: id,
      intoPosition: position.optional(),
      whole: z.boolean().default(true),
      share: share.optional(),
    }),
    /** Of units that bear the code of another one today: a new one, or still the same. */
    z.strictObject({
      do: z.literal('answer'),
      positions: z.array(position).min(1).max(20_000),
      as: z.enum(['new', 'same']),
    }),
    z.strictObject({ do: z.literal('drop'), positions: z.array(position).min(1).max(20_000) }),
    /** Hamlets of a divided unit go there; null: it is open again. */
    z.strictObject({
      do: z.literal('allot'),
      hamletIds: z.array(id).min(1).max(5000),
      intoPosition: position.nullable(),
    }),
    /** A hamlet of a divided unit becomes two, each with its place; allotting it whole takes that back. */
    z.strictObject({
      do: z.literal('split'),
      hamletId: id,
      halves: z.array(z.strictObject({ ...splitHalf, intoPosition: position.nullable() })).length(2),
    }),
    /** One half of it goes there; null: it is open again. */
    z.strictObject({ do: z.literal('place'), position, intoPosition: position.nullable() }),
    /** Somebody goes on in a unit of the day. Whoever is not named ends with the unit. */
    z.strictObject({
      do: z.literal('post'),
      personId: id,
      role: z.enum(officerRoles),
      title: name,
      /** Of a focal officer's post. */
      standIn: z.boolean().default(false),
      /** In the committee, which is a draft until a decision sets it up. */
      seat: z.enum(committeeSeats).optional(),
      intoPosition: position,
      /** In a unit that goes on somebody else has that seat: their post ends with the day before. */
      replaces: z.boolean().optional(),
    }),
    /** A hamlet is to be called so; with the council's resolution it is, from that day on. Null: as it is called now. */
    z.strictObject({
      do: z.literal('name'),
      unitId: id,
      type: name.optional(),
      name: name.nullable(),
      decided: z.strictObject({ onDate: day, directiveId: id }).optional(),
    }),
    /** Somebody's office ends with their unit, and that is meant so. */
    z.strictObject({ do: z.literal('leave'), personId: id, intoPosition: position }),
    /** Whose contact card the unit of the day takes over. */
    z.strictObject({ do: z.literal('office'), unitId: id, intoPosition: position }),
  ])
  .meta({ id: 'ReformEdit' });
