/** Calls the running server over HTTP as a browser would, by the contract's routes. */
import { randomUUID } from 'node:crypto';
import { pathTo, type RouteAnswer, type RouteDefinition } from '#contracts';

export interface Call {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export class ApiClient {
  constructor(
    readonly baseUrl: string,
    private readonly token?: string,
  ) {}

  /** The same server as another person. */
  as(token: string): ApiClient {
    return new ApiClient(this.baseUrl, token);
  }

  /** @throws ApiError with the problem's code and details when the server refuses. */
  async call<R extends RouteDefinition>(route: R, call: Call = {}): Promise<RouteAnswer<R>> {
    const text = await (await this.ask(route, call)).text();
    return (text === '' ? undefined : JSON.parse(text)) as RouteAnswer<R>;
  }

  /** The file of a route that answers with one. @throws as `call` */
  async download(route: RouteDefinition, call: Call = {}): Promise<Buffer> {
    return Buffer.from(await (await this.ask(route, call)).arrayBuffer());
  }

  private async ask(route: RouteDefinition, { params = {}, query, body }: Call): Promise<Response> {
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const binary = Buffer.isBuffer(body);
    const response = await fetch(`${this.baseUrl}/api/v1${pathTo(route, params)}${search}`, {
      method: route.method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(route.command && { 'idempotency-key': randomUUID() }),
        ...(body !== undefined && { 'content-type': binary ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body !== undefined && { body: binary ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new ApiError(
        response.status,
        `${route.method} ${route.path} answered ${response.status}: ${(await response.text()).slice(0, 500)}`,
      );
    return response;
  }
}
