import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type KeepingKind, isKeepingKind, keepingKinds, keepingTerms } from '#contracts/organization/keeping-terms';
import { RuleRegistry, type RulePlace, type Touched } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { RetentionRegistry } from '#platform/retention';

/** Their day stands with them since they were uploaded. */
const UPLOADS: KeepingKind = 'keepUploads';

/** What another time of keeping would erase of each kind, and leave of uploads. */
@Injectable()
export class CountErased implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly rules: RuleRegistry,
    private readonly records: RetentionRegistry,
  ) {}

  onModuleInit(): void {
    this.rules.countBy(
      keepingKinds.filter((kind) => kind !== UPLOADS),
      (place) => this.erased(place),
    );
    this.rules.countBy([UPLOADS], () => this.uploads());
  }

  private async erased({ day, value }: RulePlace): Promise<Touched> {
    const { kind } = value;
    if (!isKeepingKind(kind) || !('amount' in value)) return { what: 'erased', stays: false, count: 0, communes: null };
    const row = await this.database.one<{ before: Date }>(
      sql`select ${day}::date - case when ${keepingTerms[kind].unit} = 'months'
        then make_interval(months => ${value.amount}::int) else make_interval(days => ${value.amount}::int) end as before`,
    );
    const count = row ? await this.records.countOf(kind, row.before) : 0;
    return { what: 'erased', stays: false, count, communes: null };
  }

  private async uploads(): Promise<Touched> {
    const row = await this.database.one<{ count: number }>(
      sql`select count(*)::int as count from roster_imports where workbook is not null`,
    );
    return { what: 'uploads', stays: true, count: row?.count ?? 0, communes: null };
  }
}
