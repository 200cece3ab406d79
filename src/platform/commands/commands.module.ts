import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandAnswer } from './command-answer.entity.ts';
import { CommandsController } from './commands.controller.ts';
import { WithdrawCommand } from './withdraw-command.ts';

@Module({
  imports: [TypeOrmModule.forFeature([CommandAnswer])],
  controllers: [CommandsController],
  providers: [WithdrawCommand],
})
export class CommandsModule {}
