/** What signing tools do to files: a PDF is gone on with (PAdES), an Office file gets parts of its own (XML-DSig). */
import { createHash, createSign, X509Certificate } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { authority, cms, type Identity, signer, timeStamp } from './test-pki.ts';

let anybody: Identity | undefined;
/** A signer of some authority, for tests that only need a good signature. */
export const someSigner = () =>
  (anybody ??= signer({ subject: '/CN=Lê Văn Ấn' }, authority({ subject: '/CN=Cơ quan chứng thực thử' })));

export interface PdfWish {
  who?: Identity;
  hash?: string;
  subFilter?: string;
  /** Other objects of the same update, by number: their text. */
  objects?: Record<number, string>;
  /** What is added to the catalog and to the first page. */
  catalog?: string;
  annotations?: string;
  /** The four numbers as they are written instead of the right ones. */
  range?: (right: number[]) => number[];
  /** What is signed instead of the covered bytes. */
  data?: (covered: Buffer) => Buffer;
  /** An authority of time, which sees the signature. */
  stamper?: Identity;
}

const ROOM = 16_000;

export function signPdf(pdf: Buffer, wish: PdfWish = {}): Buffer {
  const { who = someSigner(), hash = 'sha256', subFilter = 'ETSI.CAdES.detached' } = wish;
  const file = pdf.toString('latin1');
  const size = Number([...file.matchAll(/\/Size (\d+)/g)].at(-1)?.[1]);
  const root = rootOf(file);
  const page = Number(/(?:^|\n)(\d+) 0 obj\n<<\s*\/Type \/Page\b/.exec(file)?.[1]);
  const fields = (/\/Fields \[([^\]]*)\]/.exec(lastObject(file, root))?.[1] ?? '') + ` ${size} 0 R`;
  const notes =
    (/\/Annots \[([^\]]*)\]/.exec(lastObject(file, page))?.[1] ?? '') + ` ${size} 0 R ${wish.annotations ?? ''}`;
  const strip = (text: string, key: RegExp) => text.replace(key, '').replace(/>>\s*$/, '');
  const objects: Record<number, string> = {
    [root]: `${strip(lastObject(file, root), /\/AcroForm <<.*?>>/s)} ${wish.catalog ?? ''} /AcroForm << /SigFlags 3 /Fields [${fields}] >> >>`,
    [page]: `${strip(lastObject(file, page), /\/Annots \[[^\]]*\]/)} /Annots [${notes}] >>`,
    [size]: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (sig${size}) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V ${size + 1} 0 R >>`,
    [size + 1]:
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (D:20260601090000+07'00') /ByteRange [0000000000 0000000001 0000000002 0000000003] /Contents <${'0'.repeat(ROOM)}> >>`,
    ...wish.objects,
  };
  return seal(goOn(pdf, objects), { ...wish, who, hash });
}

const rootOf = (file: string) => Number([...file.matchAll(/\/Root (\d+) 0 R/g)].at(-1)?.[1]);

/** Its text as it stands last in the file. */
export function lastObject(file: string, number: number): string {
  const found = [...file.matchAll(new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'g'))];
  return found.at(-1)?.[1] ?? '';
}

