/** A line to a server that can be cut and mended: what was open breaks, what is new is refused. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Wire {
  /** The server's address by way of the line. */
  url: string;
  cut(): void;
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
  let refused = 0;
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (isCut) {
      refused++;
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    open.add(near);
    near.on('close', () => open.delete(near));
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  target.hostname = '127.0.0.1';
  target.port = String((server.address() as AddressInfo).port);
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: target.href.replace(/\/$/, ''),
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => {
      isCut = false;
    },
    refused: () => refused,
    close: () => {
      breakAll();
      server.close();
    },
  };
}
