/**
 * The obvious way: bare Fastify and pg, the product's own statement for "my tasks", no sign-in, no scope, no contract. With
 * `kept=1` its plan is kept as the product keeps it.
 */
import 'reflect-metadata';
import Fastify from 'fastify';
import pg from 'pg';
import { CardQueries } from '../../dist/src/modules/tasks/reads/tasks/card.queries.js';
import { queryOf } from '../../dist/src/platform/database/sql.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DB_POOL) });
const asked = new CardQueries({ rows: async ({ of: { text, values } }) => (await pool.query(text, values)).rows });
const kept = new CardQueries({ rows: async (statement) => (await pool.query(...queryOf(statement))).rows });
const since = new Date(Date.now() - 30 * 86_400_000);
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

const server = Fastify();
server.get('/tasks', async ({ query }) => ({
  tasks: await (query.kept ? kept : asked).openOf({ personId: query.person, teamIds: [query.team] }, today, since, 20),
}));
process.send(await server.listen({ port: 0, host: '127.0.0.1' }));
