/** A signature as CMS carries it (RFC 5652): of a PDF's bytes (PAdES), and of the time (RFC 3161). */
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { Certificate, isTrusted, readCertificates } from './trust.mjs';

const HASHES = {
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
  constructor(state, reason) {
    super(`${state}: ${reason}`);
    Object.assign(this, { state, reason });
  }
}
export const invalid = (reason) => new Verdict('invalid', reason);
export const unchecked = (reason) => new Verdict('unchecked', reason);

const exact = (view) => Buffer.from(view.buffer ?? view, view.byteOffset ?? 0, view.byteLength);

/** @param der may have zeros behind it: room that was left for it @throws Verdict */
function signedDataOf(der) {
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

function attribute(list, type) {
  const found = (list?.attributes ?? []).filter((one) => one.type === type);
  // A second attribute of a kind would leave it open which one counts.
  if (found.length > 1 || (found.length === 1 && found[0].values.length !== 1)) throw invalid('malformed');
  return found[0]?.values[0];
}

/**
 * @param data the signed bytes; a stamp of the time is over these as well
 * @returns the signer, the file's certificates, the time that the signer names, and the raw signature
 * @throws Verdict
 */
async function verified(signed, data, kind) {
  if (signed.signerInfos.length !== 1) throw unchecked('unsupported');
  const [info] = signed.signerInfos;
  if (kind === 'data' && signed.encapContentInfo.eContent) throw unchecked('unsupported');
  if (signed.encapContentInfo.eContentType !== OID[kind]) throw invalid('malformed');
  const hash = HASHES[info.digestAlgorithm.algorithmId];
  if (!hash) throw unchecked('unsupported');
  const content = kind === 'data' ? data : exact(signed.encapContentInfo.eContent.getValue());
  checkDigest(info, content, hash);
  if (WEAK.has(hash) || WEAK.has(info.signatureAlgorithm.algorithmId)) throw unchecked('weak');
  const { signature, signerCertificate } = await signed
    .verify({ signer: 0, data: new Uint8Array(data).buffer, extendedMode: true })
    .then((result) => ({ signature: result.signatureVerified, signerCertificate: result.signerCertificate }))
    .catch((error) => {
      if (error.signatureVerified === false) throw invalid('changed');
      throw unchecked(error.signerCertificate ? 'unsupported' : 'noCertificate');
    });
  if (!signature) throw invalid('changed');
  const signer = new Certificate(Buffer.from(signerCertificate.toSchema(false).toBER()));
  checkNamedCertificate(info, signer);
  if (!signer.hasStrongKey) throw Object.assign(unchecked('weak'), { signer });
  const ders = (signed.certificates ?? []).flatMap((one) =>
    one instanceof pkijs.Certificate ? [Buffer.from(one.toSchema(false).toBER())] : [],
  );
  const at = attribute(info.signedAttrs, OID.signingTime);
  return { info, signer, others: readCertificates(ders), claimed: at?.toDate?.() ?? null };
}

function checkDigest({ signedAttrs }, content, hash) {
  if (!signedAttrs) return;
  const type = attribute(signedAttrs, OID.contentType);
  const digest = attribute(signedAttrs, OID.messageDigest);
  if (!type || !digest) throw invalid('malformed');
  if (!createHash(hash).update(content).digest().equals(exact(digest.valueBlock.valueHexView)))
    throw invalid('changed');
}

/** The certificate that the signer meant (ESS, RFC 5035) has to be the one that is there. */
function checkNamedCertificate({ signedAttrs }, { x509 }) {
  const named = attribute(signedAttrs, OID.signingCertificate);
  if (!named) return;
  const [hashOrValue, value] = named.valueBlock.value[0]?.valueBlock.value[0]?.valueBlock.value ?? [];
  const isDefault = hashOrValue instanceof asn1js.OctetString;
  const hash = isDefault ? 'sha256' : HASHES[hashOrValue?.valueBlock.value[0]?.valueBlock.toString()];
  const digest = (isDefault ? hashOrValue : value)?.valueBlock?.valueHexView;
  if (!hash || !digest) throw unchecked('unsupported');
  if (!createHash(hash).update(x509.raw).digest().equals(exact(digest))) throw invalid('changed');
}

/** When a trusted authority saw these bytes; null without a stamp that can be relied on. */
export async function stampedAt(token, data, trustList) {
  try {
    const signed = signedDataOf(token);
    const { signer, others } = await verified(signed, data, 'stamp');
    const { genTime } = pkijs.TSTInfo.fromBER(signed.encapContentInfo.eContent.getValue());
    return signer.stampsTime && isTrusted(signer, others, trustList, genTime) ? genTime : null;
  } catch {
    return null;
  }
}

/** @param claimed the time that the paper itself names @throws Verdict */
export async function checkCms(der, data, { claimed, trustList, now }) {
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
export function judge(signer, others, { stamped, claimed, trustList, now }) {
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
