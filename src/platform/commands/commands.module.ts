import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandAnswer } from './command-answer.entity.ts';

@Module({ imports: [TypeOrmModule.forFeature([CommandAnswer])] })
export class CommandsModule {}