/** An update of the file: these objects, their table, a trailer that names the one before. */
export function goOn(pdf: Buffer, objects: Record<number, string>): Buffer {
  const file = pdf.toString('latin1');
  const before = [...file.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
  const known = Number([...file.matchAll(/\/Size (\d+)/g)].at(-1)?.[1]);
  const numbers = Object.keys(objects).map(Number);
  let text = file.endsWith('\n') ? '' : '\n';
  const places = numbers.map((number) => {
    const at = pdf.length + text.length;
    text += `${number} 0 obj\n${objects[number]}\nendobj\n`;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = pdf.length + text.length;
  const size = Math.max(known, ...numbers.map((number) => number + 1));
  text += `xref\n${places.join('')}trailer\n<< /Size ${size} /Root ${rootOf(file)} 0 R /Prev ${before} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(text, 'latin1')]);
}

/** Writes the range and the signature into the room that was left for them. */
function seal(file: Buffer, { who, hash, range, data, stamper }: PdfWish & { who: Identity; hash: string }): Buffer {
  const open = file.lastIndexOf(`<${'0'.repeat(ROOM)}>`);
  const close = open + ROOM + 2;
  const right = [0, open, close, file.length - close];
  const written = (range?.(right) ?? right).map((one) => String(one).padStart(10, '0')).join(' ');
  file.write(written, file.lastIndexOf('/ByteRange [') + '/ByteRange ['.length, 'latin1');
  const covered = Buffer.concat([file.subarray(0, open), file.subarray(close)]);
  const signed = data?.(covered) ?? covered;
  let der = cms(who, signed, { hash });
  if (stamper) der = withStamp(der, stamper);
  file.write(der.toString('hex'), open + 1, 'latin1');
  return file;
}

/** The signature with a stamp of its time among what is not signed. OpenSSL has no command for it, so it is put together. */
function withStamp(der: Buffer, stamper: Identity): Buffer {
  const own = derOf(der, 0);
  const content = derOf(der, own.start);
  const wrapped = derOf(der, content.end);
  const signed = derOf(der, wrapped.start);
  const parts = childrenOf(der, signed);
  const infos = parts.at(-1) as Place;
  const info = childrenOf(der, infos)[0] as Place;
  const signature = childrenOf(der, info).at(-1) as Place;
  const token = timeStamp(stamper, der.subarray(signature.start, signature.end));
  const attribute = node(0x30, Buffer.from('060b2a864886f70d010910020e', 'hex'), node(0x31, token));
  const raw = (place: Place) => der.subarray(place.from, place.end);
  const newInfo = node(0x30, ...childrenOf(der, info).map(raw), node(0xa1, attribute));
  const newSigned = node(0x30, ...parts.slice(0, -1).map(raw), node(0x31, newInfo));
  return node(0x30, raw(content), node(0xa0, newSigned));
}

interface Place {
  from: number;
  start: number;
  end: number;
}
function derOf(bytes: Buffer, from: number): Place {
  const first = bytes[from + 1] as number;
  const more = first < 128 ? 0 : first - 128;
  const length = more === 0 ? first : bytes.readUIntBE(from + 2, more);
  return { from, start: from + 2 + more, end: from + 2 + more + length };
}
function childrenOf(bytes: Buffer, { start, end }: Place): Place[] {
  const found: Place[] = [];
  for (let at = start; at < end; at = (found.at(-1) as Place).end) found.push(derOf(bytes, at));
  return found;
}
function node(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const digits = body.length.toString(16);
  const length = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
  const head = body.length < 128 ? Buffer.from([tag, body.length]) : Buffer.from([tag, 128 + length.length, ...length]);
  return Buffer.concat([head, body]);
}

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DIGITAL = `${RELATIONS}/digital-signature`;
const DIGESTS: Record<string, string> = { sha1: `${DSIG}sha1`, sha256: 'http://www.w3.org/2001/04/xmlenc#sha256' };

export interface DocxWish {
  who?: Identity;
  hash?: 'sha1' | 'sha256';
  /** Parts that are changed, added, or (null) taken out after signing. */
  changes?: Record<string, string | null>;
  /** Parts that are not signed. */
  except?: string[];
  /** The signature's own XML, changed after signing. */
  touch?: (xml: string) => string;
  /** Signs once more, beside what is there. */
  number?: number;
}

/** As Office signs: a list of parts with their digests, the list and the time signed, and the way to it added. */
export function signDocx(docx: Buffer, wish: DocxWish = {}): Buffer {
  const { who = someSigner(), hash = 'sha256', changes = {}, except = [], touch = (xml) => xml, number = 1 } = wish;
  const own = unzipSync(docx);
  const text = (name: string) => Buffer.from(own[name] ?? []).toString();
  const types = text('[Content_Types].xml');
  const typeOf = (name: string) =>
    name.endsWith('.rels')
      ? 'application/vnd.openxmlformats-package.relationships+xml'
      : (new RegExp(`PartName="/${name}" ContentType="([^"]+)"`).exec(types)?.[1] ?? 'application/xml');
  const names = Object.keys(own).filter(
    (name) => !/^(\[Content|docProps|_xmlsignatures)/.test(name) && !except.includes(name),
  );
  const references = names.map((name) => {
    const part = Buffer.from(own[name] as Uint8Array);
    const digest = (bytes: Buffer) => createHash(hash).update(bytes).digest('base64');
    const { transforms, bytes } = name.endsWith('.rels')
      ? relationsOf(part.toString(), name)
      : { transforms: '', bytes: part };
    return `<Reference URI="/${name}?ContentType=${typeOf(name)}">${transforms}<DigestMethod Algorithm="${DIGESTS[hash]}"></DigestMethod><DigestValue>${digest(bytes)}</DigestValue></Reference>`;
  });
  const xml = touch(signatureXml(who, hash, references.join('')));
  const isFirst = !own['_xmlsignatures/origin.sigs'];
  const relation = `<Relationship Id="s${number}" Type="${DIGITAL}/signature" Target="sig${number}.xml"/>`;
  const list = text('_xmlsignatures/_rels/origin.sigs.rels') || `<Relationships xmlns="${RELATIONS}"></Relationships>`;
  const added: Record<string, string | null> = {
    ...(isFirst && {
      '_rels/.rels': text('_rels/.rels').replace(
        '</Relationships>',
        `<Relationship Id="rIdS" Type="${DIGITAL}/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`,
      ),
      '[Content_Types].xml': types.replace(
        '<Default',
        '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Default',
      ),
      '_xmlsignatures/origin.sigs': '',
    }),
    '_xmlsignatures/_rels/origin.sigs.rels': list.replace('</Relationships>', `${relation}</Relationships>`),
    [`_xmlsignatures/sig${number}.xml`]: xml,
    ...changes,
  };
  return zipped({
    ...own,
    ...Object.fromEntries(Object.entries(added).map(([name, part]) => [name, part === null ? null : strToU8(part)])),
  });
}

export const zipped = (parts: Record<string, Uint8Array | null>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => (part ? [[name, part]] : [])))),
  );

