import { Injectable } from '@nestjs/common';
import type { RouteDefinition } from '#contracts';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';

/** How the answer of some commands is kept, and read again. */
interface Kind<A, K> {
  /** What the command brought and nobody could find again, with the id of what it shows. */
  keep: (answer: A) => K;
  show: (actor: Actor, kept: K) => Promise<A>;
}

/** Persisted data. */
interface Stored {
  $shows: string;
  of: unknown;
}

/**
 * Answers that show what stands now, such as a whole task. For ninety days only what the command itself brought is kept of them, a
 * fiftieth of their bytes; whoever sends the command again sees what stands then. Nothing is worked a second time.
 */
@Injectable()
export class ShownAnswers {
  private readonly kinds = new Map<string, Kind<unknown, unknown>>();
  private readonly kindOf = new Map<RouteDefinition, string>();

  /** Called in a provider's onModuleInit. `name` is persisted data. */
  define<A, K>(name: string, routes: readonly RouteDefinition[], kind: Kind<A, K>): void {
    this.kinds.set(name, kind as Kind<unknown, unknown>);
    for (const route of routes) this.kindOf.set(route, name);
  }

  /** What of an answer is kept. */
  keptOf(route: RouteDefinition | undefined, answer: unknown): unknown {
    const name = route && this.kindOf.get(route);
    const kind = name && this.kinds.get(name);
    return kind ? ({ $shows: name, of: kind.keep(answer) } satisfies Stored) : answer;
  }

  /** The answer of what was kept. @throws platform.alreadyDone when what it shows can not be read any more */
  async answerOf(actor: Actor, kept: unknown): Promise<unknown> {
    const { $shows: name, of } = (kept ?? {}) as Partial<Stored>;
    if (!name) return kept;
    try {
      return await this.kinds.get(name)?.show(actor, of);
    } catch {
      throw platformErrors.alreadyDone();
    }
  }
}
