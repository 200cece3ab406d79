/**
 * The signatures of an Office file (ECMA-376, part 2; XML-DSig). What was signed is read from the canonical text that the
 * library has verified, and from nowhere else: what stands beside it in the file may be anybody's.
 */
import { createHash, createPublicKey, createVerify, KeyObject, type KeyLike } from 'node:crypto';
import { type HashAlgorithm, type SignatureAlgorithm, SignedXml } from 'xml-crypto';
import { invalid, judge, type Judging, unchecked, Verdict } from './cms.ts';
import {
  allElements,
  attributeOf,
  ContentTypes,
  elementsOf,
  isSamePackage,
  parseXml,
  type Parts,
  partsOf,
  relationsIn,
  targetOf,
  TYPES,
} from './package-parts.ts';
import { type Found, nobody, type SignatureFact } from './signature-facts.ts';
import { type Certificate, readCertificates } from './trust.ts';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';
const HASHES: Record<string, string> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
  'http://www.w3.org/2001/04/xmldsig-more#md5': 'md5',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};
const isWeak = (algorithm: string | undefined) => /sha1$|md5$/.test(algorithm ?? '');
const MOST_SIGNATURES = 20;

interface Package extends Judging {
  own: Parts;
  parts: Parts;
}

export function packageSignatures(exported: Buffer, back: Buffer, { trustList, now }: Judging): Found {
  const [own, parts] = [partsOf(exported), partsOf(back)];
  if (!isSamePackage(own, parts)) return { outcome: 'different' };
  const names = signatureParts(parts);
  if (names.length === 0) return { outcome: 'notSigned' };
  if (names.length > MOST_SIGNATURES) throw unchecked('tooComplex');
  return { signatures: names.map((name) => judged({ own, parts, trustList, now }, name)), addedAfter: false };
}

/** As a reader finds them: from the package to the origin, from there to each signature. */
function signatureParts(parts: Parts): string[] {
  const origins = relationsIn(parts.get('_rels/.rels')).filter(({ type }) => type === TYPES.origin);
  const found = origins.flatMap((origin) => {
    const name = targetOf('', origin);
    const cut = name.lastIndexOf('/') + 1;
    const relations = relationsIn(parts.get(`${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`));
    return relations.filter(({ type }) => type === TYPES.signature).map((one) => targetOf(name.slice(0, cut), one));
  });
  return [...new Set(found)];
}

function judged({ own, parts, trustList, now }: Package, name: string): SignatureFact {
  try {
    const part = parts.get(name);
    if (!part) throw invalid('malformed');
    const { signer, others, signed, algorithms } = verified(part);
    const { covered, hashes } = checkParts(signed, parts);
    checkWhole(own, covered);
    if ([...algorithms, ...hashes].some(isWeak) || !signer.hasStrongKey) throw unchecked('weak');
    const claimed = claimedTime(signed);
    return { ...nobody, ...judge(signer, others, { stamped: null, claimed, trustList, now }) };
  } catch (error) {
    if (!(error instanceof Verdict)) throw error;
    return { ...nobody, state: error.state, reason: error.reason };
  }
}

/** What the signature truly signs, as canonical documents. @throws Verdict */
function verified(part: Buffer) {
  const { text, root } = parseXml(part);
  const certificates = checkShape(root);
  const [signer, ...others] = readCertificates(certificates);
  if (!signer) throw unchecked('noCertificate');
  const library = new SignedXml({ publicCert: signer.x509.toString(), getCertFromKeyInfo: () => null });
  addAlgorithms(library);
  let isRight = false;
  try {
    library.loadSignature(root);
    isRight = library.checkSignature(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/not supported/.test(message)) throw unchecked('unsupported');
    if (error instanceof RangeError) throw unchecked('tooComplex');
    throw invalid(/is incorrect/.test(message) ? 'changed' : 'malformed');
  }
  if (!isRight) throw invalid('changed');
  const signed = library.getSignedReferences().map((canonical) => parseXml(Buffer.from(canonical)).root);
  checkNamedCertificate(signed, signer);
  const algorithms = [
    library.signatureAlgorithm,
    ...library.getReferences().map(({ digestAlgorithm }) => digestAlgorithm),
  ];
  return { signer, others, signed, algorithms };
}

