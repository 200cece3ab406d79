import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Secret } from './secret.entity.ts';
import { Secrets } from './secrets.ts';

export { seal, unseal } from './sealing.ts';
export { Secrets };

@Global()
@Module({ imports: [TypeOrmModule.forFeature([Secret])], providers: [Secrets], exports: [Secrets] })
export class SecretsModule {}
