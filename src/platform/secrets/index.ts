import { Global, Module } from '@nestjs/common';
import { Secrets } from './secrets.ts';

export { Secrets };

@Global()
@Module({ providers: [Secrets], exports: [Secrets] })
export class SecretsModule {}
