/** `npm run backup -- --to DIR [--recipient age1...]`: one moment of the installation, while it runs. */
import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatBytes, formatNumber } from '#i18n';
import { backUp, makeKey, rowsOfAll, sizeOf } from '#platform/backup';
import { loadEnv } from '#platform/config';
import { saying } from './command-line.ts';
import { databaseOf } from './database-of.ts';

const USAGE = `npm run backup -- --to DIR [--recipient age1...]...
npm run backup -- --make-key FILE

  --to         thư mục mới hoặc trống / a new or empty folder
  --recipient  khóa công khai của age; lặp lại được. Mặc định: BACKUP_RECIPIENTS / a public key of age; may be repeated
  --make-key   ghi một khóa riêng mới vào FILE, in khóa công khai / writes a new private key, prints the public one
`;

await saying(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      recipient: { type: 'string', multiple: true },
      'make-key': { type: 'string' },
    },
  });
  if (values['make-key']) {
    const recipient = await makeKey(values['make-key']);
    return (
      `${recipient}\n` +
      `Cất tệp ${values['make-key']} ở nơi khác máy chủ: mất tệp này là không mở được bản sao lưu nào nữa.\n` +
      `Keep ${values['make-key']} away from the server: without it no backup can be opened.\n`
    );
  }
  if (!values.to) return undefined;
  const env = loadEnv();
  const database = await databaseOf(env);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    const manifest = await backUp({
      databaseUrl: database.url,
      dataDir: env.DATA_DIR,
      to: resolve(values.to),
      recipients: values.recipient ?? env.BACKUP_RECIPIENTS?.split(',') ?? [],
      secretKey: env.SECRET_KEY,
      startedBy: 'command',
      now: () => new Date(),
      signal: stop.signal,
    });
    const [rows, files] = [rowsOfAll(manifest), manifest.files.count];
    const size = formatBytes(sizeOf(manifest));
    const key = manifest.recipients.length > 0;
    return (
      `Đã sao lưu vào ${resolve(values.to)}: ${formatNumber(rows)} dòng, ${formatNumber(files)} tệp, ${size}${key ? ', đã mã hóa' : ', KHÔNG mã hóa: có dữ liệu cá nhân và khóa của hệ thống'}.\n` +
      `Backed up to ${resolve(values.to)}: ${formatNumber(rows, 'en')} rows, ${formatNumber(files, 'en')} files, ${size}${key ? ', encrypted' : ', NOT encrypted: it holds personal data and the key material'}.\n`
    );
  } finally {
    await database.stop();
  }
});
