import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandAnswer } from './command-answer.entity.ts';
import { CommandCounts } from './command-counts.ts';
import { CommandsController } from './commands.controller.ts';
import { KeptAnswers } from './kept-answers.ts';
import { ShownAnswers } from './shown-answers.ts';
import { WithdrawCommand } from './withdraw-command.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([CommandAnswer])],
  controllers: [CommandsController],
  providers: [CommandCounts, KeptAnswers, ShownAnswers, WithdrawCommand],
  exports: [CommandCounts, ShownAnswers],
})
export class CommandsModule {}
