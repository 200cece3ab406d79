/** Work over a fixed number of connections that stay open: each takes the next piece as soon as it is free. */
import { Agent, request } from 'node:http';

export interface Sent {
  status: number;
  body: string;
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

export function post(agent: Agent, url: string, headers: Record<string, string>, body: unknown): Promise<Sent> {
  const payload = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
        answer.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(payload);
  });
}

/** The same list in another order. */
export function shuffled<T>(list: readonly T[]): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
