/** `npm run restore -- --from DIR [--identity FILE]`: makes an installation of a backup; `--verify` only tries and compares. */
import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatNumber } from '#i18n';
import { noteVerified, readIdentities, restore, rowsOfAll, verifyBackup } from '#platform/backup';
import { type Env, loadEnv } from '#platform/config';
import { saying } from './command-line.ts';
import { databaseOf } from './database-of.ts';

const USAGE = `npm run restore -- --from DIR [--identity FILE] [--verify]

  --from      thư mục của bản sao lưu / the folder of the backup
  --identity  tệp khóa riêng của age / the file with the private key of age
  --verify    khôi phục vào một cơ sở dữ liệu tạm rồi so sánh, không đụng tới hệ thống đang chạy
              restores into a scratch database and compares; the installation is not touched
`;

interface Asked {
  databaseUrl: string;
  from: string;
  identities: string[];
}

async function verified(asked: Asked): Promise<string> {
  const { manifest, tablesDiffer, filesDiffer } = await verifyBackup(asked);
  const differ = [...tablesDiffer, ...filesDiffer];
  if (differ.length > 0)
    throw new Error(
      `Bản sao lưu khôi phục không giống lúc ghi / what was restored differs: ${differ.slice(0, 20).join(', ')}`,
    );
  await noteVerified(asked.databaseUrl, manifest, new Date());
  const [rows, files] = [rowsOfAll(manifest), manifest.files.count];
  return (
    `Bản sao lưu ${manifest.startedAt} khôi phục được và giống hệt lúc ghi: ${formatNumber(rows)} dòng, ${formatNumber(files)} tệp.\n` +
    `The backup of ${manifest.startedAt} can be restored and is what was written: ${formatNumber(rows, 'en')} rows, ${formatNumber(files, 'en')} files.\n`
  );
}

async function restored(asked: Asked, env: Env): Promise<string> {
  const { manifest, dangling, hasOtherSecretKey } = await restore({
    ...asked,
    dataDir: env.DATA_DIR,
    secretKey: env.SECRET_KEY,
  });
  const [rows, files] = [rowsOfAll(manifest), manifest.files.count];
  const lines = [
    `Đã khôi phục bản sao lưu ${manifest.startedAt}: ${formatNumber(rows)} dòng, ${formatNumber(files)} tệp. Chạy npm start.`,
    `Restored the backup of ${manifest.startedAt}: ${formatNumber(rows, 'en')} rows, ${formatNumber(files, 'en')} files. Run npm start.`,
  ];
  if (hasOtherSecretKey)
    lines.push(
      'SECRET_KEY khác với lúc sao lưu: đặt lại đúng khóa cũ trước khi chạy, nếu không khóa kết nối đã lưu không mở được.',
      'SECRET_KEY is another one than that of the backup: set the old one before you start, or what it sealed stays shut.',
    );
  for (const reference of dangling)
    lines.push(`Có dòng trỏ tới dòng không tồn tại / rows point to what is not there: ${reference}`);
  return `${lines.join('\n')}\n`;
}

await saying(USAGE, async () => {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, identity: { type: 'string' }, verify: { type: 'boolean', default: false } },
  });
  if (!values.from) return undefined;
  const identities = values.identity ? await readIdentities(values.identity) : [];
  const env = loadEnv();
  const database = await databaseOf(env);
  try {
    const asked = { databaseUrl: database.url, from: resolve(values.from), identities };
    return values.verify ? await verified(asked) : await restored(asked, env);
  } finally {
    await database.stop();
  }
});
