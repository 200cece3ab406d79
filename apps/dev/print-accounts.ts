/**
 * Who can sign in, each with a fresh one-time invite: the demo's people where its data is used
 * (`DATA_DIR=.data/demo npm run dev`), else the administrator, who is made when there is none.
 */
import 'reflect-metadata';
import { CreateAdmin } from '#modules/membership';
import { loadEnv } from '#platform/config';
import { createApp } from '../../src/create-app.ts';
import { findAccounts, printAccounts } from '../demo/accounts.ts';

const app = await createApp({ ...loadEnv(), ROLE: 'api', LOG_LEVEL: 'error', TICKS: 'off' });
await app.init();
if ((await findAccounts(app)).length === 0)
  await app.get(CreateAdmin, { strict: false }).execute({ fullName: 'Quản trị' });
await printAccounts(app);
await app.close();
process.exit(0);
