/** Leaders of teams who look at their work and add to it, over connections that stay open. */
import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, keptConnection } from '../support/connections.ts';
import { LEADERS, tokenOf } from './country.ts';

export interface Waited {
  /** Milliseconds. */
  p99: number;
  longest: number;
}

export class Members {
  private readonly agents: Agent[];
  private next = 0;

  constructor(
    private readonly url: string,
    private readonly teams: number,
    connections: number,
    /** What a member looks at, about so many milliseconds long, before the next request. */
    private readonly looksMs: number,
  ) {
    this.agents = Array.from({ length: connections }, keptConnection);
  }

  /** How long they waited while `work` went on. @throws Error when one was refused */
  async during(work: () => Promise<unknown>): Promise<Waited> {
    const times: number[] = [];
    let over = false;
    const refused: unknown[] = [];
    const lives = this.agents.map(async (agent, n) => {
      // Not all at the same moment.
      await wait((this.looksMs * n) / this.agents.length);
      while (!over && refused.length === 0)
        await this.once(agent, times).catch((error: unknown) => {
          refused.push(error);
        });
    });
    try {
      await work();
    } finally {
      over = true;
      await Promise.all(lives);
    }
    if (refused.length > 0) throw refused[0];
    const sorted = times.toSorted((a, b) => a - b);
    return { p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, longest: sorted.at(-1) ?? 0 };
  }

  close(): void {
    for (const agent of this.agents) agent.destroy();
  }

  private async once(agent: Agent, times: number[]): Promise<void> {
    const token = tokenOf(this.next++ % Math.min(LEADERS, this.teams));
    const tasks = JSON.parse(await this.ask(agent, times, token, 'GET', '/me/tasks')) as {
      tasks?: { id: string; state: string }[];
    };
    const open = tasks.tasks?.find(({ state }) => state === 'accepted');
    if (!open) return;
    const body = { happenedOn: '2026-11-17', value: 1 };
    await this.ask(agent, times, token, 'POST', `/tasks/${open.id}/progress`, body);
  }

  private async ask(
    agent: Agent,
    times: number[],
    token: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<string> {
    const from = performance.now();
    const answer = await ask(agent, `${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { payload: JSON.stringify(body) }),
    });
    times.push(performance.now() - from);
    await wait(this.looksMs * (0.5 + Math.random()));
    if (answer.status >= 400 && answer.status !== 409)
      throw new Error(`${method} ${path} as ${token}: ${answer.status} ${answer.body}`);
    return answer.body;
  }
}
