import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { type Logger, pino } from 'pino';
import { redact } from './redact.ts';

const secretPaths = ['authorization', 'token', 'password', 'secret', 'code', 'phone', 'phones', 'email'].flatMap(
  (key) => [key, `*.${key}`, `*.*.${key}`],
);

/** Structured logs in which neither secrets nor phone numbers can stand. */
@Injectable()
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(@Inject(ENV) env: Pick<Env, 'LOG_LEVEL' | 'ROLE'>) {
    this.logger = pino({
      level: env.LOG_LEVEL,
      base: { role: env.ROLE },
      redact: { paths: secretPaths, censor: '[removed]' },
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        error: (error: unknown) =>
          error instanceof Error
            ? { type: error.name, message: redact(error.message), stack: redact(error.stack ?? '') }
            : redact(String(error)),
      },
      hooks: {
        logMethod(parts, method) {
          method.apply(
            this,
            parts.map((part) => (typeof part === 'string' ? redact(part) : part)) as Parameters<typeof method>,
          );
        },
      },
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  info(fields: object, message: string): void {
    this.logger.info(fields, message);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    if (typeof message === 'object' && message !== null) this.logger[level](message, rest.map(String).join(' '));
    else this.logger[level]({ context: rest.at(-1) }, String(message));
  }
}
