import { Client, escapeIdentifier } from 'pg';

const DUPLICATE_DATABASE = '42P04';

/** The same server's URL with another database name. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.toString();
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A statement that was under way fails; unheard here, the end of the line would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes a database on the server of `url`, empty or as a copy of `template` (which nobody may be connected to), and
 * gives back its URL. A database that is already there is left as it is.
 */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  await withClient(databaseUrl(url, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    // The files as they are: through the log, which is the default, making takes a third more and dropping twice the time.
    const copy = template ? ` template ${escapeIdentifier(template)} strategy file_copy` : '';
    await client.query(`create database ${escapeIdentifier(name)}${copy}`).catch((error: { code?: string }) => {
      if (error.code !== DUPLICATE_DATABASE) throw error;
    });
  });
  return databaseUrl(url, name);
}