const isOf = (one: Element | undefined, name: string): one is Element =>
  one?.localName === name && one.namespaceURI === DSIG;

/** One signature in the usual order, each id once: whatever else there is could be taken for what was signed. */
function checkShape(root: Element): Buffer[] {
  const [info, value, keys, ...objects] = elementsOf(root);
  if (
    !isOf(root, 'Signature') ||
    !isOf(info, 'SignedInfo') ||
    !isOf(value, 'SignatureValue') ||
    !isOf(keys, 'KeyInfo') ||
    !objects.every((one) => isOf(one, 'Object'))
  )
    throw invalid('malformed');
  const [method, algorithm] = elementsOf(info);
  if (!isOf(method, 'CanonicalizationMethod') || !isOf(algorithm, 'SignatureMethod')) throw invalid('malformed');
  const all = allElements(root);
  const once = ['Signature', 'SignedInfo', 'SignatureValue', 'KeyInfo', 'CanonicalizationMethod', 'SignatureMethod'];
  const ids = all.flatMap((one) => ['Id', 'ID', 'id'].map((name) => one.getAttribute(name)).filter(Boolean));
  if (
    once.some((name) => all.filter(({ localName }) => localName === name).length !== 1) ||
    new Set(ids).size !== ids.length
  )
    throw invalid('malformed');
  return allElements(keys)
    .filter((one) => isOf(one, 'X509Certificate'))
    .toReversed()
    .map((one) => Buffer.from(one.textContent ?? '', 'base64'));
}

/** Those that the library lacks, which certificates of today use. */
function addAlgorithms(library: SignedXml): void {
  const hash = (name: string) =>
    class implements HashAlgorithm {
      getHash = (xml: string) => createHash(name).update(xml, 'utf8').digest('base64');
      getAlgorithmName = () => name;
    };
  const verifier = (name: string, options: { dsaEncoding?: 'ieee-p1363' }) =>
    class implements SignatureAlgorithm {
      verifySignature = (material: string, key: KeyLike, value: string) =>
        createVerify(name)
          .update(material)
          .verify({ key: key instanceof KeyObject ? key : createPublicKey(key), ...options }, value, 'base64');
      getSignature = (): never => {
        throw new Error('Nothing is signed here');
      };
      getAlgorithmName = () => name;
    };
  const more = 'http://www.w3.org/2001/04/xmldsig-more#';
  library.HashAlgorithms[`${more}sha384`] = hash('sha384');
  library.SignatureAlgorithms[`${more}rsa-sha384`] = verifier('sha384', {});
  for (const bits of [256, 384, 512])
    library.SignatureAlgorithms[`${more}ecdsa-sha${bits}`] = verifier(`sha${bits}`, { dsaEncoding: 'ieee-p1363' });
}

const named = (roots: readonly Element[], name: string) =>
  roots.flatMap((root) => allElements(root).filter(({ localName }) => localName === name));
const childOf = (node: Element, name: string) => elementsOf(node).find(({ localName }) => localName === name);

/** The certificate that the signer meant (XAdES) has to be the one that is there. */
function checkNamedCertificate(signed: readonly Element[], { x509 }: Certificate): void {
  const properties = signed.filter(({ localName }) => localName === 'SignedProperties');
  const digest = [...named(properties, 'SigningCertificate'), ...named(properties, 'SigningCertificateV2')]
    .flatMap((one) => named([one], 'CertDigest'))
    .at(-1);
  if (!digest) return;
  const hash = HASHES[attributeOf(childOf(digest, 'DigestMethod'), 'Algorithm')];
  if (!hash) throw unchecked('unsupported');
  const value = childOf(digest, 'DigestValue')?.textContent?.trim();
  if (createHash(hash).update(x509.raw).digest('base64') !== value) throw invalid('changed');
}

