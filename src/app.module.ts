import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { MembershipModule } from '#modules/membership';
import { NotificationsModule } from '#modules/notifications';
import { OrganizationModule } from '#modules/organization';
import { ReportingModule } from '#modules/reporting';
import { TasksModule } from '#modules/tasks';
import { TrainingModule } from '#modules/training';
import { ActsModule } from '#platform/acts';
import { AuthModule, SessionGuard } from '#platform/auth';
import { BackupModule } from '#platform/backup';
import { ClockModule } from '#platform/clock';
import { CommandsModule, IdempotencyInterceptor } from '#platform/commands';
import { ConfigModule, type Env } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { FilesModule } from '#platform/files';
import { HealthModule } from '#platform/health';
import { AnswerInterceptor, HttpModule, ProblemFilter } from '#platform/http';
import { LoggingModule } from '#platform/logging';
import { MeasuresModule } from '#platform/measures';
import { OutboxModule } from '#platform/outbox';
import { QueueModule } from '#platform/queue';
import { RetentionModule } from '#platform/retention';
import { SecretsModule } from '#platform/secrets';
import { RefusalsInterceptor, TrailModule } from '#platform/trail';

/** Platform and the domain modules, nothing else. */
@Module({})
export class AppModule {
  static for(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.for(env),
        LoggingModule,
        DatabaseModule,
        ClockModule,
        QueueModule,
        SecretsModule,
        FilesModule,
        RetentionModule,
        OutboxModule,
        TrailModule,
        AuthModule,
        HttpModule,
        CommandsModule,
        ActsModule,
        BackupModule,
        HealthModule,
        MeasuresModule,
        OrganizationModule,
        MembershipModule,
        TrainingModule,
        TasksModule,
        ReportingModule,
        NotificationsModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RefusalsInterceptor },
      ],
    };
  }
}
