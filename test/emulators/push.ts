/**
 * A push service on loopback. It checks what real ones check (VAPID signature and audience, TTL, Topic, size) and, as the
 * browser does, decrypts the body (RFC 8188, 8291) with the subscription's own key.
 */
import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { closeServer } from './close-server.ts';

export interface ReceivedPush {
  payload: unknown;
  topic: string | null;
  ttl: number;
}

interface Subscription {
  ecdh: ECDH;
  auth: Buffer;
  received: ReceivedPush[];
  status: number | 'hang' | undefined;
}

export interface PushEmulator {
  url: string;
  /** A browser subscribes: text as PushSubscription.toJSON() gives it. */
  subscribe(name: string): string;
  /** What the browser got, after Topic has replaced what it replaces. */
  received(name: string): ReceivedPush[];
  /** From now on pushes to this browser are answered with this status; undefined ends it. */
  answer(name: string, status: number | 'hang' | undefined, retryAfter?: string): void;
  stop(): Promise<void>;
}

export async function startPushEmulator({
  now,
  publicKey,
  port = 0,
}: {
  now: () => Date;
  publicKey: string;
  port?: number;
}): Promise<PushEmulator> {
  const subscriptions = new Map<string, Subscription>();
  let retryAfter: string | undefined;
  let url = '';
  const server = createServer((request, response) => void serve(request, response));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const subscription = subscriptions.get(/^\/push\/([\w-]+)$/.exec(request.url ?? '')?.[1] ?? '');
    const status = subscription ? (subscription.status ?? refusal(request, body, { url, publicKey, now: now() })) : 404;
    if (status === 'hang') return;
    if (status === 201) take(subscription!, request, body);
    response.writeHead(status, { ...(retryAfter !== undefined && { 'retry-after': retryAfter }) }).end();
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    subscribe(name) {
      const ecdh = createECDH('prime256v1');
      const p256dh = ecdh.generateKeys('base64url');
      const auth = randomBytes(16);
      subscriptions.set(name, { ecdh, auth, received: [], status: undefined });
      return JSON.stringify({
        endpoint: `${url}/push/${name}`,
        expirationTime: null,
        keys: { p256dh, auth: auth.toString('base64url') },
      });
    },
    received: (name) => subscriptions.get(name)!.received,
    answer(name, status, after) {
      subscriptions.get(name)!.status = status;
      retryAfter = after;
    },
    async stop() {
      await closeServer(server);
    },
  };
}

function take(subscription: Subscription, { headers }: IncomingMessage, body: Buffer): void {
  const topic = (headers.topic as string | undefined) ?? null;
  const push = { payload: JSON.parse(decrypt(body, subscription)) as unknown, topic, ttl: Number(headers.ttl) };
  const same = topic === null ? -1 : subscription.received.findIndex((other) => other.topic === topic);
  if (same === -1) subscription.received.push(push);
  else subscription.received[same] = push;
}

function refusal(
  { headers }: IncomingMessage,
  body: Buffer,
  expected: { url: string; publicKey: string; now: Date },
): number {
  if (!vapidFits(headers.authorization ?? '', expected)) return 403;
  if (headers['content-encoding'] !== 'aes128gcm' || !/^\d+$/.test(String(headers.ttl))) return 400;
  if (headers.topic !== undefined && !/^[\w-]{1,32}$/.test(String(headers.topic))) return 400;
  return body.length > 4_096 ? 413 : 201;
}

function vapidFits(
  authorization: string,
  { url, publicKey, now }: { url: string; publicKey: string; now: Date },
): boolean {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  if (key !== publicKey || !claims) return false;
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    aud: string;
    exp: number;
    sub: string;
  };
  const left = exp - now.getTime() / 1000;
  return signed && aud === url && left > 0 && left <= 86_400 && /^(mailto|https):/.test(sub);
}

/** Salt (16), record size (4), key length (1), the sender's key, then one record closed by the byte 2. */
function decrypt(body: Buffer, { ecdh, auth }: Subscription): string {
  const salt = body.subarray(0, 16);
  const senderKey = body.subarray(21, 21 + body[20]!);
  const sealed = body.subarray(21 + body[20]!);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey]);
  const secret = createHmac('sha256', createHmac('sha256', auth).update(ecdh.computeSecret(senderKey)).digest())
    .update(info)
    .update(Buffer.from([1]))
    .digest();
  const derive = (label: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${label}\0`, length));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12)).setAuthTag(
    sealed.subarray(-16),
  );
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
}
