import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ENV, type Env, loadEnv, mistyped } from './env.ts';

@Global()
@Module({})
export class ConfigModule {
  static for(env: Env): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: ENV, useValue: env }], exports: [ENV] };
  }
}
export { ENV, type Env, loadEnv, mistyped };
