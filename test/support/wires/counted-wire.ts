/**
 * Stands between a process of the product and PostgreSQL and counts what goes through: statements, and round trips, which is how
 * often the process had to wait for an answer before it could ask on. It speaks none of it: bytes pass as they are.
 * Source of the message formats: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Counts {
  statements: number;
  trips: number;
  /** Bytes that the process has sent. */
  sent: number;
  /** Bytes that PostgreSQL has answered. */
  answered: number;
}

const QUERY = 0x51;
const PARSE = 0x50;
const BIND = 0x42;
const SYNC = 0x53;
const READY_FOR_QUERY = 0x5a;
/** A message is a byte for its kind and four for its length, which counts itself. */
const HEAD = 5;

/** Cuts a stream into messages; the very first of a client has no kind. */
class Messages {
  private rest: Buffer = Buffer.alloc(0);

  constructor(
    private startsBare: boolean,
    private readonly on: (kind: number, body: Buffer) => void,
  ) {}

  push(chunk: Buffer): void {
    let left = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    for (;;) {
      const head = this.startsBare ? HEAD - 1 : HEAD;
      if (left.length < head) break;
      const length = left.readUInt32BE(head - 4) + head - 4;
      if (left.length < length) break;
      if (!this.startsBare) this.on(left[0] as number, left.subarray(HEAD, length));
      this.startsBare = false;
      left = left.subarray(length);
    }
    this.rest = left;
  }
}

const textAt = (body: Buffer, from: number): string => body.toString('utf8', from, body.indexOf(0, from));

export class CountedWire {
  private counts: Counts = { statements: 0, trips: 0, sent: 0, answered: 0 };
  /** What was asked since it was last taken, in the order of asking. */
  private texts: string[] = [];
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;

  /** @returns the address of the same database through here */
  async open(url: string): Promise<string> {
    const there = new URL(url);
    const server = createServer((socket) => this.join(socket, there));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const here = new URL(url);
    here.hostname = '127.0.0.1';
    here.port = String((server.address() as AddressInfo).port);
    return here.href;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server?.close();
  }

  /** What went through since this was last asked. */
  take(): Counts & { texts: string[] } {
    const taken = { ...this.counts, texts: this.texts };
    this.counts = { statements: 0, trips: 0, sent: 0, answered: 0 };
    this.texts = [];
    return taken;
  }

  private join(client: Socket, there: URL): void {
    const server = connect(Number(there.port), there.hostname);
    /** Questions of this connection that PostgreSQL has not come to the end of. */
    let open = 0;
    const known = new Map<string, string>();
    const asked = (text: string) => {
      this.counts.statements += 1;
      this.texts.push(text);
    };
    const fromClient = new Messages(true, (kind, body) => {
      if (kind === PARSE) known.set(textAt(body, 0), textAt(body, body.indexOf(0) + 1));
      if (kind === BIND) asked(known.get(textAt(body, body.indexOf(0) + 1)) ?? '?');
      if (kind === QUERY) asked(textAt(body, 0));
      if (kind !== QUERY && kind !== SYNC) return;
      if (open === 0) this.counts.trips += 1;
      open += 1;
    });
    const fromServer = new Messages(false, (kind) => {
      if (kind === READY_FOR_QUERY) open = Math.max(0, open - 1);
    });
    this.pass(client, server, (chunk) => {
      this.counts.sent += chunk.length;
      fromClient.push(chunk);
    });
    this.pass(server, client, (chunk) => {
      this.counts.answered += chunk.length;
      fromServer.push(chunk);
    });
  }

  private pass(from: Socket, to: Socket, see: (chunk: Buffer) => void): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => {
      see(chunk);
      to.write(chunk);
    });
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
    from.on('error', () => to.destroy());
  }
}
