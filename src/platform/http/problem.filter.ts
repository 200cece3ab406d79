import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log, redact } from '#platform/logging';
import { count } from '#platform/telemetry';
import { platformErrors, ProblemError } from './problem.ts';

/** Renders every failure as problem+json. What is not a ProblemError is a bug: logged whole, told as 500 without words. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = toProblem(error) ?? this.outage(error) ?? this.refusal(error, request) ?? this.bug(error, request);
    if (problem.status < 500 && request.method !== 'GET') count('refused', { code: problem.code });
    if (reply.sent || reply.raw.headersSent) return;
    void reply
      .status(problem.status)
      .headers(problem.headers)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          code: problem.code,
          title: problem.message,
          status: problem.status,
          details: problem.details,
        }),
      );
  }

  private outage(error: unknown): ProblemError | undefined {
    const problem = outageOf(error);
    if (problem) this.log.error({ error, code: problem.code }, 'a request met an outage');
    return problem;
  }

  /** What the database refused and no use case spoke of. Its own words carry values of rows: neither told nor logged. */
  private refusal(error: unknown, request: FastifyRequest): ProblemError | undefined {
    const problem = refusalOf(error);
    if (problem) {
      const { code: state, constraint, table } = error as { code?: string; constraint?: string; table?: string };
      const where = { method: request.method, path: redact(request.url.split('?')[0] ?? '') };
      this.log.error({ state, constraint, table, ...where }, 'the database refused what a request asked');
    }
    return problem;
  }

  private bug(error: unknown, request: FastifyRequest): ProblemError {
    this.log.error(
      { error, method: request.method, path: redact(request.url.split('?')[0] ?? '') },
      'a request failed unexpectedly',
    );
    return new ProblemError(500, 'platform.unexpected', 'Something unexpected happened');
  }
}

const byFastifyCode: Record<string, () => ProblemError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: platformErrors.tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: platformErrors.wrongMedia,
  FST_ERR_CTP_INVALID_JSON_BODY: platformErrors.notJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: platformErrors.notJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: platformErrors.notJson,
};

/** What is nobody's mistake and passes: a client keeps its command and tries again. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '25006',
  '53300',
  '53200',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
]);
const RETRY_SOON_S = 1;
const RETRY_LATER_S = 5;
const RETRY_FULL_S = 60;
const RETRY_AWAY_S = 2;

function outageOf(error: unknown): ProblemError | undefined {
  const code = (error as { code?: string } | undefined)?.code ?? '';
  if (FULL.has(code)) return platformErrors.storageFull().after(RETRY_FULL_S);
  const cut =
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout)/.test(
      error.message,
    );
  return AWAY.has(code) || cut ? platformErrors.notReady().after(RETRY_AWAY_S) : undefined;
}

/** By SQLSTATE. Values first (class 22): they come from the client, since ours are typed. */
function refusalOf(error: unknown): ProblemError | undefined {
  const state = (error as { code?: unknown } | undefined)?.code;
  if (typeof state !== 'string') return undefined;
  if (/^22[0-9A-Z]{3}$/.test(state) || state === '23514' || state === '23502') return platformErrors.valueRefused();
  if (state === '23503') return platformErrors.referenceGone();
  if (state === '23505' || state === '23P01') return platformErrors.conflict();
  if (['40001', '40P01', '55P03'].includes(state)) return platformErrors.contended().after(RETRY_SOON_S);
  return state === '57014' ? platformErrors.tookTooLong().after(RETRY_LATER_S) : undefined;
}

function toProblem(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  const code = (error as { code?: string } | undefined)?.code ?? '';
  if (byFastifyCode[code]) return byFastifyCode[code]();
  if (error instanceof SyntaxError && (error as { statusCode?: number }).statusCode === 400)
    return platformErrors.notJson();
  if (!(error instanceof HttpException)) return undefined;
  const status = error.getStatus();
  // Ours are ProblemErrors: the framework's own 400 speaks of a body that it could not read.
  if (status === 400) return platformErrors.notJson();
  if (status === 404) return platformErrors.notFound();
  if (status === 413) return platformErrors.tooLarge();
  if (status === 401) return platformErrors.signInNeeded();
  if (status === 403) return platformErrors.denied();
  return status < 500 ? new ProblemError(status, 'platform.refused', error.message) : undefined;
}
