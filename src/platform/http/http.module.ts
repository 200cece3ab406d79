import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { OpenRequests } from './open-requests.ts';

@Module({ controllers: [HealthController], providers: [OpenRequests] })
export class HttpModule {}
