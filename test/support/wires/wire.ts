/** A line to a server that can be cut and mended: what was open breaks, what is new is refused. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Wire {
  /** The server's address by way of the line. */
  url: string;
  cut(): void;
  /** What is said on it goes nowhere, in neither direction, and nobody is told: a server that hangs. */
  hang(): void;
  /** Cut as soon as somebody says this to the server; then it has been. */
  cutAt(text: string): Promise<void>;
  mend(): void;
  /** Connections that were tried while it was cut. */
  refused(): number;
  close(): void;
}

export async function wireTo(url: string): Promise<Wire> {
  const target = new URL(url);
  const { port, hostname } = target;
  const open = new Set<Socket>();
  let isCut = false;
  let isHung = false;
  let refused = 0;
  let word: string | undefined;
  let said = () => {};
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (isCut) {
      refused++;
      near.destroy();
      return;
    }
    if (isHung) {
      open.add(near);
      near.pause();
      return;
    }
    const far = connect(Number(port), hostname);
    far.on('data', (bytes) => isHung || near.write(bytes));
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    open.add(near);
    near.on('close', () => open.delete(near));
    near.on('data', (bytes) => {
      if (isHung) return;
      far.write(bytes);
      if (word === undefined || !bytes.includes(word)) return;
      cut();
      said();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  target.hostname = '127.0.0.1';
  target.port = String((server.address() as AddressInfo).port);
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  const cut = () => {
    word = undefined;
    isCut = true;
    breakAll();
  };
  return {
    url: target.href.replace(/\/$/, ''),
    cut,
    cutAt: (text) => {
      word = text;
      return new Promise((resolve) => (said = resolve));
    },
    hang: () => {
      isHung = true;
    },
    mend: () => {
      if (isHung) breakAll();
      isHung = false;
      isCut = false;
    },
    refused: () => refused,
    close: () => {
      breakAll();
      server.close();
    },
  };
}