/** The package's list signs only its way to the document, another list signs all. */
function relationsOf(xml: string, name: string): { transforms: string; bytes: Buffer } {
  const all = [...xml.matchAll(/<Relationship ([^>]*?)\/>/g)].map(([, attributes = '']) => {
    const value = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return { id: value('Id'), type: value('Type'), target: value('Target') };
  });
  const kept = all
    .filter(({ type }) => name !== '_rels/.rels' || type.endsWith('/officeDocument'))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const ids = kept.map(
    ({ id }) =>
      `<mdssi:RelationshipReference xmlns:mdssi="http://schemas.openxmlformats.org/package/2006/digital-signature" SourceId="${id}"></mdssi:RelationshipReference>`,
  );
  const lines = kept.map(
    ({ id, type, target }) =>
      `<Relationship Id="${id}" Target="${target}" TargetMode="Internal" Type="${type}"></Relationship>`,
  );
  return {
    transforms: `<Transforms><Transform Algorithm="http://schemas.openxmlformats.org/package/2006/RelationshipTransform">${ids.join('')}</Transform><Transform Algorithm="${C14N}"></Transform></Transforms>`,
    bytes: Buffer.from(`<Relationships xmlns="${RELATIONS}">${lines.join('')}</Relationships>`),
  };
}

function signatureXml(who: Identity, hash: 'sha1' | 'sha256', references: string): string {
  const der = new X509Certificate(who.certificate).raw;
  const isEc = new X509Certificate(who.certificate).publicKey.asymmetricKeyType === 'ec';
  const method = isEc
    ? `http://www.w3.org/2001/04/xmldsig-more#ecdsa-${hash}`
    : hash === 'sha1'
      ? `${DSIG}rsa-sha1`
      : 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
  const ns = `xmlns="${DSIG}"`;
  const object = `<Object ${ns} Id="idPackageObject"><Manifest>${references}</Manifest><SignatureProperties><SignatureProperty Id="idSignatureTime" Target="#idPackageSignature"><mdssi:SignatureTime xmlns:mdssi="http://schemas.openxmlformats.org/package/2006/digital-signature"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>2026-06-01T02:00:00Z</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object>`;
  const digest = createHash(hash).update(object).digest('base64');
  const info = `<SignedInfo ${ns}><CanonicalizationMethod Algorithm="${C14N}"></CanonicalizationMethod><SignatureMethod Algorithm="${method}"></SignatureMethod><Reference Type="${DSIG}Object" URI="#idPackageObject"><DigestMethod Algorithm="${DIGESTS[hash]}"></DigestMethod><DigestValue>${digest}</DigestValue></Reference></SignedInfo>`;
  const value = createSign(hash).update(info).sign({ key: who.key, dsaEncoding: 'ieee-p1363' }, 'base64');
  const chain = [der, ...(who.issuer ? [new X509Certificate(who.issuer.certificate).raw] : [])];
  const certificates = chain.map((one) => `<X509Certificate>${one.toString('base64')}</X509Certificate>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Signature ${ns} Id="idPackageSignature">${info.replace(` ${ns}`, '')}<SignatureValue>${value}</SignatureValue><KeyInfo><X509Data>${certificates}</X509Data></KeyInfo>${object.replace(` ${ns}`, '')}</Signature>`;
}
