/** Authorities, certificates and keys made when a test runs, by OpenSSL: none is shipped. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../new-folder.ts';

const openssl = (folder: string, args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

export interface Identity {
  folder: string;
  name: string;
  key: string;
  certificate: string;
  /** Of the authority, where there is one above. */
  issuer: Identity | null;
}
interface Wish {
  subject: string;
  /** By OpenSSL: "YYYYMMDDHHMMSSZ". */
  from?: string;
  to?: string;
  extensions?: string[];
  /** Of an RSA key; an elliptic curve without. */
  bits?: number;
  hash?: string;
}

const CA = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign', 'subjectKeyIdentifier=hash'];
const SIGNER = ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature,nonRepudiation'];
export const TIME_STAMPS = ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=critical,timeStamping'];

export const authority = (wish: Wish, issuer: Identity | null = null) => made({ extensions: CA, ...wish }, issuer);
export const signer = (wish: Wish, issuer: Identity | null) => made({ extensions: SIGNER, ...wish }, issuer);

let count = 0;
function made(wish: Wish, issuer: Identity | null): Identity {
  const folder = issuer?.folder ?? newFolder('pki');
  const name = `id-${++count}`;
  const { subject, from = '20220101000000Z', to = '20400101000000Z', extensions = [], hash = 'sha256' } = wish;
  // Keys of curves are made at once, others take a while.
  const algorithm = wish.bits
    ? ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${wish.bits}`]
    : ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  openssl(folder, ['genpkey', ...algorithm, '-out', `${name}.key`]);
  openssl(folder, ['req', '-new', '-utf8', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`]);
  writeFileSync(join(folder, `${name}.cnf`), database(name, extensions, hash));
  writeFileSync(join(folder, `${name}.index`), '');
  writeFileSync(join(folder, `${name}.serial`), `10${String(count).padStart(4, '0')}`);
  mkdirSync(join(folder, `${name}.new`));
  const own = issuer
    ? ['-cert', `${issuer.name}.pem`, '-keyfile', `${issuer.name}.key`]
    : ['-selfsign', '-keyfile', `${name}.key`];
  openssl(folder, [
    'ca',
    '-batch',
    '-notext',
    '-utf8',
    '-config',
    `${name}.cnf`,
    ...own,
    '-startdate',
    from,
    '-enddate',
    to,
    '-in',
    `${name}.csr`,
    '-out',
    `${name}.pem`,
  ]);
  const read = (ending: string) => readFileSync(join(folder, `${name}.${ending}`), 'utf8');
  return { folder, name, key: read('key'), certificate: read('pem'), issuer };
}

function database(name: string, extensions: string[], hash: string): string {
  return [
    '[ca]',
    'default_ca = own',
    '[own]',
    `database = ${name}.index`,
    `new_certs_dir = ${name}.new`,
    `serial = ${name}.serial`,
    `default_md = ${hash}`,
    'policy = any',
    'unique_subject = no',
    'string_mask = utf8only',
    'x509_extensions = ext',
    '[any]',
    'countryName = optional',
    'organizationName = optional',
    'commonName = optional',
    '[ext]',
    ...extensions,
  ].join('\n');
}

/** A folder with the certificates of these authorities, as an operator would fill it. */
export function trustFolder(...authorities: Identity[]): string {
  const folder = newFolder('trust');
  authorities.forEach((one, i) => writeFileSync(join(folder, `${i}.pem`), one.certificate));
  return folder;
}

/** A detached CMS signature over the bytes, with the chain above the signer. */
export function cms(who: Identity, data: Buffer, { hash = 'sha256', more = [] as string[] } = {}): Buffer {
  const folder = newFolder('cms');
  writeFileSync(join(folder, 'data'), data);
  writeFileSync(join(folder, 'own.pem'), who.certificate);
  writeFileSync(join(folder, 'own.key'), who.key);
  writeFileSync(
    join(folder, 'above.pem'),
    chainOf(who)
      .map((one) => one.certificate)
      .join('\n'),
  );
  const above = who.issuer ? ['-certfile', 'above.pem'] : [];
  openssl(folder, [
    'cms',
    '-sign',
    '-binary',
    '-outform',
    'DER',
    '-md',
    hash,
    '-signer',
    'own.pem',
    '-inkey',
    'own.key',
    ...above,
    ...more,
    '-in',
    'data',
    '-out',
    'signature',
  ]);
  return readFileSync(join(folder, 'signature'));
}

const chainOf = ({ issuer }: Identity): Identity[] => (issuer ? [issuer, ...chainOf(issuer)] : []);

/** A stamp of the time over the bytes (RFC 3161), as the token alone. */
export function timeStamp(who: Identity, data: Buffer): Buffer {
  const folder = newFolder('tsa');
  writeFileSync(join(folder, 'data'), data);
  writeFileSync(join(folder, 'own.pem'), who.certificate);
  writeFileSync(join(folder, 'own.key'), who.key);
  writeFileSync(join(folder, 'serial'), '01');
  writeFileSync(
    join(folder, 'tsa.cnf'),
    '[tsa]\ndefault_tsa = own\n[own]\nserial = serial\nsigner_cert = own.pem\nsigner_key = own.key\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\nordering = no\ntsa_name = no\ness_cert_id_chain = no\n',
  );
  openssl(folder, ['ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query']);
  openssl(folder, ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query', '-token_out', '-out', 'token']);
  return readFileSync(join(folder, 'token'));
}
