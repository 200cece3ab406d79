/** A key as it lies in a machine: it makes a pair for a domain, and signs what it is asked in the name of a page. ES256. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const text = (bytes: Buffer): string => bytes.toString('base64url');

/** What may be wrong with an answer. */
export interface Wrong {
  /** The page that asked. */
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** No finger, no PIN: only that somebody is there. */
  unverified?: boolean;
  /** In place of the next one. */
  counter?: number;
  /** Signed by a key that is not this one. */
  forged?: boolean;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const KEY_INCLUDED = 0x40;

export class SoftwareKey {
  readonly id = randomBytes(32);
  private counter: number;
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  /** @param counts some keys say how often they have signed, others say 0 for ever */
  constructor(
    private readonly origin: string,
    private readonly rpId: string,
    private readonly counts = true,
  ) {
    this.counter = counts ? 1 : 0;
  }

  /** navigator.credentials.create() */
  create({ challenge }: { challenge: string }, wrong: Wrong = {}) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const key = Buffer.concat([Buffer.alloc(16), length, this.id, this.cose()]);
    const data = Buffer.concat([this.head(KEY_INCLUDED, wrong), key]);
    const clientDataJSON = this.clientData('webauthn.create', challenge, wrong);
    return this.credential({ clientDataJSON, attestationObject: text(attestation(data)), transports: ['internal'] });
  }

  /** navigator.credentials.get() */
  get({ challenge }: { challenge: string }, wrong: Wrong = {}) {
    if (this.counts) this.counter = wrong.counter ?? this.counter + 1;
    const data = this.head(0, wrong);
    const clientDataJSON = this.clientData('webauthn.get', challenge, wrong);
    const by: KeyObject = wrong.forged
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : this.pair.privateKey;
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    const signature = text(createSign('sha256').update(signed).sign(by));
    return this.credential({ clientDataJSON, authenticatorData: text(data), signature });
  }

  private credential<R extends object>(response: R) {
    const id = text(this.id);
    return { id, rawId: id, type: 'public-key' as const, response };
  }

  private clientData(type: string, asked: string, { origin = this.origin, challenge = asked }: Wrong): string {
    return text(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
  }

  private head(more: number, { rpId = this.rpId, unverified = false }: Wrong): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const flags = USER_PRESENT | more | (unverified ? 0 : USER_VERIFIED);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  }

  /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
  private cose(): Buffer {
    const { x = '', y = '' } = this.pair.publicKey.export({ format: 'jwk' });
    const coordinate = (label: number, of: string) =>
      Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(of, 'base64url')]);
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
      coordinate(0x21, x),
      coordinate(0x22, y),
    ]);
  }
}

/** CBOR of {fmt: "none", attStmt: {}, authData}. */
function attestation(data: Buffer): Buffer {
  const word = (name: string) => Buffer.concat([Buffer.from([0x60 + name.length]), Buffer.from(name)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    word('fmt'),
    word('none'),
    word('attStmt'),
    Buffer.from([0xa0]),
    word('authData'),
    Buffer.from([0x58, data.length]),
    data,
  ]);
}
