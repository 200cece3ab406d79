/** `npm run admin:create -- --name "Họ và tên" --email dia-chi`: makes an administrator and prints a one-time link. */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { CreateAdmin } from '#modules/membership';
import { loadEnv } from '#platform/config';
import { migrate } from '#platform/database';
import { createContext } from './create-context.ts';
import { databaseOf } from './database-of.ts';

const { values } = parseArgs({ options: { name: { type: 'string', default: 'Quản trị' }, email: { type: 'string' } } });
if (!values.email?.includes('@')) {
  process.stderr.write(
    'Thiếu --email: sau này quản trị đăng nhập bằng địa chỉ đó và mật khẩu tự đặt.\n' +
      '--email is missing: the administrator signs in with it and a password of their own.\n',
  );
  process.exit(1);
}
const email = values.email;
const env = { ...loadEnv(), ROLE: 'api' as const, LOG_LEVEL: 'error' as const };
const database = await databaseOf(env);
try {
  if (env.MIGRATE !== 'off') await migrate(database.url);
  const app = await createContext({ ...env, DATABASE_URL: database.url });
  const invite = await app.get(CreateAdmin, { strict: false }).execute({ fullName: values.name, email });
  await app.close();
  process.stdout.write(
    `${invite.fullName}: ${invite.url}\nDùng được một lần, đến ${invite.expiresAt}.\nWorks once, until ${invite.expiresAt}.\n`,
  );
} finally {
  await database.stop();
}
