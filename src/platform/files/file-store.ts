/** Where bytes are kept: by the hash of their content, so that the same file is stored once. */
export abstract class FileStore {
  /** Keeps the bytes; keeping the same again is fine. Gives the hash (SHA-256, hex). */
  abstract put(bytes: Buffer): Promise<string>;
  /** Undefined when nothing is kept under the hash. */
  abstract get(hash: string): Promise<Buffer | undefined>;
  /** Gone for good: the caller knows that nothing else names it. */
  abstract remove(hash: string): Promise<void>;
  /** The hashes of what was put before then and not again since. */
  abstract older(before: Date): AsyncIterable<string>;
  /** Gone for good unless it was put again meanwhile; says whether. */
  abstract removeOlder(hash: string, before: Date): Promise<boolean>;
}
