import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { eachAlone, HeldActs } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Database, takeTurn, type Tx } from '#platform/database';
import type { ChangedPost, ChosenPost } from './chosen-posts.ts';
import { PutPostsBack, type PostsBefore } from './put-posts-back.ts';
import { type SeenPosts, ToldOfPosts } from './told-of-posts.ts';

type Answer = RouteAnswer<typeof routes.endPosts>;

export interface PostsAct<P extends ChosenPost> {
  posts: readonly P[];
  /** First day on which it is so. */
  from: string;
  one: (tx: Tx, by: Actor, post: P) => Promise<ChangedPost>;
}

/** Persisted. */
const KIND = 'membership.posts';
/** What one may take at most: the hold begins when all are done. */
const EACH_MS = 100;

/** Many posts change in one transaction. One that cannot is named and stops no other; it is seen before by the same code. */
@Injectable()
export class ManyPosts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly acts: HeldActs,
    private readonly back: PutPostsBack,
    private readonly told: ToldOfPosts,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<PostsBefore>(KIND, (tx, before, actor) => this.back.execute(tx, before, actor));
  }

  execute<P extends ChosenPost>(actor: Actor, act: PostsAct<P>): Promise<Answer> {
    return this.database.whole(() =>
      this.database.tx(async (tx) => {
        const held = this.acts.begin(act.posts.length * EACH_MS);
        const { done, refused } = await this.run(tx, held ? { ...actor, act: held } : actor, act);
        const kept = done.length > 0 ? held : null;
        const before: PostsBefore = { act: kept, from: act.from, posts: done };
        await this.acts.keep(tx, kept, actor, KIND, before);
        return { done: done.length, refused, act: kept };
      }),
    );
  }

  /** `look` is given what would be, and sees the database as it would be. */
  preview<P extends ChosenPost, R>(actor: Actor, act: PostsAct<P>, look: (seen: SeenPosts) => Promise<R>): Promise<R> {
    return this.database.rehearse(async (tx) => {
      const { done, refused } = await this.run(tx, { ...actor }, act);
      return look({ ...(await this.told.of(done, act.from)), refused });
    });
  }

  /** Lists and acts wait for each other: each locks many units. */
  private async run<P extends ChosenPost>(tx: Tx, by: Actor, { posts, one }: PostsAct<P>) {
    await takeTurn(tx, ['officer-list']);
    const { done, refused } = await eachAlone(tx, posts, (post) => one(tx, by, post));
    return {
      done: done.map(({ made }) => made),
      refused: refused.map(({ id, name, code, params }) => ({ id, name, code, params })),
    };
  }
}
