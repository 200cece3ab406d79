/** Dated rules of a unit, each with the directive that sets it; what stands in none of its own comes from above. */
import { z } from 'zod';
import { MOST_SLIPS } from '../access/inviting.ts';
import { affiliations, officerRoles } from '../enums.ts';
import { atQuery, count, day, id, instant, reckonedDay, timeOfDay, UnitRef } from '../primitives.ts';
import { dueShifts, dueWordings } from '../reporting/due-days.ts';
import { allowanceBases } from '../reporting/service-days.ts';
import { route } from '../route.ts';
import { type KeepingKind, keepingTerms } from './keeping-terms.ts';
import { ruleEffects, ruleHearers, ruleKinds } from './rule-kinds.ts';

const days = z.int().min(1).max(60);
const hours = z.int().min(1).max(1440);
const asked = z.array(z.enum(affiliations)).max(affiliations.length);
const segments = /\{(?:hamlet|commune|district)\}/g;
/** The segments that a team's group is told by, and no others. */
const isGroupName = (text: string): boolean =>
  ['{hamlet}', '{commune}'].every((part) => text.split(part).length === 2) && !/[{}]/.test(text.replace(segments, ''));

const kept = <K extends KeepingKind>(kind: K) => {
  const { least, most } = keepingTerms[kind];
  return z.strictObject({ kind: z.literal(kind), amount: z.int().min(least).max(most) });
};

export const RuleValue = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('composition'),
      members: z.int().min(1).max(50),
      deputies: z.int().min(0).max(10),
      affiliations: asked,
    }),
    z.strictObject({ kind: z.literal('committee'), affiliations: asked.min(1) }),
    z.strictObject({
      kind: z.literal('groupName'),
      template: z.string().trim().normalize('NFC').max(100).refine(isGroupName, { error: 'rules.template' }),
      nameMax: z.int().min(20).max(100),
    }),
    z.strictObject({ kind: z.literal('reply'), days }),
    z
      .strictObject({
        kind: z.literal('chase'),
        replyDays: days,
        remindHours: hours,
        supporterHours: hours,
        callListHours: hours,
        remindEveryHours: z.int().min(1).max(168),
        /** Of an urgent order: so much of the hours, in hundredths; half of them where it is not said. */
        urgentPercent: z.int().min(10).max(100).default(50),
      })
      .refine((rule) => rule.remindHours <= rule.supporterHours, { path: ['supporterHours'], error: 'rules.stepOrder' })
      .refine((rule) => rule.supporterHours <= rule.callListHours, {
        path: ['callListHours'],
        error: 'rules.stepOrder',
      }),
    z.strictObject({ kind: z.literal('difficulty'), days }),
    z.strictObject({
      kind: z.literal('sampling'),
      below: z.int().min(2).max(1000),
      oneIn: z.int().min(2).max(20),
    }),
    z
      .strictObject({
        kind: z.literal('quiet'),
        /** Only what is urgent goes out on these days; else the hours hold nothing back but the nights. */
        wholeDays: z.boolean(),
        quietFrom: timeOfDay,
        quietTo: timeOfDay,
        /** Whole days have an end. */
        lastDay: day.nullable(),
      })
      .refine((rule) => !rule.wholeDays || rule.lastDay !== null, { path: ['lastDay'], error: 'rules.quietEnd' }),
    z
      .strictObject({
        kind: z.literal('period'),
        windowStartDay: z.int().min(1).max(28),
        dueBeforeDay: z.int().min(2).max(28),
        shift: z.enum(dueShifts),
        /** How the directive words the day; without it "before". */
        wording: z.enum(dueWordings).optional(),
      })
      .refine((rule) => rule.dueBeforeDay > rule.windowStartDay, {
        path: ['dueBeforeDay'],
        error: 'rules.dueInPeriod',
      }),
    z.strictObject({ kind: z.literal('reportApproval'), isNeeded: z.boolean() }),
    z.strictObject({
      kind: z.literal('secondApproval'),
      isNeeded: z.boolean(),
      measure: z.enum(['teams', 'people']),
      /** What goes to more than so many waits for a second officer: an order, a report asked for once, a reminder. Units that are asked count as teams. */
      above: z.int().min(1).max(1_000_000),
    }),
    z
      .strictObject({ kind: z.literal('allowance'), basis: z.enum(allowanceBases), amount: count })
      .refine(({ basis, amount }) => (basis === 'none') === (amount === 0), {
        path: ['amount'],
        error: 'allowance.amount',
      }),
    z
      .strictObject({
        kind: z.literal('attention'),
        silentDays: z.int().min(3).max(180),
        busyTeams: z.int().min(2).max(50),
        lateMonths: z.int().min(1).max(12),
        lateTimes: z.int().min(1).max(12),
        lateDays: z.int().min(1).max(24),
        termDays: z.int().min(7).max(365),
      })
      .refine((rule) => rule.lateTimes <= rule.lateMonths, { path: ['lateTimes'], error: 'rules.lateTimes' }),
    z.strictObject({
      kind: z.literal('secondFactor'),
      /** Of whom one is required. */
      roles: z.array(z.enum(officerRoles)).max(officerRoles.length),
      /** Before what weighs much, officers without one show their password again. */
      askAgain: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('inviting'),
      /** Of a hundred members so many have come in: then inviting is done. */
      donePercent: z.int().min(50).max(100),
      slipsAtOnce: z.int().min(8).max(MOST_SLIPS),
      slipDays: z.int().min(3).max(90),
    }),
    kept('keepLog'),
    kept('keepInbox'),
    kept('keepDeliveries'),
    kept('keepPhotos'),
    kept('keepLeavers'),
    kept('keepDrafts'),
    kept('keepLists'),
    kept('keepUploads'),
    kept('keepSessions'),
    kept('keepWebhooks'),
    kept('keepFiles'),
    kept('keepAsked'),
  ])
  .meta({ id: 'RuleValue' });

