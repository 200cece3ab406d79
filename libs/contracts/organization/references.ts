/** What other modules stand on: directives, registers of denominators, indicators, rules, providers, periods. */
import { z } from 'zod';
import { affiliations, aggregations, directiveKinds, pillars, teamRoles, providerKinds } from '../enums.ts';
import {
  atQuery,
  count,
  day,
  id,
  link,
  name,
  page,
  pageQuery,
  reason,
  reckonedDay,
  reckonedMonth,
  text,
  UnitRef,
} from '../primitives.ts';
import { route } from '../route.ts';
import { Dimension } from './dimensions.ts';

export const Directive = z
  .object({
    id,
    kind: z.enum(directiveKinds),
    number: z.string(),
    issuedOn: day,
    issuer: z.string(),
    abstract: z.string(),
    unit: UnitRef,
    basis: z.object({ id, number: z.string(), issuedOn: day }).nullable(),
    supersededBy: id.nullable(),
    validFrom: day,
    validTo: reckonedDay.nullable(),
    /** "Kế hoạch 31/KH-UBND ngày 15/6/2022", as cited. */
    citation: z.string(),
    /** Grows with each correction: 1 is as it was registered. */
    version: z.int(),
  })
  .meta({ id: 'Directive' });

/** What a directive says of itself, as it is typed. */
export const directiveWords = {
  kind: z.enum(directiveKinds),
  number: name,
  issuedOn: day,
  issuer: name,
  abstract: text.min(1),
};

export const DirectiveInput = z
  .strictObject({ ...directiveWords, basisId: id.optional(), supersedesId: id.optional() })
  .meta({ id: 'DirectiveInput' });

export const RegisterRow = z
  .object({
    unit: UnitRef,
    households: count.nullable(),
    population: count.nullable(),
    ocopProducts: count,
    ocopListed: count,
    asOf: day.nullable(),
  })
  .meta({ id: 'RegisterRow' });

export const OcopProduct = z
  .object({
    id,
    unit: UnitRef,
    name: z.string(),
    owner: z.string(),
    stars: z.int().min(3).max(5).nullable(),
    certificate: z.string().nullable(),
    listedOn: day.nullable(),
    marketplace: z.string().nullable(),
    link: z.string().nullable(),
  })
  .meta({ id: 'OcopProduct' });

export const Indicator = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    unit: z.string(),
    unitEn: z.string(),
    pillar: z.enum(pillars),
    aggregation: z.enum(aggregations),
    dimensions: z.array(Dimension),
    typed: z.boolean(),
  })
  .meta({ id: 'Indicator' });

export const CompositionRule = z
  .object({
    code: z.string(),
    subject: z.enum(['team', 'committee']),
    kind: z.enum(['min_members', 'role_count', 'affiliation']),
    min: z.int(),
    max: z.int().nullable(),
    role: z.enum(teamRoles).nullable(),
    affiliation: z.enum(affiliations).nullable(),
    citation: z.string(),
    validFrom: day,
    validTo: reckonedDay.nullable(),
  })
  .meta({ id: 'CompositionRule' });

export const ContactCard = z
  .object({
    office: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    /** Who answers there today. */
    holder: z.string().nullable(),
    hours: z.string().nullable(),
  })
  .meta({ id: 'ContactCard' });

export const Provider = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(providerKinds),
    coverage: z.array(UnitRef),
    contact: z.string().nullable(),
  })
  .meta({ id: 'Provider' });

