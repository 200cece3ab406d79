/**
 * Whether a certificate was given out by an authority of the trust list: a folder of PEM files that the operator fills.
 * Each step of a chain is checked by OpenSSL (names, key identifiers, the issuer's right to sign, the signature itself).
 */
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const [MOST_STEPS, MOST_CERTIFICATES] = [6, 40];
const [KEY_USAGE, BASIC_CONSTRAINTS, EXTENDED_USAGE] = ['2.5.29.15', '2.5.29.19', '2.5.29.37'];
/** Critical extensions that are heeded here or bind nobody who checks; others make a chain doubtful. */
const KNOWN_CRITICAL = new Set([KEY_USAGE, BASIC_CONSTRAINTS, EXTENDED_USAGE, '2.5.29.32']);
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const LONGEST_NAME = 200;

/** A certificate in both its readers. */
export class Certificate {
  readonly x509: X509Certificate;
  readonly parts: pkijs.Certificate;

  constructor(der: Buffer) {
    this.x509 = new X509Certificate(der);
    this.parts = pkijs.Certificate.fromBER(this.x509.raw);
  }

  /** Common name, organization, or whatever else names it. */
  get subject(): string {
    return nameOf(this.parts.subject);
  }

  get issuer(): string {
    return nameOf(this.parts.issuer);
  }

  isValidAt(time: Date): boolean {
    return this.parts.notBefore.value <= time && time <= this.parts.notAfter.value;
  }

  /** What an extension says; undefined where there is none. */
  private extension(id: string): unknown {
    return this.parts.extensions?.find(({ extnID }) => extnID === id)?.parsedValue;
  }

  private get constraints(): pkijs.BasicConstraints | undefined {
    const constraints = this.extension(BASIC_CONSTRAINTS);
    return constraints instanceof pkijs.BasicConstraints ? constraints : undefined;
  }

  get isCa(): boolean {
    return this.constraints?.cA === true && this.x509.ca;
  }

  get pathLength(): number {
    const most = this.constraints?.pathLenConstraint;
    return typeof most === 'number' ? most : Number.POSITIVE_INFINITY;
  }

  /** Made for signing documents: digitalSignature or nonRepudiation, where its uses are named at all. */
  get signsDocuments(): boolean {
    if (this.isCa) return false;
    const usage = this.extension(KEY_USAGE);
    if (!(usage instanceof asn1js.BitString)) return usage === undefined;
    return ((usage.valueBlock.valueHexView[0] ?? 0) & 0b1100_0000) !== 0;
  }

  get stampsTime(): boolean {
    const usage = this.extension(EXTENDED_USAGE);
    return usage instanceof pkijs.ExtKeyUsage && usage.keyPurposes.includes(TIME_STAMPING);
  }

  get hasStrongKey(): boolean {
    const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = this.x509.publicKey;
    return !kind?.startsWith('rsa') || (details?.modulusLength ?? 0) >= 2048;
  }

  get hasUnknownDuties(): boolean {
    return this.parts.extensions?.some(({ critical, extnID }) => critical && !KNOWN_CRITICAL.has(extnID)) === true;
  }
}

function nameOf({ typesAndValues }: pkijs.RelativeDistinguishedNames): string {
  const find = (id: string) => typesAndValues.find(({ type }) => type === id)?.value.valueBlock.value;
  const name = find('2.5.4.3') ?? find('2.5.4.10') ?? find('2.5.4.11') ?? '';
  // A name is shown to people: marks that turn the direction of a line or hide letters have no place in it.
  return String(name)
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME);
}

/** Certificates of a file that can be read; the rest is left out. */
export function readCertificates(ders: readonly Buffer[]): Certificate[] {
  return ders.slice(0, MOST_CERTIFICATES).flatMap((der) => {
    try {
      return [new Certificate(der)];
    } catch {
      return [];
    }
  });
}

/** @returns the authorities of all PEM and DER files of the folder; none without a folder */
export function readTrustList(folder: string | undefined): Certificate[] {
  if (!folder) return [];
  const files = readdirSync(folder).filter((name) => /\.(pem|crt|cer)$/i.test(name));
  return files
    .flatMap((name) => certificatesIn(readFileSync(join(folder, name))))
    .flatMap((der) => readCertificates([der]))
    .filter(({ isCa }) => isCa);
}

function certificatesIn(file: Buffer): Buffer[] {
  const pems = file.toString('latin1').match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g);
  return pems ? pems.map((pem) => Buffer.from(pem)) : [file];
}

/** Whether a chain leads from the certificate to the trust list, each step valid at the time. */
export function isTrusted(
  certificate: Certificate,
  others: readonly Certificate[],
  trustList: readonly Certificate[],
  time: Date,
): boolean {
  const anchors = new Set(trustList.map(({ x509 }) => x509.fingerprint256));
  const candidates = [...trustList, ...others];
  const climb = (child: Certificate, steps: number, seen: readonly Certificate[]): boolean => {
    if (steps > MOST_STEPS) return false;
    return candidates.some((issuer) => {
      if (seen.includes(issuer) || !issued(issuer, child, steps, time)) return false;
      return anchors.has(issuer.x509.fingerprint256) || climb(issuer, steps + 1, [...seen, issuer]);
    });
  };
  return certificate.isValidAt(time) && !certificate.hasUnknownDuties && climb(certificate, 0, [certificate]);
}

/** @param below authorities between the issuer and who signed */
function issued(issuer: Certificate, child: Certificate, below: number, time: Date): boolean {
  if (!issuer.isCa || issuer.pathLength < below || !issuer.isValidAt(time) || issuer.hasUnknownDuties) return false;
  if (!issuer.hasStrongKey || /sha1|md5/i.test(signedWith(child))) return false;
  return child.x509.checkIssued(issuer.x509) && child.x509.verify(issuer.x509.publicKey);
}

const WEAK_SIGNATURES: Record<string, string> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.10045.4.1': 'sha1',
};
const signedWith = ({ parts }: Certificate) => WEAK_SIGNATURES[parts.signatureAlgorithm.algorithmId] ?? '';
