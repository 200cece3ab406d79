/** Which company or union covers which hamlet, and what it did there. */
import { z } from 'zod';
import { providerKinds } from '../enums.ts';
import {
  count,
  day,
  id,
  instant,
  page,
  pageQuery,
  PersonRef,
  reckonedDay,
  reckonedMonth,
  UnitRef,
} from '../primitives.ts';
import { route } from '../route.ts';

const CoveringProvider = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(providerKinds),
    contact: z.string().nullable(),
    people: count,
    /** Of the unit's hamlets. */
    hamlets: count,
  })
  .meta({ id: 'CoveringProvider' });

const CoverageRow = z
  .object({
    unit: UnitRef,
    /** The commune of a hamlet. */
    commune: UnitRef.nullable(),
    hamlets: count,
    /** How many of them each provider covers, in the order of `providers`. */
    covered: z.array(count),
  })
  .meta({ id: 'ProviderCoverageRow' });

const CoveredHamlet = z
  .object({
    unit: UnitRef,
    covered: z.boolean(),
    /** Others of the same kind that cover it as well: the commune chooses who answers first. */
    others: z.array(z.string()),
  })
  .meta({ id: 'CoveredHamlet' });

export const coverageRoutes = {
  providerCoverage: route({
    method: 'GET',
    path: '/units/{unitId}/coverage',
    summary: 'Providers by what they cover of each commune or hamlet, and hamlets that no telecom company covers',
    access: 'training.read',
    query: z.strictObject({
      by: z.enum(['commune', 'hamlet']).default('commune'),
      q: z.string().trim().max(100).optional(),
      /** A part is covered by some provider, not all; hamlets without a telecom company. */
      filter: z.enum(['gap', 'none']).optional(),
      ...pageQuery,
    }),
    response: page(CoverageRow)
      .extend({
        hamlets: count,
        providers: z.array(CoveringProvider),
        people: count,
        counts: z.object({ gap: count, none: count }),
        /** Hamlets that no telecom company covers, the first of them by name. */
        uncovered: z.object({ total: count, hamlets: z.array(z.object({ unit: UnitRef, commune: UnitRef })) }),
      })
      .meta({ id: 'ProviderCoverage' }),
  }),
  providerCell: route({
    method: 'GET',
    path: '/providers/{providerId}/coverage/{unitId}',
    summary: 'What a provider covers of a commune, its people there, and what they did this month',
    access: 'training.read',
    response: z
      .object({
        provider: z.object({ id, name: z.string(), kind: z.enum(providerKinds), contact: z.string().nullable() }),
        unit: UnitRef,
        /** The first day of what holds today; null where nothing is covered. */
        from: day.nullable(),
        hamlets: z.array(CoveredHamlet),
        people: z.array(
          z.object({ person: PersonRef, phoneMasked: z.string().nullable(), lastSeenAt: instant.nullable() }),
        ),
        month: reckonedMonth,
        sessions: count,
        jointTasks: count,
        difficulties: z.object({
          all: count,
          answered: count,
          overdue: count,
          daysLate: count,
          since: reckonedDay.nullable(),
        }),
      })
      .meta({ id: 'ProviderCell' }),
  }),
  setCoverage: route({
    method: 'POST',
    path: '/providers/{providerId}/coverage/{unitId}',
    summary:
      "Which of a commune's hamlets a provider covers from a day on; refused where somebody changed it meanwhile",
    access: 'unit.manage',
    command: true,
    status: 204,
    bodyKb: 128,
    body: z
      .strictObject({
        hamletIds: z.array(id).max(1000),
        /** Those that it covers as the officer saw it. */
        seen: z.array(id).max(1000),
        from: day,
      })
      .meta({ id: 'CoverageInput' }),
  }),
  coverHamlets: route({
    method: 'POST',
    path: '/providers/{providerId}/hamlets',
    summary: 'A provider covers more hamlets from a day on',
    access: 'unit.manage',
    command: true,
    status: 204,
    body: z.strictObject({ hamletIds: z.array(id).min(1).max(200), from: day }).meta({ id: 'CoverHamletsInput' }),
  }),
};
