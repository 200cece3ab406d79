/** The process that decodes photos, one after the other; it is killed at a photo's deadline. */
import { decodePhoto, type PhotoJob, type PhotoOutcome } from './decode-photo.ts';

export type PhotoAnswer = PhotoOutcome & {
  id: number;
  /** Of this process, in bytes. */
  memory: number;
};

process.on('message', ({ id, ...job }: PhotoJob & { id: number }) => {
  void decodePhoto(job).then((outcome) => {
    process.send?.({ id, ...outcome, memory: process.memoryUsage.rss() } satisfies PhotoAnswer);
  });
});
// One that waits for itself for ever would outlive the server.
process.once('disconnect', () => process.exit());
process.send?.('ready');
