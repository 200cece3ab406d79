/** The file for the worst day: everything unsent as JSON that a person can read, photos inside as data URLs. */
import type { Command } from './command.ts';

export async function exportUnsent(commands: readonly Command[]): Promise<Blob> {
  const rows = await Promise.all(
    commands
      .filter((command) => command.state !== 'sent')
      .map(async ({ blob, ...row }) => ({
        ...row,
        createdAt: new Date(row.createdAt).toISOString(),
        ...(blob && { photo: await dataUrl(blob) }),
      })),
  );
  return new Blob([JSON.stringify({ format: 'to-so-unsent-1', commands: rows }, null, 2)], {
    type: 'application/json',
  });
}

async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return `data:${blob.type || 'image/jpeg'};base64,${btoa(text)}`;
}
