/** The OpenAPI 3.1 document, built from the route table; served at /api/docs and source of the generated client. */
import { z } from 'zod';
import { Problem } from './primitives.ts';
import type { RouteDefinition } from './route.ts';
import { routes } from './routes.ts';

type Json = Record<string, unknown>;
const json = (schema: Json) => ({ content: { 'application/json': { schema } } });
/** Path parameters that are no ids. */
const words = new Set(['code', 'channelId', 'feedToken', 'fileHash']);
const uploadTypes = {
  workbook: 'application/octet-stream',
  photo: 'application/octet-stream',
  csv: 'text/csv',
  document: 'application/octet-stream',
} as const;

export function openApiDocument(serverUrl = '/api/v1') {
  const paths: Record<string, Json> = {};
  for (const [operationId, definition] of Object.entries(routes) as [string, RouteDefinition][]) {
    (paths[definition.path] ??= {})[definition.method.toLowerCase()] = operation(operationId, definition);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tổ Số', version: '1', description: 'Community digital technology teams: tasks, teams, messages.' },
    servers: [{ url: serverUrl }],
    paths,
    components: { schemas: componentSchemas(), securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  };
}

function operation(operationId: string, definition: RouteDefinition): Json {
  const status = definition.status ?? (definition.response || definition.produces ? 200 : 204);
  return {
    operationId,
    summary: definition.summary,
    ...(definition.whole && { description: `Answered whole: ${definition.whole}.` }),
    ...(definition.access !== 'public' && { security: [{ session: [] }] }),
    'x-access': definition.access,
    parameters: parameters(definition),
    ...requestBody(definition),
    responses: {
      [status]: { description: 'Success', ...success(definition) },
      default: {
        description: 'A coded problem',
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    },
  };
}

function success(definition: RouteDefinition): Json {
  if (definition.response) return json(schemaOf(definition.response, 'output'));
  if (definition.produces)
    return {
      content: Object.fromEntries(
        [definition.produces].flat().map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      ),
    };
  return {};
}

function requestBody(definition: RouteDefinition): Json {
  if (definition.upload)
    return {
      requestBody: {
        required: true,
        content: { [uploadTypes[definition.upload]]: { schema: { type: 'string', format: 'binary' } } },
      },
    };
  return definition.body ? { requestBody: { required: true, ...json(schemaOf(definition.body, 'input')) } } : {};
}

function parameters(definition: RouteDefinition): Json[] {
  const inPath = [...definition.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name && words.has(name) ? { type: 'string' } : { type: 'string', format: 'uuid' },
  }));
  const key = definition.command
    ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', format: 'uuid' } }]
    : [];
  return [...inPath, ...queryParameters(definition), ...key];
}

function queryParameters(definition: RouteDefinition): Json[] {
  if (!definition.query) return [];
  const schema = schemaOf(definition.query, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

/** A named schema becomes a reference, an unnamed one stays in place with its named parts as references. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const name = schema.meta()?.id;
  if (name) return reference(name);
  const registry = z.registry<{ id?: string }>();
  const inner = z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: registry }) as Json;
  return strip(replaceNamed(schema, io) ?? inner);
}

/** Arrays, nullables and pages of named schemas keep their names in the document. */
function replaceNamed(schema: z.ZodType, io: 'input' | 'output'): Json | undefined {
  if (schema instanceof z.ZodArray) return { type: 'array', items: schemaOf(schema.element as z.ZodType, io) };
  if (schema instanceof z.ZodNullable) return { anyOf: [schemaOf(schema.unwrap() as z.ZodType, io), { type: 'null' }] };
  return undefined;
}

function componentSchemas(): Record<string, Json> {
  void Problem;
  const uri = (id: string) => `#/components/schemas/${id}`;
  const output = z.toJSONSchema(z.globalRegistry, { io: 'output', uri, unrepresentable: 'any' }).schemas as Record<
    string,
    Json
  >;
  const input = z.toJSONSchema(z.globalRegistry, { io: 'input', uri, unrepresentable: 'any' }).schemas as Record<
    string,
    Json
  >;
  const bodies = new Set(
    Object.values(routes).map((definition) =>
      'body' in definition ? (definition.body as z.ZodType).meta()?.id : undefined,
    ),
  );
  return Object.fromEntries(
    Object.entries(output).map(([id, schema]) => [id, strip((bodies.has(id) ? input[id] : schema) ?? {})]),
  );
}

function strip({ $schema: _schema, $id: _id, id: _named, ...rest }: Json): Json {
  return rest;
}

function reference(id: string): Json {
  return { $ref: `#/components/schemas/${id}` };
}
