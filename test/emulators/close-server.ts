import type { Server } from 'node:http';

const AGAIN_MS = 50;

/** Ends a server with all that is connected, also what was still on its way in when it closed: nobody waits for it. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => {
    server.close(() => done());
  });
  server.closeAllConnections();
  const again = setInterval(() => server.closeAllConnections(), AGAIN_MS);
  await closed;
  clearInterval(again);
}
