import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BackupRun } from './backup-run.entity.ts';
import { BackupRuns } from './backup-runs.ts';
import { ScheduledBackups } from './scheduled-backups.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([BackupRun])],
  providers: [BackupRuns, ScheduledBackups],
  exports: [BackupRuns, ScheduledBackups],
})
export class BackupModule {}
