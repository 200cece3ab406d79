/** Where the bytes of photos are kept: by the hash of their content, so the same picture is stored once. */
export abstract class PhotoStore {
  /** Keeps the bytes; keeping the same again is fine. Gives the hash (SHA-256, hex). */
  abstract put(bytes: Buffer): Promise<string>;
  /** Undefined when nothing is kept under the hash. */
  abstract get(hash: string): Promise<Buffer | undefined>;
}
