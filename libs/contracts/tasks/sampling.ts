/** Small results may be confirmed of which only some were looked at, by a rule with a paper and a first day. */
import { z } from 'zod';
import { day, id, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

/** How a result came to be confirmed. `together`: ticked with others; `sample`: by a rule, without having been drawn. */
export const confirmationManners = ['each', 'together', 'sample'] as const;

/** Why a result has to be looked at before it is confirmed: it was drawn, or it is too large for the rule. */
export const lookReasons = ['drawn', 'size'] as const;

export const SamplingRule = z
  .object({
    id,
    /** Whose rule it is; it holds in all communes below that have none of their own. */
    unit: UnitRef,
    /** Results from this number on are always looked at. */
    below: z.int(),
    /** Of the smaller ones, one in so many is drawn. */
    oneIn: z.int(),
    validFrom: day,
    /** The last day; null: until another one comes. */
    validTo: day.nullable(),
    directive: z.object({ id, number: z.string(), issuedOn: day }).nullable(),
    by: PersonRef,
  })
  .meta({ id: 'SamplingRule' });

const answer = z.object({ id }).meta({ id: 'SamplingRuleId' });

export const samplingRoutes = {
  samplingRules: route({
    method: 'GET',
    path: '/units/{unitId}/sampling-rules',
    summary: 'The rule of today and those to come, of the unit or of the nearest unit above that has any',
    access: 'assignment.read',
    whole: 'one rule of today and those to come, of one unit',
    response: z.array(SamplingRule).max(100),
  }),
  setSamplingRule: route({
    method: 'POST',
    path: '/units/{unitId}/sampling-rules',
    summary:
      'From a day on, of small results only one in so many is looked at; an earlier rule of the unit ends the day before',
    access: 'sampling.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({
        below: z.int().min(2).max(1000),
        oneIn: z.int().min(2).max(20),
        from: day,
        directiveId: id,
      })
      .meta({ id: 'SamplingRuleInput' }),
    response: answer,
  }),
  endSamplingRule: route({
    method: 'POST',
    path: '/sampling-rules/{ruleId}/end',
    summary: 'Every result is looked at again from the day after the last one; a rule that has not begun is taken back',
    access: 'sampling.manage',
    status: 200,
    command: true,
    body: z.strictObject({ lastDay: day }).meta({ id: 'SamplingRuleEnd' }),
    response: answer,
  }),
};
