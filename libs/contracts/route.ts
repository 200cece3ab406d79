/**
 * One typed value per endpoint. Controllers, the OpenAPI document, the access matrix and the generated client
 * all come from these values, so an endpoint is described once.
 */
import type { z } from 'zod';
import type { Action } from './actions.ts';

export interface RouteDefinition {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with {names} for path parameters (all UUIDs unless `params` says otherwise). */
  path: string;
  summary: string;
  /** `public`: no session; `self`: any signed-in person, own data only; else an action of the table in actions.ts. */
  access: 'public' | 'self' | Action;
  query?: z.ZodType;
  body?: z.ZodType;
  response?: z.ZodType;
  /** Of a GET that answers a list without pages: what keeps it short, whatever the country's size. */
  whole?: string;
  /** Success status; 200, or 204 without a response. */
  status?: 200 | 201 | 202 | 204;
  /** A command takes an Idempotency-Key (UUID v4): the same key gets the same answer for 90 days. */
  command?: true;
  /** Worked twice, the command gives its first answer by itself: its rows carry its id, or its state is a table's. */
  repeats?: true;
  /** The largest body in KB, where all that the schema takes needs more than the 64 of every other route of JSON. */
  bodyKb?: number;
  /** Raw bytes instead of JSON. */
  upload?: 'workbook' | 'photo' | 'csv' | 'document';
  /** Media type of a response that is not JSON; several when the query chooses. */
  produces?: string | readonly string[];
}

/** What a body of JSON may weigh, of routes that say nothing else; without a session a few fields come. */
export const BODY_KB = 64;
export const STRANGER_BODY_KB = 16;

export function route<const R extends RouteDefinition>(definition: R): R {
  return definition;
}

/** "/teams/{teamId}" as routers write it: "/teams/:teamId". */
export function routerPath({ path }: Pick<RouteDefinition, 'path'>): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** The route's path with its names filled; one without a value stays empty. */
export function pathTo({ path }: Pick<RouteDefinition, 'path'>, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

export type RouteBody<R> = R extends { body: infer B extends z.ZodType } ? z.output<B> : undefined;
export type RouteQuery<R> = R extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
export type RouteAnswer<R> = R extends { response: infer A extends z.ZodType } ? z.input<A> : void;