function claimedTime(signed: readonly Element[]): Date | null {
  const properties = signed.filter(({ localName }) => localName === 'SignedProperties');
  const [time] = [
    ...named(properties, 'SigningTime'),
    ...named(signed, 'SignatureTime').flatMap((one) => childOf(one, 'Value') ?? []),
  ];
  const at = new Date(time?.textContent?.trim() ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Each part that a signed list names has the bytes and the type that the list says. */
function checkParts(signed: readonly Element[], parts: Parts) {
  const types = new ContentTypes(parts.get('[Content_Types].xml'));
  const lists = signed.flatMap((root) =>
    root.localName === 'Manifest' ? [root] : elementsOf(root).filter(({ localName }) => localName === 'Manifest'),
  );
  const covered = new Map<string, ReadonlySet<string>>();
  const hashes: string[] = [];
  for (const reference of lists.flatMap(elementsOf).filter(({ localName }) => localName === 'Reference')) {
    const [path = '', query = ''] = attributeOf(reference, 'URI').split('?');
    const name = decodeURI(path).replace(/^\//, '');
    const part = parts.get(name);
    if (!part) throw invalid('notWhole');
    if (query.replace(/^ContentType=/, '').toLowerCase() !== types.of(name).toLowerCase()) throw invalid('changed');
    const algorithm = attributeOf(childOf(reference, 'DigestMethod'), 'Algorithm');
    const hash = HASHES[algorithm];
    if (!hash) throw unchecked('unsupported');
    const { bytes, ids } = transformed(reference, part);
    const digest = createHash(hash).update(bytes).digest('base64');
    if (digest !== childOf(reference, 'DigestValue')?.textContent?.replace(/\s/g, '')) throw invalid('changed');
    hashes.push(algorithm);
    covered.set(name, new Set([...(covered.get(name) ?? []), ...ids]));
  }
  return { covered, hashes };
}

/** The bytes that are signed of a part: all of them, or of a list of relations those that are chosen. */
function transformed(reference: Element, part: Buffer): { bytes: Buffer; ids: string[] } {
  const list = childOf(reference, 'Transforms');
  const [first, second, ...rest] = list ? elementsOf(list) : [];
  if (!first) return { bytes: part, ids: [] };
  const isCanonical = !second || /xml-c14n-20010315$|xml-exc-c14n#$/.test(attributeOf(second, 'Algorithm'));
  if (first.getAttribute('Algorithm') !== RELATIONS || !isCanonical || rest.length > 0) throw unchecked('unsupported');
  const chosen = elementsOf(first);
  const chosenBy = (name: string) => new Set(chosen.map((one) => attributeOf(one, name)).filter(Boolean));
  const [ids, kinds] = [chosenBy('SourceId'), chosenBy('SourceType')];
  const kept = relationsIn(part)
    .filter(({ id, type }) => ids.has(id) || kinds.has(type))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const lines = kept.map(
    ({ id, target, mode, type }) =>
      `<Relationship Id="${escaped(id)}" Target="${escaped(target)}" TargetMode="${escaped(mode)}" Type="${escaped(type)}"></Relationship>`,
  );
  const text = `<Relationships xmlns="${TYPES.relations}">${lines.join('')}</Relationships>`;
  return { bytes: Buffer.from(text), ids: kept.map(({ id }) => id) };
}

/** A value in canonical XML. */
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
const escaped = (text: string) => text.replace(/[&<"\t\n\r]/g, (one) => ENTITIES[one] ?? '');

/** All that a reader of the document shows has to be signed: its parts, and what leads from one to the other. */
function checkWhole(own: Parts, covered: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [name, bytes] of own) {
    if (name === '[Content_Types].xml' || name.startsWith('docProps/')) continue;
    const ids = covered.get(name);
    const needed = name.endsWith('.rels')
      ? relationsIn(bytes).filter(({ type }) => name !== '_rels/.rels' || /\/officeDocument$/.test(type))
      : [];
    if (!ids || needed.some(({ id }) => !ids.has(id))) throw invalid('notWhole');
  }
}
