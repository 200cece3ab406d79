import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessAct } from './access-act.entity.ts';
import { AccessActs } from './access-acts.ts';
import { ForgetOldActs } from './forget-old-acts.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AccessAct])],
  providers: [AccessActs, ForgetOldActs],
  exports: [AccessActs],
})
export class TrailModule {}
