/** Signs what a Telegram client hands to the mini-app, with the bot's token and with an Ed25519 key of the emulator. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

export interface LaunchKeys {
  token: string;
  ed25519: ReturnType<typeof generateKeyPairSync>['privateKey'];
  /** 32 bytes, hex. */
  publicKey: string;
}

export function makeLaunchKeys(token: string): LaunchKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    token,
    ed25519: privateKey,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
  };
}

const lines = (fields: Record<string, string>) =>
  Object.keys(fields)
    .sort()
    .map((key) => `${key}=${fields[key]}`)
    .join('\n');

/** As `tgWebAppData` holds it: pairs, then signature and hash. */
export function signLaunch({ token, ed25519 }: LaunchKeys, fields: Record<string, string>): string {
  const botId = token.split(':')[0];
  const signature = sign(null, Buffer.from(`${botId}:WebAppData\n${lines(fields)}`), ed25519).toString('base64url');
  return withHash({ ...fields, signature }, token);
}

/** What requestContact gives the mini-app. */
export function signContact(
  { token }: LaunchKeys,
  contact: { user_id: number; phone_number: string; first_name: string },
  authDate: number,
): string {
  return withHash({ auth_date: String(authDate), contact: JSON.stringify(contact) }, token);
}

function withHash(fields: Record<string, string>, token: string): string {
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  const hash = createHmac('sha256', key).update(lines(fields)).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
