/** Kinds of work and indicators that units add to the catalogue, each from a day to a day, by a directive. */
import { z } from 'zod';
import { evidenceKinds, pillars } from '../enums.ts';
import { count, day, id, instant, name, reckonedDay, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

const dated = {
  from: day,
  /** The first day on which it is no longer offered. */
  until: reckonedDay.nullable(),
  directive: z.object({ id, citation: z.string() }).nullable(),
  /** The reader may end it. */
  mayEnd: z.boolean(),
};
const begins = { from: day, lastDay: day.optional(), directiveId: id };
const line = z.string().trim().normalize('NFC').min(1).max(300);

export const OfferedTemplate = z
  .object({
    code: z.string(),
    title: z.string(),
    titleEn: z.string(),
    pillar: z.enum(pillars),
    /** Codes; the first is the target's. */
    indicators: z.array(z.string()),
    evidence: z.array(z.enum(evidenceKinds)),
    suggestion: z.string(),
    guide: z.array(z.string()),
    /** Whose it is; null: of the catalogue. */
    unit: UnitRef.nullable(),
    ...dated,
  })
  .meta({ id: 'OfferedTemplate' });

export const OfferedIndicator = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    unit: z.string(),
    pillar: z.enum(pillars),
    ...dated,
  })
  .meta({ id: 'OfferedIndicator' });

export const ownCatalogueRoutes = {
  // Whole: the national catalogue, some thirty, and what a unit and those above it have added.
  unitCatalogue: route({
    method: 'GET',
    path: '/units/{unitId}/catalogue',
    summary:
      'Kinds of work and indicators that the unit is offered, was offered and will be, of the catalogue and its own',
    access: 'rule.own',
    response: z
      .object({
        templates: z.array(OfferedTemplate).max(500),
        indicators: z.array(OfferedIndicator).max(500),
        /** The reader may add kinds of work here, and indicators to the installation. */
        mayAdd: z.object({ templates: z.boolean(), indicators: z.boolean() }),
      })
      .meta({ id: 'UnitCatalogue' }),
  }),
  previewCatalogue: route({
    method: 'POST',
    path: '/units/{unitId}/catalogue/preview',
    summary: 'Whom a new entry reaches, or what one that ends is still used by; nothing is written',
    access: 'rule.own',
    status: 200,
    body: z.strictObject({ code: z.string().max(20).optional(), from: day }).meta({ id: 'CatalogueDraft' }),
    response: z
      .object({
        at: instant,
        /** Units that issue orders and are offered it. */
        issuers: count,
        teams: count,
        /** Open work that keeps it. */
        openTasks: count,
        /** Monthly orders that give nothing more once it has ended. */
        series: count,
        /** Kinds of work that are counted by it. */
        templates: count,
      })
      .meta({ id: 'CataloguePreview' }),
  }),
  addTemplate: route({
    method: 'POST',
    path: '/units/{unitId}/task-templates',
    summary: 'A kind of work of the unit, offered to it and all below from a day on',
    access: 'rule.own',
    status: 201,
    command: true,
    body: z
      .strictObject({
        title: name,
        pillar: z.enum(pillars),
        indicators: z.array(z.string().max(20)).min(1).max(4),
        evidence: z.array(z.enum(evidenceKinds)).min(1).max(evidenceKinds.length),
        suggestion: z.string().trim().normalize('NFC').min(1).max(1000),
        guide: z.array(line).max(12),
        ...begins,
      })
      .meta({ id: 'TemplateInput' }),
    response: z.object({ code: z.string() }).meta({ id: 'CatalogueCode' }),
  }),
  endTemplate: route({
    method: 'POST',
    path: '/units/{unitId}/task-templates/end',
    summary: 'A kind of work is offered for the last time on a day; old work keeps it',
    access: 'rule.own',
    status: 204,
    command: true,
    body: z.strictObject({ code: z.string().max(20), lastDay: day }).meta({ id: 'CatalogueEnd' }),
  }),
  addIndicator: route({
    method: 'POST',
    path: '/units/{unitId}/indicators',
    summary: 'An indicator of the installation: a count that teams report and months add up',
    access: 'rule.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({
        name,
        unit: z.string().trim().normalize('NFC').min(1).max(40),
        pillar: z.enum(pillars),
        ...begins,
      })
      .meta({ id: 'IndicatorInput' }),
    response: z.object({ code: z.string() }).meta({ id: 'IndicatorCode' }),
  }),
  endIndicator: route({
    method: 'POST',
    path: '/units/{unitId}/indicators/end',
    summary: 'An indicator that the installation has added is offered for the last time on a day',
    access: 'rule.manage',
    status: 204,
    command: true,
    body: z.strictObject({ code: z.string().max(20), lastDay: day }).meta({ id: 'IndicatorEnd' }),
  }),
};
