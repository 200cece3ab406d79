import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Due, RetentionRegistry } from '#platform/retention';
import { FileStore } from './file-store.ts';
import { NamedFiles } from './named-files.ts';

/** Looked at together: one question to each table. */
const AT_ONCE = 500;
/** All files are looked through: once a day. */
const RESTING_MS = 20 * 3_600_000;

/** Files that no row names any more: their photo's time is over, or what they were sent for never came about. */
@Injectable()
export class KeptFiles implements OnModuleInit {
  constructor(
    private readonly registry: RetentionRegistry,
    private readonly store: FileStore,
    private readonly named: NamedFiles,
  ) {}

  onModuleInit(): void {
    this.registry.keepBy('files', {
      count: () => Promise.resolve({ count: null, oldest: null, held: 0 }),
      erase: (due) => this.erase(due),
      restingMs: RESTING_MS,
    });
  }

  private async erase({ before, most }: Due): Promise<number> {
    // Nobody has said what names files: then none is known to be unnamed.
    if (this.named.count === 0 || (await this.named.isHeld())) return 0;
    let gone = 0;
    let some: string[] = [];
    const sweep = async () => {
      for (const hash of await this.named.unnamed(some)) if (await this.store.removeOlder(hash, before)) gone += 1;
      some = [];
    };
    for await (const hash of this.store.older(before)) {
      some.push(hash);
      if (some.length < AT_ONCE) continue;
      await sweep();
      if (gone >= most) return gone;
    }
    await sweep();
    return gone;
  }
}
