import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandAnswer } from './command-answer.entity.ts';
import { CommandsController } from './commands.controller.ts';
import { ReadCommand } from './read-command.ts';

@Module({
  imports: [TypeOrmModule.forFeature([CommandAnswer])],
  controllers: [CommandsController],
  providers: [ReadCommand],
})
export class CommandsModule {}
