import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { invalid } from '#platform/http';

/** Guards run before the handler's own validation, so strategies check the body by the route's schema themselves. */
export function bodyOf<S extends z.ZodType>(request: FastifyRequest, schema: S): z.output<S> {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map(({ path, code }) => ({ path: path.join('.'), code: `input.${code}`, params: {} })),
  );
}
