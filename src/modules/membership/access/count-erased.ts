import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RuleRegistry, type RulePlace, type Touched } from '#modules/organization';
import { Database, type Sql, sql } from '#platform/database';

const sessions = (before: Sql): Sql =>
  sql`select count(*)::int as count from sessions where least(ended_at, expires_at) < ${before}`;
/** Their day stands with them since they were uploaded. */
const uploads = sql`select count(*)::int as count from roster_imports where workbook is not null`;

/** What another time of keeping would erase of access, and leave of uploads. */
@Injectable()
export class CountErased implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.countBy(['keepSessions'], ({ day, value }: RulePlace) => {
      const days = value.kind === 'keepSessions' ? value.amount : 0;
      return this.count(sessions(sql`${day}::date - ${days}::int`), { what: 'erased', stays: false });
    });
    this.registry.countBy(['keepUploads'], () => this.count(uploads, { what: 'uploads', stays: true }));
  }

  private async count(of: Sql, touched: Pick<Touched, 'what' | 'stays'>): Promise<Touched> {
    const row = await this.database.one<{ count: number }>(of);
    return { ...touched, count: row?.count ?? 0, communes: null };
  }
}
