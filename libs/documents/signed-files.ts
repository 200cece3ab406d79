/**
 * Whether a file is another one with a signature added, and nothing else: a signed PDF goes on behind the bytes of the
 * unsigned one (ISO 32000, incremental update), a signed .docx has the same parts and a signature among them (ECMA-376).
 * Whether the signature itself is good is for the agency's tool to say.
 */
import { unzipSync } from 'fflate';
import { guardZip } from './zip-guard.ts';

export type SignedVerdict = 'signed' | 'notSigned' | 'different';

const LIMITS = { maxInflatedBytes: 64 * 1024 * 1024, maxEntries: 500 };

export function judgeSigned(format: 'pdf' | 'docx', exported: Buffer, back: Buffer): Promise<SignedVerdict> {
  return format === 'pdf' ? Promise.resolve(judgePdf(exported, back)) : judgeDocx(exported, back);
}

function judgePdf(exported: Buffer, back: Buffer): SignedVerdict {
  if (back.length < exported.length || !back.subarray(0, exported.length).equals(exported)) return 'different';
  const added = back.subarray(exported.length).toString('latin1');
  const isSigned = /\/ByteRange\s*\[[\s\d]+\]/.test(added) && /%%EOF\s*$/.test(added);
  return isSigned ? 'signed' : 'notSigned';
}

/** The lists of parts are the signing tool's to extend; every other part stays as it was, byte by byte. */
const EXTENDED = /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/.*)$/;

async function judgeDocx(exported: Buffer, back: Buffer): Promise<SignedVerdict> {
  const parts = await partsOf(back);
  if (parts === undefined) return 'different';
  const own = unzipSync(exported);
  const names = Object.keys(own).filter((name) => !EXTENDED.test(name));
  const isSame = names.every(
    (name) => parts[name] !== undefined && Buffer.from(parts[name]).equals(own[name] as Uint8Array),
  );
  const strangers = Object.keys(parts).some((name) => /^word\//.test(name) && !(name in own));
  if (!isSame || strangers) return 'different';
  return Object.keys(parts).some((name) => /^_xmlsignatures\/[^/]+\.xml$/.test(name)) ? 'signed' : 'notSigned';
}

async function partsOf(file: Buffer): Promise<Record<string, Uint8Array> | undefined> {
  try {
    await guardZip(file, LIMITS);
    return unzipSync(file);
  } catch {
    return undefined;
  }
}
