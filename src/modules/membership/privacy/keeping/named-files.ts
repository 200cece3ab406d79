import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { NamedFiles } from '#platform/files';

@Injectable()
export class MembershipFiles implements OnModuleInit {
  constructor(private readonly named: NamedFiles) {}

  onModuleInit(): void {
    this.named.namedBy(
      (hashes) => sql`select content_hash as hash from decision_scans where content_hash = any(${hashes})`,
      (hashes) => sql`select content_hash as hash from card_photos where content_hash = any(${hashes})`,
    );
  }
}
