import { Injectable } from '@nestjs/common';
import { monthBefore, type Period, periodOfMonth } from '#contracts/reporting/periods';
import { OrganizationApi } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { workingMonths } from '../../boards/consolidation/current-month.ts';
import { ObligationQueries } from '../../boards/standing/obligation.queries.ts';
import { findOddities } from '../judging/find-oddities.ts';
import { ReadFiguresOfMonth } from './figures-of-month.ts';
import { OddLook } from './odd-figure.entity.ts';
import { type Look, OddFigureStore } from './odd-figure-store.ts';

const EVERY_MS = 600_000;
/** At night, after what was sent during the day. */
const FROM_HOUR = 2;
/** Months of provinces in one turn: those of the whole country are looked through within the night. */
const AT_ONCE = 5;
const VIETNAM_MS = 7 * 3_600_000;

type Month = Pick<Look, 'unitId' | 'month'>;
export type Looked = Pick<OddLook, 'lookedAt' | 'communes' | 'figures'>;

/**
 * Looks for odd figures among what the communes of a province have sent: when somebody opens the month after another report
 * came, and each night. Any number of processes may look at once; what was read last stays.
 */
@Injectable()
export class LookForOddities {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly obligations: ObligationQueries,
    private readonly figures: ReadFiguresOfMonth,
    private readonly store: OddFigureStore,
    private readonly clock: Clock,
  ) {}

  /** Gives how many provinces' months were looked through. */
  @Tick('reporting.oddities', EVERY_MS)
  async run(): Promise<number> {
    const now = this.clock.now();
    const night = new Date(`${this.clock.today()}T0${FROM_HOUR}:00:00+07:00`);
    if (new Date(now.getTime() + VIETNAM_MS).getUTCHours() < FROM_HOUR) return 0;
    const due = await this.due(night);
    for (const one of due) await this.look(one);
    return due.length;
  }

  /** Before a month is looked at: what was sent since the last look is looked through. Gives that look. */
  async before(unitId: string, month: string): Promise<Looked | null> {
    const basisId = await this.basisOf(unitId);
    if (!basisId) return null;
    await this.refresh({ unitId: basisId, month });
    return this.database.manager.findOne(OddLook, {
      select: { lookedAt: true, communes: true, figures: true },
      where: { unitId: basisId, month: `${month}-01` },
    });
  }

  /** Looks where something was sent since the last look. */
  async refresh(asked: Month): Promise<void> {
    const communeIds = await this.communes(asked.unitId, asked.month);
    const row = await this.database.one<{ isStale: boolean }>(
      sql`select exists (select 1 from reports r join report_versions v on v.report_id = r.id and v.version = r.version
               where r.unit_id = any(${communeIds}::uuid[]) and r.kind = 'monthly' and r.month = ${`${asked.month}-01`}::date
                 and r.state in ('submitted', 'accepted')
                 and v.submitted_at >= coalesce((select looked_at from odd_looks
                       where unit_id = ${asked.unitId} and month = ${`${asked.month}-01`}::date), '-infinity')) as "isStale"`,
    );
    if (row?.isStale) await this.look(asked);
  }

  /** Communes below a unit that owe the month. */
  async communes(unitId: string, month: string): Promise<string[]> {
    const period = await this.periodOf(unitId, month);
    return (await this.obligations.communes(unitId, [period])).get(month) ?? [];
  }

  /** Where communes are compared with those of a unit: the province, or what stands highest below the country. */
  private async basisOf(unitId: string): Promise<string | null> {
    const row = await this.database.one<{ id: string }>(
      sql`select ancestor_id as id from unit_closure where descendant_id = ${unitId} and ancestor_kind in ('province', 'district')
        order by depth desc limit 1`,
    );
    return row?.id ?? null;
  }

  /** Whoever asks for what is being looked through waits for that. */
  private look(asked: Month): Promise<void> {
    const key = keyOf(asked);
    const known = this.running.get(key);
    if (known) return known;
    const looking = this.lookNow(asked).finally(() => this.running.delete(key));
    this.running.set(key, looking);
    return looking;
  }

  private async lookNow({ unitId, month }: Month): Promise<void> {
    const at = this.clock.now();
    const period = await this.periodOf(unitId, month);
    const figures = await this.figures.of(await this.communes(unitId, month), period);
    await this.store.keep({ unitId, month, at }, figures, findOddities(figures));
  }

  private async periodOf(unitId: string, month: string): Promise<Period> {
    return periodOfMonth(month, await this.organization.periodRule(unitId));
  }

  /** Provinces of which the closed month, or the one before it, was not looked through since night. */
  private async due(night: Date): Promise<Month[]> {
    const today = this.clock.today();
    const provinces = await this.database.rows<{ id: string }>(
      sql`select id from units_at(${today}::date) where kind = 'province' order by id`,
    );
    const months: Month[] = [];
    for (const { id } of provinces) {
      const [closed] = workingMonths(today, await this.organization.periodRule(id));
      months.push({ unitId: id, month: closed }, { unitId: id, month: monthBefore(closed) });
    }
    const looked = await this.database.rows<{ key: string }>(
      sql`select unit_id::text || ' ' || to_char(month, 'YYYY-MM') as key from odd_looks where looked_at >= ${night}`,
    );
    const done = new Set(looked.map(({ key }) => key));
    return months.filter((one) => !done.has(keyOf(one))).slice(0, AT_ONCE);
  }
}

const keyOf = ({ unitId, month }: Month): string => `${unitId} ${month}`;
