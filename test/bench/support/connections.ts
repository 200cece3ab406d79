/** Work over a fixed number of connections that stay open: each takes the next piece as soon as it is free. */
import { Agent, request } from 'node:http';

export interface Sent {
  status: number;
  body: string;
  /** Seconds; not a number where the answer has none. */
  retryAfter: number;
}

export async function overConnections<T>(
  work: readonly T[],
  connections: number,
  take: (piece: T, connection: number) => Promise<void>,
): Promise<number> {
  const waiting = [...work];
  const from = performance.now();
  const one = async (connection: number) => {
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) await take(piece, connection);
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)));
  return (performance.now() - from) / 1000;
}

/** One connection per agent. @throws Error when the connection breaks */
export const keptConnection = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });

export interface Asked {
  method: string;
  headers: Record<string, string>;
  payload?: Buffer | string;
}

/** One request over the agent's connections. @throws Error when the connection breaks */
export function ask(agent: Agent, url: string, { method, headers, payload = '' }: Asked): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(payload);
    const sending = request(
      url,
      { agent, method, headers: { ...headers, ...(length > 0 && { 'content-length': length }) } },
      (answer) => {
        const chunks: Buffer[] = [];
        const retryAfter = Number(answer.headers['retry-after'] ?? Number.NaN);
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString(), retryAfter }),
        );
        answer.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(payload);
  });
}

export const post = (agent: Agent, url: string, headers: Record<string, string>, body: unknown): Promise<Sent> =>
  ask(agent, url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });

/** The same list in another order. */
export function shuffled<T>(list: readonly T[]): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