export const referenceRoutes = {
  listDirectives: route({
    method: 'GET',
    path: '/units/{unitId}/directives',
    summary: 'Directives of the unit and of the units above it, newest first',
    access: 'unit.read',
    query: atQuery.extend(pageQuery),
    response: page(Directive).meta({ id: 'DirectivePage' }),
  }),
  createDirective: route({
    method: 'POST',
    path: '/units/{unitId}/directives',
    summary: 'Register a directive',
    access: 'directive.manage',
    status: 201,
    command: true,
    body: DirectiveInput,
    response: Directive,
  }),
  listRegisters: route({
    method: 'GET',
    path: '/units/{unitId}/registers',
    summary: 'Households, population, OCOP products of each hamlet or commune at a date, by name, and of all of them',
    access: 'register.read',
    query: z.strictObject({
      at: day.optional(),
      by: z.enum(['hamlet', 'commune']).default('hamlet'),
      q: z.string().trim().max(100).optional(),
      ...pageQuery,
    }),
    response: page(RegisterRow)
      .extend({
        sums: z.object({ households: count, population: count, ocopProducts: count, ocopListed: count }),
        /** Hamlets that were divided, until a figure is entered for each part: what they had is in no sum. The first of them. */
        undivided: z.array(z.object({ unit: UnitRef, households: count.nullable(), population: count.nullable() })),
      })
      .meta({ id: 'RegisterPage' }),
  }),
  setRegister: route({
    method: 'PUT',
    path: '/units/{unitId}/registers',
    summary: 'Record households and population of a unit from a date',
    access: 'register.manage',
    command: true,
    body: z
      .strictObject({ households: count.optional(), population: count.optional(), asOf: day })
      .meta({ id: 'RegisterInput' }),
    response: RegisterRow,
  }),
  listOcopProducts: route({
    method: 'GET',
    path: '/units/{unitId}/ocop-products',
    summary: 'OCOP products of a unit by name: which are listed, which are missing',
    access: 'register.read',
    query: z.strictObject({
      at: day.optional(),
      q: z.string().trim().max(100).optional(),
      filter: z.enum(['missing', 'listed']).optional(),
      ...pageQuery,
    }),
    response: page(OcopProduct)
      .extend({ sums: z.object({ registered: count, listed: count }) })
      .meta({ id: 'OcopProductPage' }),
  }),
  addOcopProduct: route({
    method: 'POST',
    path: '/units/{unitId}/ocop-products',
    summary: 'Register an OCOP product of a hamlet',
    access: 'register.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({ name, owner: name, stars: z.int().min(3).max(5).optional(), certificate: name.optional() })
      .meta({ id: 'OcopProductInput' }),
    response: OcopProduct,
  }),
  changeOcopProduct: route({
    method: 'PATCH',
    path: '/ocop-products/{productId}',
    summary: 'Put a product of the register right, with the reason',
    access: 'register.manage',
    command: true,
    body: z
      .strictObject({
        name: name.optional(),
        owner: name.optional(),
        stars: z.int().min(3).max(5).optional(),
        certificate: name.optional(),
        reason,
      })
      .meta({ id: 'OcopProductChange' }),
    response: OcopProduct,
  }),
  endOcopProduct: route({
    method: 'POST',
    path: '/ocop-products/{productId}/end',
    summary: 'The product leaves the register after a day, with the reason',
    access: 'register.manage',
    command: true,
    status: 204,
    body: z.strictObject({ lastDay: day, reason }).meta({ id: 'OcopProductEnd' }),
  }),
  listOcopProduct: route({
    method: 'POST',
    path: '/ocop-products/{productId}/listing',
    summary: 'The product is on a marketplace from a day',
    access: 'register.manage',
    command: true,
    body: z.strictObject({ listedOn: day, marketplace: name, link: link.optional() }).meta({ id: 'OcopListing' }),
    response: OcopProduct,
  }),
  listIndicators: route({
    method: 'GET',
    path: '/indicators',
    summary: 'Indicator definitions valid at a date',
    access: 'self',
    whole: 'the national catalogue, some fifty',
    query: atQuery,
    response: z.array(Indicator),
  }),
  listRules: route({
    method: 'GET',
    path: '/units/{unitId}/composition-rules',
    summary: 'Composition rules valid for the unit at a date',
    access: 'unit.read',
    whole: 'the rules of the nearest unit that has any',
    query: atQuery,
    response: z.array(CompositionRule),
  }),
  listProviders: route({
    method: 'GET',
    path: '/units/{unitId}/providers',
    summary: 'Providers that cover the unit or a part of it',
    access: 'unit.browse',
    query: z.strictObject(pageQuery),
    response: page(Provider).meta({ id: 'ProviderPage' }),
  }),
  createProvider: route({
    method: 'POST',
    path: '/providers',
    summary: 'A provider with its coverage',
    access: 'unit.manage',
    status: 201,
    command: true,
    bodyKb: 128,
    body: z
      .strictObject({
        name,
        kind: z.enum(providerKinds),
        coverage: z.array(id).min(1).max(2000),
        contact: z.string().max(200).optional(),
        from: day,
      })
      .meta({ id: 'ProviderInput' }),
    response: Provider,
  }),
  contactCard: route({
    method: 'GET',
    path: '/units/{unitId}/contact',
    summary: 'The office to ask (held by an office, not by a person)',
    access: 'unit.read',
    response: ContactCard,
  }),
  currentPeriod: route({
    method: 'GET',
    path: '/units/{unitId}/period',
    summary: 'Reporting period of a day',
    access: 'unit.read',
    query: atQuery,
    response: z
      .object({ month: reckonedMonth, startsOn: reckonedDay, endsOn: reckonedDay, dueOn: reckonedDay })
      .meta({ id: 'Period' }),
  }),
};
