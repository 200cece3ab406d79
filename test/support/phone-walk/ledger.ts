/** What the person meant, each with a number of its own, and what the phone has said of it; judged by what the database holds. */
import type { Page } from 'playwright-core';
import { sql } from '#platform/database';
import type { TestApp } from '../app.ts';

export type Fault = 'lost' | 'doubled' | 'stuck' | 'untrue_messages';
export interface Finding {
  fault: Fault;
  what: string;
}

export class Ledger {
  readonly findings: Finding[] = [];
  /** Meant and not taken back. */
  readonly meant = new Set<number>();
  /** Taken back in a way of which the person has not been told how it went: once or not at all, both are right. */
  readonly either = new Set<number>();
  /** How many photos were meant with which number. */
  readonly photos = new Map<number, number>();
  newest = 1;

  constructor(
    private readonly app: TestApp,
    private readonly personId: string,
  ) {}

  /** Nobody has been told whether it was taken back. */
  unsay(n: number): void {
    this.meant.delete(n);
    this.either.add(n);
  }

  /** A number that nothing else in the walk has. */
  next(): number {
    this.newest += 1;
    return this.newest;
  }

  find(fault: Fault, what: string): void {
    if (!this.findings.some((one) => one.fault === fault && one.what === what)) this.findings.push({ fault, what });
  }

  /** What stands at the commune: corrected and withdrawn entries apart. */
  async arrived(): Promise<number[]> {
    const rows = await this.app.database.rows<{ value: number }>(
      sql`select l.value::int as value from progress_entries e join progress_lines l on l.entry_id = e.id and l.position = 0
        where e.actor_id = ${this.personId} and not exists (select 1 from progress_entries c where c.corrects_id = e.id)
          and not exists (select 1 from entry_withdrawals w where w.entry_id = e.id)`,
    );
    return rows.map(({ value }) => value);
  }

  /** Of the numbers that the commune has and that were meant with photos: how many photos are there. */
  async photosThere(): Promise<Map<number, number>> {
    const rows = await this.app.database.rows<{ value: number; photos: number }>(
      sql`select l.value::int as value,
          (select count(*)::int from photos p where p.entry_id = e.id and p.content_hash is not null) as photos
        from progress_entries e join progress_lines l on l.entry_id = e.id and l.position = 0
       where e.actor_id = ${this.personId} and l.value = any(${[...this.photos.keys()]}::int[])`,
    );
    return new Map(rows.map(({ value, photos }) => [value, photos]));
  }

  /** Holds what the screen says now against what is so: it may say less, never more. */
  async hear(page: Page, after: string): Promise<void> {
    const text = await page
      .locator('body')
      .innerText()
      .then((read) => read.replace(/\s/g, ' '))
      .catch(() => '');
    const arrived = await this.arrived();
    const untrue = (said: string) => this.find('untrue_messages', `after ${after}: "${said}"`);
    const receipt = /Xã đã nhận (\d+) /.exec(text);
    if (receipt && !arrived.includes(Number(receipt[1])) && this.meant.has(Number(receipt[1]))) untrue(receipt[0]);
    const missing = [...this.meant].filter((n) => !arrived.includes(n));
    const there = await this.photosThere();
    for (const [n, photos] of this.photos)
      if (this.meant.has(n) && arrived.includes(n) && (there.get(n) ?? 0) < photos) missing.push(n);
    const all = 'Mọi thứ đã ghi đều đã lên đến xã';
    if (text.includes(all) && missing.length > 0) untrue(`${all} (${missing.join()} has not)`);
    const done = /Đã gửi, biên nhận (MS\S\d+)/.exec(text);
    if (done && !(await this.hasReceipt(done[1] ?? ''))) untrue(done[0]);
    const passed = /Đã gửi xong (\d+) mục/.exec(text);
    if (passed && Number(passed[1]) > (await this.actsThere())) untrue(passed[0]);
  }

  /** How many acts have come through: what was corrected or withdrawn later was sent too. */
  private async actsThere(): Promise<number> {
    const row = await this.app.database.one<{ n: number }>(
      sql`select (select count(*) from progress_entries where actor_id = ${this.personId})::int
          + (select count(*) from entry_withdrawals w join progress_entries e on e.id = w.entry_id
              where e.actor_id = ${this.personId})::int as n`,
    );
    return row?.n ?? 0;
  }

  private async hasReceipt(said: string): Promise<boolean> {
    const receipt = said.replace(/[\u2010-\u2015]/, '-');
    return (
      (
        await this.app.database.rows(
          sql`select 1 from progress_entries where actor_id = ${this.personId} and receipt = ${receipt}`,
        )
      ).length > 0
    );
  }

  /** At the end: all that was meant, once, and nothing else. */
  async close(page: Page): Promise<void> {
    const arrived = await this.arrived();
    const queue = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    const shown = queue.slice(0, 200);
    for (const n of this.meant) {
      const times = arrived.filter((value) => value === n).length;
      const waits = times === 0 && new RegExp(`\\b${n} (hồ|lượt)`).test(queue);
      if (times === 0) this.find(waits ? 'stuck' : 'lost', `${n}; the queue shows: ${shown}`);
      if (times > 1) this.find('doubled', `${n} counts ${times} times`);
    }
    const there = await this.photosThere();
    for (const [n, photos] of this.photos) {
      const count = there.get(n) ?? 0;
      if (this.meant.has(n) && arrived.includes(n) && count !== photos)
        this.find(
          count > photos ? 'doubled' : /còn \d+ ảnh/.test(queue) ? 'stuck' : 'lost',
          `${count} of ${photos} photos of ${n}; the queue shows: ${shown}`,
        );
    }
    for (const n of this.either) {
      const times = arrived.filter((value) => value === n).length;
      if (times > 1) this.find('doubled', `${n} counts ${times} times`);
    }
    for (const n of arrived)
      if (!this.meant.has(n) && !this.either.has(n)) this.find('doubled', `${n} counts, but was dropped or changed`);
  }
}
