/**
 * The process environment, parsed once. Every odd limit says why; nothing else reads `process.env`.
 */
import { readFileSync } from 'node:fs';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';

const timeOfDay = (fallback: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time from 00:00 to 23:59')
    .default(fallback);
/** One letter of each four, and at most two: BACKUP_RECIPIENT, TELEGRAM_BOTTOKEN, but HOME is no ROLE. */
const lettersOff = (name: string): number => Math.min(2, Math.floor(name.length / 4));
const seconds = (fallback: number) => z.coerce.number().int().min(0).default(fallback);

const EnvSchema = z.object({
  /** PostgreSQL 15 or newer. Without it the embedded PostgreSQL serves below DATA_DIR. */
  DATABASE_URL: z.url().optional(),
  /** Put into DATABASE_URL: a secret stands in a file of its own (DATABASE_PASSWORD_FILE), the address need not be one. */
  DATABASE_PASSWORD: z.string().optional(),
  /** When set, BullMQ works on Redis instead of PostgreSQL. */
  REDIS_URL: z.url().optional(),
  /** Put into REDIS_URL. */
  REDIS_PASSWORD: z.string().optional(),
  /** Keeps installations apart that share one Redis. */
  QUEUE_PREFIX: z
    .string()
    .regex(/^[\w-]+$/)
    .default('to-so'),
  /** `off` where scheduled work is started by hand (tests, benches). */
  TICKS: z.enum(['on', 'off']).default('on'),
  /** `api` serves HTTP, `worker` relays, plans and delivers, `all` does both. */
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /**
   * Whose word about a caller's address is taken (X-Forwarded-For): addresses and networks, separated by commas, or `off`.
   * By default the same machine's only: on a private network anybody could claim an address and escape the limits per address.
   */
  TRUST_PROXY: z
    .string()
    .regex(/^(off|[\w.:/]+(,[\w.:/]+)*)$/)
    .default('loopback'),
  /** Open connections of this process; live streams are among them. More are refused. */
  MAX_CONNECTIONS: z.coerce.number().int().min(10).default(4_000),
  /** `off` where another process migrates (compose). */
  MIGRATE: z.enum(['on', 'off', 'only']).default('on'),
  /** Photos and the embedded database. One folder or shared volume for all processes. */
  DATA_DIR: z.string().default('.data'),
  /** What links in messages start with. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
  /**
   * The domain that officers' keys (WebAuthn) are made for; by default that of PUBLIC_URL. A parent of it lets the keys live on
   * when the address moves below the same domain.
   */
  PASSKEY_RP_ID: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
    .optional(),
  /**
   * The identity provider of an agency (OpenID Connect), by its issuer; officers can sign in with its accounts then. Without
   * TLS only on this machine.
   */
  OIDC_ISSUER: z
    .url()
    .refine((url) => /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/.test(url), 'https, but on this machine')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(500).optional(),
  /** Without it the provider knows this client by PKCE alone. */
  OIDC_CLIENT_SECRET: z.string().min(8).optional(),
  /** Connections of this process; PostgreSQL allows 100 by default, so 8 processes fit. */
  DB_POOL: z.coerce.number().int().min(2).max(100).default(12),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Starts the clock at this instant instead of now (demo, tests); it runs on from there. */
  CLOCK: z.iso.datetime().optional(),
  /** `10@2026-11-29T00:00:00Z`: from that instant on the clock and what runs by it go ten times as fast (a soak). */
  CLOCK_SPEED: z
    .string()
    .regex(/^[1-9]\d{0,3}@\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
    .optional(),
  /** What hashing one password costs: memory in KiB and passes. OWASP's least by default; more where the machine has it. */
  PASSWORD_MEMORY_KIB: z.coerce.number().int().min(19_456).max(1_048_576).default(19_456),
  PASSWORD_PASSES: z.coerce.number().int().min(2).max(20).default(2),
  /** External channels wait this long after an order is issued, so that a recall is silent. */
  HOLD_SECONDS: seconds(60),
  /** Local hours in which external channels rest; the inbox and e-mail never wait for them. */
  QUIET_FROM: timeOfDay('21:00'),
  QUIET_TO: timeOfDay('06:30'),
  /** For whom a message that costs money may be sent when no free route works: duties only, everything, nothing. */
  PAID_ROUTES: z.enum(['mandatory', 'all', 'off']).default('mandatory'),
  /** Nothing paid is planned any more once the month has cost this; 0: no bound. */
  PAID_VND_PER_MONTH: z.coerce.number().int().min(0).default(0),
  /** Local time at which news that can wait goes out, as one message per person and day. */
  DIGEST_AT: timeOfDay('16:30'),
  /** Who said that a number is right is not asked of it again for so many days when a platform gives the same answer. */
  NUMBER_KEPT_DAYS: z.coerce.number().int().min(0).default(90),
  /** smtp(s)://user:password@host:port; without it the e-mail channel is off. */
  SMTP_URL: z.url().optional(),
  /** Mails per second that the SMTP account allows, per worker process. */
  MAIL_PER_SECOND: z.coerce.number().positive().default(50),
  MAIL_FROM: z.string().default('Tổ Số <khong-tra-loi@to-so.example>'),
  /** The Zalo app. With the account's secret key it opens the Official Account; the secret alone proves mini-app logins. */
  ZALO_APP_ID: z.string().regex(/^\d+$/).optional(),
  ZALO_APP_SECRET: z.string().min(8).optional(),
  /** Signs the Official Account's webhooks; another one than the app's secret. */
  ZALO_OA_SECRET_KEY: z.string().min(8).optional(),
  /** The Official Account's id: within it its users' ids hold, and https://zalo.me/<id> opens its chat. */
  ZALO_OA_ID: z.string().regex(/^\d+$/).optional(),
  /** Requests per minute of the account's plan. */
  ZALO_OA_PER_MINUTE: z.coerce.number().int().positive().default(100),
  /** The approved template and its parameters: `<id>;<name>=<title|text|footer|link-path>:<longest>;...` */
  ZALO_ZBS_TEMPLATE: z.string().optional(),
  /** Groups that the account makes; each costs a seat. */
  ZALO_GMF: z.enum(['on', 'off']).default('off'),
  /** The size of the seats that were bought. */
  ZALO_GMF_PRODUCT: z.enum(['gmf10', 'gmf50', 'gmf100', 'gmf1000']).default('gmf100'),
  /** User ids towards the account of its administrators, separated by commas: one of them has to be in each group. */
  ZALO_GMF_ADMINS: z
    .string()
    .regex(/^\d+(?:,\d+)*$/)
    .optional(),
  ZALO_BOT_TOKEN: z.string().min(8).optional(),
  /** What Zalo repeats in the header of each of the bot's webhooks. */
  ZALO_BOT_SECRET: z.string().min(8).max(256).optional(),
  /** What opens the bot's chat, for those who tie their account to it. */
  ZALO_BOT_LINK: z.url().optional(),
  ZALO_MINI_APP_ID: z.string().regex(/^\d+$/).optional(),
  ZALO_MINI_API_KEY: z.string().min(8).optional(),
  /** The approved notice of the mini-app. */
  ZALO_MINI_TEMPLATE: z.string().optional(),
  /** One address for all of Zalo's services, each in a folder of its name: an emulator or a forwarding proxy. */
  ZALO_URL: z.url().optional(),
  /** "<id>:<secret>" of the bot; without it Telegram is off. */
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/)
    .optional(),
  /** The bot's id for an installation that must not hold the token: launch data is proven by Telegram's own key then. */
  TELEGRAM_BOT_ID: z.string().regex(/^\d+$/).optional(),
  /** Ed25519, hex: another one than Telegram's production key (Telegram's test servers, an emulator). */
  TELEGRAM_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The bot's name without @, to leave commands to other bots of a group alone. */
  TELEGRAM_BOT_NAME: z.string().regex(/^\w+$/).optional(),
  /** https://t.me/<bot>/<app>: how groups open the mini-app. */
  TELEGRAM_APP_LINK: z.url().optional(),
  /** A local Bot API server, a proxy or an emulator instead of api.telegram.org. */
  TELEGRAM_API_ROOT: z.url().optional(),
  /** Given to setWebhook; without it webhook calls are refused. Telegram's alphabet. */
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/)
    .optional(),
  /** The pair of web push, base64url. Another pair makes all browsers' subscriptions void. */
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  /** mailto: or https: address at which push services reach the operator. */
  VAPID_SUBJECT: z.string().optional(),
  /** Host suffixes of other push services than the browsers' own, separated by commas. */
  PUSH_HOSTS: z.string().optional(),
  /** Folder of certificates (PEM) of authorities whose signatures on documents are trusted; none is known without it. */
  SIGNATURE_CA_DIR: z.string().optional(),
  /** Where the worker puts a backup each day, each in a folder of its own; without it only `npm run backup` makes one. */
  BACKUP_DIR: z.string().optional(),
  /** Local time from which the day's backup is made. */
  BACKUP_AT: timeOfDay('02:00'),
  /** How many of the schedule's backups stay; older ones are taken away once a newer one is whole. */
  BACKUP_KEEP: z.coerce.number().int().min(1).default(7),
  /** Public keys of age, separated by commas: whoever keeps the backups cannot read them without the private key. */
  BACKUP_RECIPIENTS: z
    .string()
    .regex(/^age1[a-z0-9]+(,age1[a-z0-9]+)*$/)
    .optional(),
  /** Figures for Prometheus at /metrics of a port of their own; without it nothing is counted. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** Where that port is opened: never where the public reaches it, since it asks nobody who they are. */
  METRICS_HOST: z.string().default('127.0.0.1'),
  /** A collector for traces by OTLP over HTTP (http://127.0.0.1:4318); without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** The part of requests that is traced, with all that follows from them. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.1),
  /** Signs photo links. Made and kept in the database when absent. */
  SECRET_KEY: z.string().min(32).optional(),
  /** Upper bound for the shutdown's wait for running chunks; orchestrators kill after 30 s. */
  SHUTDOWN_SECONDS: seconds(25),
});

