/** A signature as CMS carries it (RFC 5652): of a PDF's bytes (PAdES), and of the time (RFC 3161). */
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { SignatureReason, SignatureState, SignatureWorth } from './signature-facts.ts';
import { Certificate, isTrusted, readCertificates } from './trust.ts';

const HASHES: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.3.14.3.2.26': 'sha1',
  '1.2.840.113549.2.5': 'md5',
};
const WEAK = new Set(['sha1', 'md5', '1.2.840.113549.1.1.5', '1.2.840.113549.1.1.4', '1.2.840.10045.4.1']);
const OID = {
  signedData: '1.2.840.113549.1.7.2',
  data: '1.2.840.113549.1.7.1',
  stamp: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  signatureStamp: '1.2.840.113549.1.9.16.2.14',
};

/** A signature that does not hold, or that cannot be judged; `reason` as signature-facts.ts names it. */
export class Verdict extends Error {
  constructor(
    readonly state: SignatureState,
    readonly reason: SignatureReason,
  ) {
    super(`${state}: ${reason}`);
  }
}
export const invalid = (reason: SignatureReason) => new Verdict('invalid', reason);
export const unchecked = (reason: SignatureReason) => new Verdict('unchecked', reason);

const exact = (view: Uint8Array) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);
const bytesOf = (value: asn1js.BaseBlock | undefined) =>
  value instanceof asn1js.OctetString ? exact(value.valueBlock.valueHexView) : undefined;
const itemsOf = (value: asn1js.BaseBlock | undefined) =>
  value instanceof asn1js.Constructed ? value.valueBlock.value : [];

/** @param der may have zeros behind it: room that was left for it @throws Verdict */
function signedDataOf(der: Buffer): pkijs.SignedData {
  try {
    const { offset, result } = asn1js.fromBER(new Uint8Array(der));
    if (offset <= 0 || der.subarray(offset).some((byte) => byte !== 0)) throw new Error('more than a signature');
    const info = new pkijs.ContentInfo({ schema: result });
    if (info.contentType !== OID.signedData) throw new Error('no signature');
    return new pkijs.SignedData({ schema: info.content });
  } catch {
    throw invalid('malformed');
  }
}

function attribute(list: pkijs.SignedAndUnsignedAttributes | undefined, type: string): asn1js.BaseBlock | undefined {
  const found = (list?.attributes ?? []).filter((one) => one.type === type);
  // A second attribute of a kind would leave it open which one counts.
  const values: asn1js.BaseBlock[] | undefined = found[0]?.values;
  if (found.length > 1 || (values && values.length !== 1)) throw invalid('malformed');
  return values?.[0];
}

/**
 * @param data the signed bytes; a stamp of the time is over these as well
 * @returns the signer, the file's certificates, the time that the signer names, and the raw signature
 * @throws Verdict
 */
async function verified(signed: pkijs.SignedData, data: Buffer, kind: 'data' | 'stamp') {
  const [info] = signed.signerInfos;
  if (!info || signed.signerInfos.length !== 1) throw unchecked('unsupported');
  if (kind === 'data' && signed.encapContentInfo.eContent) throw unchecked('unsupported');
  if (signed.encapContentInfo.eContentType !== OID[kind]) throw invalid('malformed');
  const hash = HASHES[info.digestAlgorithm.algorithmId];
  if (!hash) throw unchecked('unsupported');
  const content = kind === 'data' ? data : contentOf(signed);
  checkDigest(info, content, hash);
  if (WEAK.has(hash) || WEAK.has(info.signatureAlgorithm.algorithmId)) throw unchecked('weak');
  const { signature, signerCertificate } = await signed
    .verify({ signer: 0, data: new Uint8Array(data).buffer, extendedMode: true })
    .then((result) => ({ signature: result.signatureVerified, signerCertificate: result.signerCertificate }))
    .catch((error: unknown) => {
      const refusal = error instanceof pkijs.SignedDataVerifyError ? error : undefined;
      if (refusal?.signatureVerified === false) throw invalid('changed');
      throw unchecked(refusal?.signerCertificate ? 'unsupported' : 'noCertificate');
    });
  if (!signature) throw invalid('changed');
  if (!signerCertificate) throw unchecked('noCertificate');
  const signer = new Certificate(Buffer.from(signerCertificate.toSchema(false).toBER()));
  checkNamedCertificate(info, signer);
  if (!signer.hasStrongKey) throw unchecked('weak');
  const ders = (signed.certificates ?? []).flatMap((one) =>
    one instanceof pkijs.Certificate ? [Buffer.from(one.toSchema(false).toBER())] : [],
  );
  const at = attribute(info.signedAttrs, OID.signingTime);
  return { info, signer, others: readCertificates(ders), claimed: at instanceof asn1js.UTCTime ? at.toDate() : null };
}

