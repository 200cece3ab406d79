import { Injectable } from '@nestjs/common';
import { TeamGroupsApi } from '#modules/membership';
import { ReportingApi } from '#modules/reporting';
import { TasksApi } from '#modules/tasks';
import { TrainingApi } from '#modules/training';

/** Through these, messages read what they tell of. */
@Injectable()
export class MessageSources {
  constructor(
    readonly groups: TeamGroupsApi,
    readonly tasks: TasksApi,
    readonly training: TrainingApi,
    readonly reporting: ReportingApi,
  ) {}
}
