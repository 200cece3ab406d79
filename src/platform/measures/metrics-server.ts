import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { Log } from '#platform/logging';
import { Gauges } from './gauges.ts';
import { countingNow, stopCounting } from './prometheus.ts';

/**
 * Figures on a port of their own: the application's port is the public's, and a token for one path of it would be one more
 * secret to keep (docs/decisions/0173).
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly gauges: Gauges,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.env.METRICS_PORT === undefined || !countingNow()) return;
    this.gauges.watchLoop();
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
      this.answer().then(
        ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
        (error: unknown) => {
          this.log.warn({ error }, 'the figures could not be taken');
          response.writeHead(503).end();
        },
      );
    });
    server.listen(this.env.METRICS_PORT, this.env.METRICS_HOST);
    await once(server, 'listening');
    this.server = server;
  }

  /** Of the port that was opened; undefined where none was. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port;
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.server) return;
    this.server.close();
    this.server.closeAllConnections();
    this.server = undefined;
    stopCounting();
  }

  private async answer(): Promise<{ type: string; text: string }> {
    const counting = countingNow();
    if (!counting) throw new Error('nothing is counted');
    await this.gauges.take(counting);
    return { type: counting.registry.contentType, text: await counting.registry.metrics() };
  }
}
