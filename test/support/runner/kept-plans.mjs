/**
 * Every statement of the servers in a suite's thread is planned once for each connection instead of each time it is asked:
 * planning was half of what the suites asked of PostgreSQL (docs/ci-time.md). Servers of their own process plan as installed.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

pg.defaults.options = '-c plan_cache_mode=force_generic_plan';

const names = new Map();

function nameOf(text) {
  if (!names.has(text)) names.set(text, createHash('sha256').update(text).digest('base64url'));
  return names.get(text);
}

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (first, second, third) {
  if (typeof first !== 'string' || !Array.isArray(second)) return query.call(this, first, second, third);
  return query.call(this, { text: first, values: second, name: nameOf(first) }, third);
};