/** What lies within the signature itself. */
function contentOf({ encapContentInfo }: pkijs.SignedData): Buffer<ArrayBuffer> {
  if (!encapContentInfo.eContent) throw invalid('malformed');
  return Buffer.from(encapContentInfo.eContent.getValue());
}

function checkDigest({ signedAttrs }: pkijs.SignerInfo, content: Buffer, hash: string): void {
  if (!signedAttrs) return;
  const type = attribute(signedAttrs, OID.contentType);
  const digest = bytesOf(attribute(signedAttrs, OID.messageDigest));
  if (!type || !digest) throw invalid('malformed');
  if (!createHash(hash).update(content).digest().equals(digest)) throw invalid('changed');
}

/** The certificate that the signer meant (ESS, RFC 5035) has to be the one that is there. */
function checkNamedCertificate({ signedAttrs }: pkijs.SignerInfo, { x509 }: Certificate): void {
  const named = attribute(signedAttrs, OID.signingCertificate);
  if (!named) return;
  const [hashOrValue, value] = itemsOf(itemsOf(itemsOf(named)[0])[0]);
  const isDefault = hashOrValue instanceof asn1js.OctetString;
  const [algorithm] = itemsOf(hashOrValue);
  const other = algorithm instanceof asn1js.ObjectIdentifier ? HASHES[algorithm.getValue()] : undefined;
  const hash = isDefault ? 'sha256' : other;
  const digest = bytesOf(isDefault ? hashOrValue : value);
  if (!hash || !digest) throw unchecked('unsupported');
  if (!createHash(hash).update(x509.raw).digest().equals(digest)) throw invalid('changed');
}

/** When a trusted authority saw these bytes; null without a stamp that can be relied on. */
export async function stampedAt(token: Buffer, data: Buffer, trustList: readonly Certificate[]): Promise<Date | null> {
  try {
    const signed = signedDataOf(token);
    const { signer, others } = await verified(signed, data, 'stamp');
    const { genTime } = pkijs.TSTInfo.fromBER(contentOf(signed));
    return signer.stampsTime && isTrusted(signer, others, trustList, genTime) ? genTime : null;
  } catch {
    return null;
  }
}

/** What a signature is judged by. */
export interface Judging {
  trustList: readonly Certificate[];
  /** When the file came in. */
  now: Date;
}
interface Claim extends Judging {
  /** The time that the document or the signer names. */
  claimed: Date | null;
}

/** @throws Verdict */
export async function checkCms(der: Buffer, data: Buffer, { claimed, trustList, now }: Claim): Promise<SignatureWorth> {
  const signed = signedDataOf(der);
  const { info, signer, others, claimed: own } = await verified(signed, data, 'data');
  const token = attribute(info.unsignedAttrs, OID.signatureStamp);
  const stamped =
    token && (await stampedAt(Buffer.from(token.toBER()), exact(info.signature.valueBlock.valueHexView), trustList));
  return judge(signer, others, { stamped: stamped ?? null, claimed: own ?? claimed, trustList, now });
}

/**
 * What a signature that fits its bytes is worth. Without a stamp the signer names the time, so the certificate also has to
 * hold when the file comes in: a key that has run out could still be used under an earlier date.
 */
export function judge(
  signer: Certificate,
  others: readonly Certificate[],
  { stamped, claimed, trustList, now }: Claim & { stamped: Date | null },
): SignatureWorth {
  const time = stamped ?? claimed;
  const fact = {
    signer: signer.subject,
    issuer: signer.issuer,
    signedAt: time?.toISOString() ?? null,
    isStamped: stamped !== null,
  };
  if (time && !signer.isValidAt(time)) return { ...fact, state: 'invalid', reason: 'expired' };
  if (!stamped && !signer.isValidAt(now)) return { ...fact, state: 'unchecked', reason: 'timeUnproven' };
  if (!signer.signsDocuments) return { ...fact, state: 'untrusted', reason: 'keyUsage' };
  if (trustList.length === 0) return { ...fact, state: 'untrusted', reason: 'noTrustList' };
  const isKnown = isTrusted(signer, others, trustList, stamped ?? now);
  return isKnown
    ? { ...fact, state: 'trusted', reason: null }
    : { ...fact, state: 'untrusted', reason: 'issuerUnknown' };
}
