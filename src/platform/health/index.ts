import { Global, Module } from '@nestjs/common';
import { Measures } from './measures.ts';

@Global()
@Module({ providers: [Measures], exports: [Measures] })
export class HealthModule {}
export type { ClockSkew } from './clock-skew.ts';
export type { DiskRoom } from './disk-room.ts';
export { type Measured, Measures } from './measures.ts';
