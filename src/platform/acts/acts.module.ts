import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActsController } from './acts.controller.ts';
import { HeldAct } from './held-act.entity.ts';
import { HeldActs } from './held-acts.ts';
import { TakeBackAct } from './take-back-act.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([HeldAct])],
  controllers: [ActsController],
  providers: [HeldActs, TakeBackAct],
  exports: [HeldActs],
})
export class ActsModule {}
