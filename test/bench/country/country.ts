/**
 * A country by SQL, as the bench of reads asks it: units of three levels as in 2026, teams, people, a year of work, training
 * and reports, then the orders of the last month. What is needed to read fast is analyzed before the last orders are
 * issued, as in life: statistics know nothing of them. Foreign keys are not looked at while it is written.
 */
import { Client } from 'pg';
import { messages, ordersBehind, ordersWatched } from './orders.ts';
import { officers, people, places, teamPapers } from './places.ts';
import { cast, type Seats } from './seats.ts';
import { difficulties, reports, training, work } from './year.ts';

/** "Now" of the bench: all that is seeded lies before it. A Wednesday morning in Viet Nam; November's report is due. */
export const NOW = '2026-11-18T02:00:00Z';

const COUNTRY = { teams: 100_000, communes: 3_321, provinces: 34 };
/** The largest province has 4,400 teams in the whole country. */
const COMMUNES_OF_LARGEST = 146;
/** Of a commune without teams whose roster is imported: a hamlet for each. */
const HAMLETS_TO_IMPORT = 600;

export interface Size {
  teams: number;
  communes: number;
  provinces: number;
  largest: number;
  toImport: number;
}

/** Of as many teams as the country has, how many communes and provinces. */
export type Shape = Pick<Size, 'communes' | 'provinces'>;

export function sizeOf(teams: number, shape: Shape = COUNTRY): Size {
  const communes = Math.max(4, Math.round((teams * shape.communes) / COUNTRY.teams));
  return {
    teams,
    communes,
    provinces: Math.max(2, Math.round((teams * shape.provinces) / COUNTRY.teams)),
    largest: Math.min(COMMUNES_OF_LARGEST, Math.ceil(communes / 2)),
    toImport: HAMLETS_TO_IMPORT,
  };
}

export class Country {
  private constructor(
    readonly client: Client,
    readonly size: Size,
    readonly seats: Seats,
  ) {}

  /** Everything but the orders that are watched. */
  static async seed(url: string, teams: number, shape?: Shape): Promise<Country> {
    const size = sizeOf(teams, shape);
    const client = new Client({ connectionString: url });
    await client.connect();
    client.on('error', () => undefined);
    // The server's own care would make the times depend on when it came by.
    await client.query('alter system set autovacuum = off');
    await client.query('select pg_reload_conf()');
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB';
       set maintenance_work_mem = '256MB'; set time zone 'Asia/Ho_Chi_Minh'`,
    );
    const country = new Country(client, size, cast(size));
    for (const part of [places, people, officers, teamPapers, work, training, reports, difficulties, ordersBehind])
      await country.run(part.name, part(size, country.seats));
    await country.run('messages', messages('behind'));
    return country;
  }

  /** The last the statistics hear of. */
  async analyze(): Promise<void> {
    await this.run('analyze', ['vacuum analyze']);
  }

  /** Forty orders of the last month in every state, of the province and of the commune that are asked. */
  async issueOrders(): Promise<void> {
    await this.run('orders', ordersWatched(this.size, this.seats));
    await this.run('their messages', messages('watched'));
  }

  async rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(text, values)).rows;
  }

  /** @throws Error that names the part and the statement */
  private async run(part: string, statements: string[]): Promise<void> {
    const from = performance.now();
    for (const text of statements)
      await this.client.query(text).catch((error: unknown) => {
        throw new Error(`Seeding ${part}: ${String(error)}\n${text}`);
      });
    const seconds = (performance.now() - from) / 1000;
    if (seconds > 1) console.log(`  seeded ${part} of ${this.size.teams} teams in ${seconds.toFixed(1)} s`);
  }
}
