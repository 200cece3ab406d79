import { Controller, Get } from '@nestjs/common';
import { Database, inTime, sql } from '#platform/database';
import { OutsideContract } from './handle.ts';
import { platformErrors } from './problem.ts';

/** Whoever sends requests to a process asks this every few seconds: no answer must come sooner than their patience ends. */
const READY_MS = 2_000;

/** Live: the process answers. Ready: PostgreSQL answers too. A channel's trouble never shows here. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @OutsideContract()
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @OutsideContract()
  async ready() {
    try {
      await inTime(this.database.rows(sql`select 1`), READY_MS, 'PostgreSQL');
      return { status: 'ready' };
    } catch {
      throw platformErrors.notReady().after(1);
    }
  }
}
