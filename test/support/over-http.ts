/** Calls a real process of the product over HTTP, as a phone or a browser does. */
import { randomUUID } from 'node:crypto';
import { pathTo, type RouteDefinition } from '#contracts';
import type { Answer } from './app.ts';

export interface HttpCall {
  token?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Idempotency-Key; a command has a fresh one unless given. */
  key?: string;
}

/** @throws TypeError of fetch when there is no network */
export async function callOver(url: string, route: RouteDefinition, call: HttpCall = {}): Promise<Answer> {
  const { token, params = {}, query, body, key = route.command && randomUUID() } = call;
  const binary = Buffer.isBuffer(body);
  const response = await fetch(
    `${url}/api/v1${pathTo(route, params)}${query ? `?${new URLSearchParams(query)}` : ''}`,
    {
      method: route.method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(key && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': binary ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body !== undefined && { body: binary ? new Uint8Array(body) : JSON.stringify(body) }),
    },
  );
  const raw = Buffer.from(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && raw.length > 0;
  return {
    status: response.status,
    body: isJson ? JSON.parse(raw.toString()) : raw.toString(),
    headers: Object.fromEntries(response.headers),
    raw,
  };
}
