import { Controller, Get } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { OutsideContract } from './handle.ts';
import { platformErrors } from './problem.ts';

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
      await this.database.rows(sql`select 1`);
      return { status: 'ready' };
    } catch {
      throw platformErrors.notReady().after(1);
    }
  }
}
