import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock.ts';
import { TickRun } from './tick-run.entity.ts';
import { Tick, Ticks, TickTurns } from './ticks.ts';

@Global()
@Module({
  imports: [DiscoveryModule, ScheduleModule.forRoot(), TypeOrmModule.forFeature([TickRun])],
  providers: [Clock, Ticks, TickTurns],
  exports: [Clock, TickTurns],
})
export class ClockModule {}
export { Clock, Tick, TickTurns };
