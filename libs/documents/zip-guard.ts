/** Refuses an archive that would unpack to more than allowed, or is not what its directory says, before anything opens it. */
import { openZip } from './reading/open-zip.ts';
import { defaultReadLimits } from './reading/limits.ts';

export interface ZipLimits {
  maxInflatedBytes: number;
  maxEntries: number;
}

/** @throws FileError as openZip does */
export async function guardZip(data: Buffer, { maxInflatedBytes, maxEntries }: ZipLimits): Promise<void> {
  const limits = { ...defaultReadLimits, maxEntries, maxInflatedBytes, maxEntryBytes: maxInflatedBytes };
  await openZip(data, () => false, limits);
}
