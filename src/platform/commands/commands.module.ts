import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandAnswer } from './command-answer.entity.ts';
import { CommandCounts } from './command-counts.ts';
import { CommandsController } from './commands.controller.ts';
import { KeptAnswers } from './kept-answers.ts';
import { WithdrawCommand } from './withdraw-command.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([CommandAnswer])],
  controllers: [CommandsController],
  providers: [CommandCounts, KeptAnswers, WithdrawCommand],
  exports: [CommandCounts],
})
export class CommandsModule {}
