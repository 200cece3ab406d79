import { type Actor, IdentityPort } from './actor.ts';
import { ActorCache } from './actor-cache.ts';

/** Answers when it is told to, with what was true when it was asked. */
class SlowIdentity extends IdentityPort {
  asked = 0;
  private readonly open: (() => void)[] = [];

  async resolve(): Promise<Actor> {
    const sessionId = String(++this.asked);
    await new Promise<void>((done) => this.open.push(done));
    return { personId: 'a', fullName: '', language: 'vi', sessionId, posts: [] };
  }

  async whyOver(): Promise<undefined> {}

  answer(): void {
    this.open.shift()?.();
  }
}

const cacheOf = (identity: IdentityPort) => new ActorCache(identity, { on: async () => undefined } as never);

describe('a resolved session', () => {
  it('is kept for the next request', async () => {
    const identity = new SlowIdentity();
    const cache = cacheOf(identity);
    const first = cache.actorOf('token');
    identity.answer();
    await first;
    expect((await cache.actorOf('token'))?.sessionId).toBe('1');
  });

  it('is not kept when its person changed while it was read', async () => {
    const identity = new SlowIdentity();
    const cache = cacheOf(identity);
    const first = cache.actorOf('token');
    cache.forget('a');
    identity.answer();
    await first;
    const second = cache.actorOf('token');
    identity.answer();
    expect((await second)?.sessionId).toBe('2');
  });
});
