import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENV, type Env } from '#platform/config';
import { dataSourceOptions, migrate, SCHEMA_LOCK, REQUEST_STATEMENT_MS, WORKER_STATEMENT_MS } from './data-source.ts';
import { Database } from './database.ts';
import { Listener } from './listener.ts';
import { migrations } from './migrations/index.ts';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({
        ...dataSourceOptions(
          env.DATABASE_URL ?? '',
          env.DB_POOL,
          env.ROLE === 'worker' ? WORKER_STATEMENT_MS : REQUEST_STATEMENT_MS,
        ),
        autoLoadEntities: true,
        retryAttempts: 10,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [Database, Listener],
  exports: [Database, Listener],
})
export class DatabaseModule {}
export { dataSourceOptions, Database, Listener, migrate, migrations, SCHEMA_LOCK };
export { BoundedClient } from './bounded-client.ts';
export { inBatches } from './in-batches.ts';
export { inTime } from './in-time.ts';
export { execute, rowsOf, sqlState, takeTurn, type Tx, violation } from './database.ts';
export {
  empty,
  join,
  ofFew,
  onlyOf,
  type Prepared,
  prepared,
  raw,
  type Short,
  short,
  type Sql,
  sql,
  type Statement,
} from './sql.ts';
