import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessAct } from './access-act.entity.ts';
import { AccessActs } from './access-acts.ts';
import { KeptActs } from './kept-acts.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AccessAct])],
  providers: [AccessActs, KeptActs],
  exports: [AccessActs],
})
export class TrailModule {}
