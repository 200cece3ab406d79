/** A key and a certificate signed with it, good for a day, for a server on loopback that stands in for a host with https. */
import { generateKeyPairSync, sign } from 'node:crypto';

const DAY_MS = 86_400_000;

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
/** YYMMDDHHMMSSZ. */
const time = (at: number) => der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));

const commonName = '550403';
const ecdsaWithSha256 = '2a8648ce3d040302';

/** Both as PEM. */
export function selfSigned(name: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const who = sequence(der(0x31, sequence(oid(commonName), der(0x0c, Buffer.from(name)))));
  const algorithm = sequence(oid(ecdsaWithSha256));
  const now = Date.now();
  const body = sequence(
    der(0x02, Buffer.from([1])),
    algorithm,
    who,
    sequence(time(now - DAY_MS), time(now + DAY_MS)),
    who,
    publicKey.export({ format: 'der', type: 'spki' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const certificate = sequence(body, algorithm, signature)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n');
  return {
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.trim()}\n-----END CERTIFICATE-----\n`,
  };
}