/** A stretch of days on which one rule holds for the unit. */
export const RuleSpan = z
  .object({
    value: RuleValue,
    /** Whose rule it is; null: it holds everywhere where nobody has set one. */
    unit: UnitRef.nullable(),
    from: day,
    /** The first day on which it no longer holds. */
    until: reckonedDay.nullable(),
    /** The day on which the rule itself begins; with the unit and the kind it names the rule. */
    ruleFrom: day,
    directive: z.object({ id, number: z.string(), issuedOn: day, issuer: z.string() }).nullable(),
    citation: z.string(),
    /** To how many people it was announced before its day. */
    announced: z.object({ people: count, at: instant, recallUntil: instant }).nullable(),
  })
  .meta({ id: 'RuleSpan' });

export const DatedRule = z
  .object({
    kind: z.enum(ruleKinds),
    /** The reader may set it for this unit. */
    maySet: z.boolean(),
    now: RuleSpan.nullable(),
    next: RuleSpan.nullable(),
    /** All stretches of days, the latest first. */
    spans: z.array(RuleSpan).max(60),
  })
  .meta({ id: 'DatedRule' });

export const RulePreview = z
  .object({
    at: instant,
    /** What holds on the day without the new rule. */
    held: RuleSpan.nullable(),
    /** The same as holds already. */
    same: z.boolean(),
    effects: z.array(
      z.object({ what: z.enum(ruleEffects), stays: z.boolean(), count: z.int(), communes: z.int().nullable() }),
    ),
    /** Units below with a rule of their own: how many, and the first of them. */
    apart: z.object({ count: z.int(), first: z.array(z.object({ unit: UnitRef, value: RuleValue })).max(4) }),
    /** Who would be told now of a rule that begins later; somebody may be several of these. Null: it begins today, or has begun. */
    hearers: z
      .object({
        people: count,
        by: z.array(z.object({ who: z.enum(ruleHearers), count })).max(ruleHearers.length),
      })
      .nullable(),
  })
  .meta({ id: 'RulePreview' });

const named = z.object({ kind: z.enum(ruleKinds), from: day }).meta({ id: 'RuleNamed' });

/** So many whole days without messages are a feast; more would be a way to silence a commune. */
const MOST_QUIET_DAYS = 31;
const DAY_MS = 86_400_000;
const withFrom = { value: RuleValue, from: day };
interface Draft {
  value: z.infer<typeof RuleValue>;
  from: string;
}
const endsInTime = ({ value, from }: Draft): boolean => {
  if (value.kind !== 'quiet' || value.lastDay === null) return true;
  const days = (Date.parse(value.lastDay) - Date.parse(from)) / DAY_MS + 1;
  return days >= 1 && (!value.wholeDays || days <= MOST_QUIET_DAYS);
};
const quietEnd = { path: ['value', 'lastDay'], error: 'rules.quietEnd' };

export const ruleRoutes = {
  datedRules: route({
    method: 'GET',
    path: '/units/{unitId}/dated-rules',
    summary: 'Each kind of rule: what holds for the unit on a day, what comes after it, and all that held',
    access: 'unit.read',
    whole: 'one for each kind of rule',
    query: atQuery,
    response: z.array(DatedRule).max(ruleKinds.length),
  }),
  previewDatedRule: route({
    method: 'POST',
    path: '/units/{unitId}/dated-rules/preview',
    summary: 'Whom a rule would touch from a day on; nothing is written',
    access: 'rule.own',
    status: 200,
    body: z.strictObject(withFrom).refine(endsInTime, quietEnd).meta({ id: 'RuleDraft' }),
    response: RulePreview,
  }),
  setDatedRule: route({
    method: 'POST',
    path: '/units/{unitId}/dated-rules',
    summary: 'A rule of the unit from a day on, by its directive; the one before it ends the day before',
    access: 'rule.own',
    status: 201,
    command: true,
    body: z
      .strictObject({
        ...withFrom,
        directiveId: id,
        /** Whom it concerns are told now; of a rule that begins on a later day. */
        announce: z.boolean().optional(),
      })
      .refine(endsInTime, quietEnd)
      .meta({ id: 'RuleInput' }),
    response: named.extend({ told: count }).meta({ id: 'RuleSet' }),
  }),
  takeBackDatedRule: route({
    method: 'POST',
    path: '/units/{unitId}/dated-rules/take-back',
    summary: 'A rule of the unit whose day has not come; the one before it goes on',
    access: 'rule.own',
    status: 200,
    command: true,
    body: z.strictObject({ kind: z.enum(ruleKinds), from: day }).meta({ id: 'RuleTakenBack' }),
    /** How many are told that it is off: none where it was not announced, or nothing of it had gone out. */
    response: named.extend({ told: count }).meta({ id: 'RuleOff' }),
  }),
  endDatedRule: route({
    method: 'POST',
    path: '/units/{unitId}/dated-rules/end',
    summary: 'A rule of the unit ends with a day; from then on it is as above',
    access: 'rule.own',
    status: 200,
    command: true,
    body: z.strictObject({ kind: z.enum(ruleKinds), from: day, lastDay: day }).meta({ id: 'RuleEnd' }),
    response: named,
  }),
};