export type Env = z.infer<typeof EnvSchema>;
export const ENV = Symbol('ENV');

/** @throws Error naming each wrong variable, before anything starts. */
export function loadEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = EnvSchema.safeParse({ ...filled, ...fromFiles(filled) });
  if (parsed.success) return withPasswords(parsed.data);
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
}

/** Variables that are none of ours and look like one: a name that was mistyped is a setting that does nothing. */
export function mistyped(source: NodeJS.ProcessEnv = process.env): { name: string; meant: string }[] {
  const known = Object.keys(EnvSchema.shape);
  const isKnown = (name: string) => known.includes(name.replace(/_FILE$/, '')) || known.includes(name);
  const likes = (name: string) => known.filter((one) => distance(name.replace(/_FILE$/, ''), one) <= lettersOff(name));
  return Object.keys(source)
    .filter((name) => /^[A-Z][A-Z0-9_]{3,}$/.test(name) && !isKnown(name))
    .flatMap((name) =>
      likes(name)
        .slice(0, 1)
        .map((meant) => ({ name, meant })),
    );
}

/** Every variable may be the content of a file instead, named by NAME_FILE: so secrets reach a container or a service. */
function fromFiles(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = Object.keys(EnvSchema.shape).filter((name) => source[`${name}_FILE`]);
  return Object.fromEntries(named.map((name) => [name, contentOf(name, source)]));
}

function contentOf(name: string, source: NodeJS.ProcessEnv): string {
  if (source[name]) throw new Error(`The environment is not usable:\n  ${name} and ${name}_FILE are both set`);
  try {
    return readFileSync(source[`${name}_FILE`] as string, 'utf8').trim();
  } catch (error) {
    throw new Error(`The environment is not usable:\n  ${name}_FILE: ${(error as Error).message}`, { cause: error });
  }
}

function withPasswords(env: Env): Env {
  return {
    ...env,
    ...(env.DATABASE_URL && { DATABASE_URL: withPassword(env.DATABASE_URL, env.DATABASE_PASSWORD) }),
    ...(env.REDIS_URL && { REDIS_URL: withPassword(env.REDIS_URL, env.REDIS_PASSWORD) }),
  };
}

function withPassword(address: string, password: string | undefined): string {
  if (!password) return address;
  const url = new URL(address);
  url.password = encodeURIComponent(password);
  return url.href;
}
