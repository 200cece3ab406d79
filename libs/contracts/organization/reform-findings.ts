/** What of a reform of communes is not settled, and what its day would do. */
import { z } from 'zod';
import { count, id, UnitRef } from '../primitives.ts';
import { reformFindings, reformNumbers } from './reform-kinds.ts';

const position = z.int().min(1).max(10_000_000);

const Named = z.object({ id, fullName: z.string(), code: z.string().nullable() }).meta({ id: 'ReformUnit' });
export const ReformFinding = z
  .object({
    code: z.enum(reformFindings),
    /** Nothing is scheduled before it is settled. */
    blocks: z.boolean(),
    /** The line that it is about, and the row of the file. */
    position: position.nullable(),
    row: z.int().nullable(),
    unit: Named.nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    /** What may have been meant. */
    near: z.array(Named),
  })
  .meta({ id: 'ReformFinding' });

export const Rehearsal = z
  .object({
    version: z.int(),
    late: z.boolean(),
    /** Milliseconds. */
    took: z.int(),
    numbers: z.record(z.enum(reformNumbers), count),
    /** What must be true of it: broken ones are findings that nobody can settle by a choice. */
    invariants: z.object({ unitsBefore: count, unitsAfter: count, hamlets: count, hamletsPlaced: count }),
    blocks: z.array(ReformFinding),
    warnings: z.array(ReformFinding),
  })
  .meta({ id: 'ReformRehearsal' });

export const Rehearsed = z
  .object({ id, label: z.string(), unit: UnitRef.nullable(), into: z.string().nullable() })
  .meta({ id: 'ReformRehearsed' });
