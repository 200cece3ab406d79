import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EraseOld } from './erase-old.ts';
import { RetentionRegistry } from './retention-registry.ts';
import { RetentionRun } from './retention-run.entity.ts';
import { RetentionRuns } from './retention-runs.ts';

/** Global: each module says in it what of its own goes by time. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([RetentionRun])],
  providers: [EraseOld, RetentionRegistry, RetentionRuns],
  exports: [EraseOld, RetentionRegistry, RetentionRuns],
})
export class RetentionModule {}
