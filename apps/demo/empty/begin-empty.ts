/** `npm run demo -- --empty`: an empty database, the first administrator's link, and files to try the first day with. */
import { join, resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CreateAdmin, MembershipApi } from '#modules/membership';
import { findAccounts } from '../accounts.ts';
import { bold, dim, line } from '../terminal.ts';
import { writeFirstDay } from './first-day-files.ts';

/** A first start makes the administrator; a later one has them let in again. */
async function adminLink(app: NestFastifyApplication): Promise<string> {
  const known = (await findAccounts(app)).find(({ role }) => role.includes('admin'));
  if (known) return (await app.get(MembershipApi).freshInvite(known.personId)).url;
  const admin = { fullName: 'Vũ Minh Châu', email: 'quan-tri@songngan.example' };
  return (await app.get(CreateAdmin, { strict: false }).execute(admin)).url;
}

export async function beginEmpty(app: NestFastifyApplication, dataDir: string): Promise<void> {
  const folder = resolve(join(dataDir, 'tep-de-thu'));
  const files = await writeFirstDay(folder);
  line();
  line(`${bold('Ngày đầu tiên')}  ${dim('the first day: nothing is there yet but the administrator')}`);
  line(`${bold('Quản trị vào lần đầu')}  ${await adminLink(app)}`);
  line(`${bold('Tệp để thử')}  ${folder}`);
  for (const name of files) line(`   ${name}`);
}
