import { Client } from 'pg';
import { settle } from './catalog.ts';

/** A connection of its own, which waits as long as it takes and does not end the process when the server goes. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'to-so backup', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await settle(client);
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
