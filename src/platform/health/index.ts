import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Measures } from './measures.ts';
import { ProcessClock } from './process-clock.entity.ts';
import { ProcessClocks } from './process-clocks.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ProcessClock])],
  providers: [Measures, ProcessClocks],
  exports: [Measures, ProcessClocks],
})
export class HealthModule {}
export type { ClockSkew } from './clock-skew.ts';
export type { DiskRoom } from './disk-room.ts';
export { type Measured, Measures } from './measures.ts';
export { ProcessClocks } from './process-clocks.ts';
