import 'reflect-metadata';
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  Header,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
} from '@nestjs/common';
import { type RouteBody, type RouteDefinition, routerPath } from '#contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parse } from './first-fault.ts';
import { invalid, platformErrors, type ProblemDetail } from './problem.ts';
import { unstorable } from './unstorable.ts';

const ROUTE = 'route';
const verbs = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const;

/** Binds a controller method to a route of the contract: verb, path, status, and everything the guards read. */
export function Handle(route: RouteDefinition) {
  const status = route.status ?? (route.response || route.produces ? 200 : 204);
  return applyDecorators(
    verbs[route.method](routerPath(route)),
    HttpCode(status),
    SetMetadata(ROUTE, route),
    // One of several types is set by the answer itself.
    ...(typeof route.produces === 'string' ? [Header('content-type', route.produces)] : []),
  );
}

/** Marks health checks and static pages that are not part of the API's contract. */
export function OutsideContract() {
  return SetMetadata(ROUTE, { method: 'GET', path: '', summary: '', access: 'public' } satisfies RouteDefinition);
}

export function routeOf(handler: object): RouteDefinition | undefined {
  return Reflect.getMetadata(ROUTE, handler) as RouteDefinition | undefined;
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** The route's body, validated: `@Input() input: RouteBody<typeof routes.x>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const route = routeOf(context.getHandler());
  return route && bodyOf(requestOf(context), route);
});

/** The same for what runs before a handler has its input: guards, and the strategies behind them. @throws input.invalid */
export function bodyOf<R extends RouteDefinition>({ body }: FastifyRequest, { body: schema }: R): RouteBody<R> {
  return (schema ? check(schema, body ?? {}, '') : undefined) as RouteBody<R>;
}

/** The route's query string, validated. */
export const Query = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const schema = routeOf(context.getHandler())?.query;
  return schema ? check(schema, requestOf(context).query ?? {}, 'query.') : undefined;
});

/** A path parameter that is a UUID. */
export const PathId = createParamDecorator((name: string, context: ExecutionContext) => {
  const value = (requestOf(context).params as Record<string, string>)[name] ?? '';
  if (!z.uuid().safeParse(value).success) throw platformErrors.notFound();
  return value.toLowerCase();
});

/** A path parameter that is a code. */
export const PathCode = createParamDecorator((name: string, context: ExecutionContext) => {
  const value = (requestOf(context).params as Record<string, string>)[name] ?? '';
  if (unstorable(value).length > 0) throw platformErrors.notFound();
  return value;
});

/** The raw bytes of an upload route. */
export const Bytes = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { body } = requestOf(context);
  if (!Buffer.isBuffer(body)) throw platformErrors.wrongMedia();
  return body;
});

function check(schema: z.ZodType, value: unknown, prefix: string): unknown {
  const broken = unstorable(value);
  if (broken.length > 0)
    throw invalid(broken.map((path) => ({ path: prefix + path, code: 'input.unstorable', params: {} })));
  const parsed = parse(schema, value);
  if ('data' in parsed) return parsed.data;
  throw invalid(parsed.issues.flatMap((issue) => detailsOf(issue, prefix)));
}

/** A message written as a code ('target.positive') is the code; others keep zod's kind with its limits as params. */
function detailsOf(issue: z.core.$ZodIssue, prefix: string): ProblemDetail[] {
  const { code, path, message, input: _input, ...rest } = issue as z.core.$ZodIssue & Record<string, unknown>;
  const own = /^[a-z]\w*\.\w+$/.test(message) ? message : `input.${code}`;
  const { inst: _inst, errors: _errors, continue: _continue, ...params } = rest as Record<string, unknown>;
  return [{ path: prefix + path.join('.'), code: own, params }];
}
