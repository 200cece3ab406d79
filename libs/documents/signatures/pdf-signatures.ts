/**
 * The signatures of a PDF that was handed out and came back. Found the way a reader of PDFs finds them, from the catalog
 * and its form, never by searching for words; what a signature covers is measured in the file itself.
 */
import { checkCms, invalid, type Judging, stampedAt, unchecked, Verdict } from './cms.ts';
import { changesBetween, fieldsOf } from './pdf-changes.ts';
import { type Dictionary, Name, Ref, Text, Unreadable, type Value } from './pdf-lexer.ts';
import { type Revision, revisionsOf, State } from './pdf-revisions.ts';
import { type Found, nobody, type SignatureFact, type SignatureWorth } from './signature-facts.ts';

const MOST_SIGNATURES = 20;
const CMS = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);
const WEAK = new Set(['adbe.x509.rsa_sha1', 'adbe.pkcs7.sha1']);
const TIME = 'ETSI.RFC3161';

interface File extends Judging {
  back: Buffer;
  revisions: Revision[];
  /** What each revision leaves. */
  states: State[];
  /** Which revision is the exported document's last. */
  own: number;
}
interface Place {
  at: number;
  /** Of the revision that it stands in. */
  index: number;
  dictionary: Dictionary;
}
type Doubt = Partial<Pick<SignatureFact, 'state' | 'reason'>>;

function stateAt({ states }: File, index: number): State {
  const state = states.at(index);
  if (!state) throw new Unreadable('no such revision');
  return state;
}

export async function pdfSignatures(exported: Buffer, back: Buffer, { trustList, now }: Judging): Promise<Found> {
  const revisions = revisionsOf(back);
  const last = revisionsOf(exported).at(-1);
  const own = revisions.findIndex(({ at }) => at === last?.at);
  if (own < 0) return { outcome: 'different' };
  const states = revisions.map((_, i) => new State(back, revisions, i + 1));
  const file: File = { back, revisions, states, own, trustList, now };
  const fields = fieldsOf(stateAt(file, -1)).filter(({ isSignature, value }) => isSignature && value);
  const changes = changesBetween(stateAt(file, own), stateAt(file, -1), revisions.slice(own + 1));
  if (changes === 'replaced' && fields.length === 0) return { outcome: 'different' };
  if (fields.length === 0) return { outcome: 'notSigned' };
  if (fields.length > MOST_SIGNATURES) throw unchecked('tooComplex');
  const found: { fact: SignatureFact; covered: number }[] = [];
  for (const { value } of fields) found.push(await judged(file, value));
  return {
    signatures: found.map(({ fact }) => fact),
    addedAfter: Math.max(...found.map(({ covered }) => covered)) < back.length,
  };
}

async function judged(file: File, value: Value | undefined): Promise<{ fact: SignatureFact; covered: number }> {
  let covered = 0;
  try {
    const place = placeOf(file, value);
    const { data, contents, end, index } = coverOf(file, place);
    covered = end;
    const later = laterThan(file, index, end);
    const worth = await checked(file, place.dictionary, contents, data);
    const fact: SignatureFact = { ...worth, addedAfter: later !== null };
    const doubts = [fact.state === 'invalid' ? null : beforeSigning(file, index), later];
    for (const doubt of doubts) if (doubt?.state && fact.state !== 'invalid') Object.assign(fact, doubt);
    return { fact, covered };
  } catch (error) {
    if (!(error instanceof Verdict)) throw error;
    return { fact: { ...nobody, state: error.state, reason: error.reason }, covered };
  }
}

/** The signature's dictionary, read where its own bytes stand. */
function placeOf(file: File, value: Value | undefined): Place {
  const { back, states } = file;
  const last = stateAt(file, -1);
  if (!(value instanceof Ref)) throw unchecked('unsupported');
  const at = last.places.get(value.number) ?? null;
  const { value: dictionary } = last.object(value.number);
  if (at === null || !(dictionary instanceof Map) || at >= back.length) throw invalid('malformed');
  const index = states.findIndex((state) => state.places.get(value.number) === at);
  return { at, index, dictionary };
}

const isPlace = (value: Value): value is number => Number.isSafeInteger(value);

/** The signed bytes: everything up to the end of the revision but the very string that holds the signature. */
function coverOf({ back, revisions, own }: File, { at, index, dictionary }: Place) {
  const contents = dictionary.get('Contents');
  const range = dictionary.get('ByteRange');
  if (index <= own || !(contents instanceof Text) || back[contents.from] !== 0x3c) throw invalid('malformed');
  if (!Array.isArray(range) || range.length !== 4 || !range.every(isPlace)) throw invalid('notWhole');
  const [start = -1, first = -1, next = -1, rest = -1] = range;
  const end = next + rest;
  const ends = [...(revisions[index]?.ends ?? []), ...(index === revisions.length - 1 ? [back.length] : [])];
  const isWhole = start === 0 && first === contents.from && next === contents.to && ends.includes(end) && at < first;
  if (!isWhole) throw invalid('notWhole');
  return {
    data: Buffer.concat([back.subarray(0, first), back.subarray(next, end)]),
    contents: contents.bytes,
    end,
    index,
  };
}

/** What came behind the signed bytes: null for nothing, or what it makes of the signature. */
function laterThan(file: File, index: number, end: number): Doubt | null {
  const { back, revisions } = file;
  if (end === back.length) return null;
  if (index === revisions.length - 1) return {};
  const changes = changesBetween(stateAt(file, index), stateAt(file, -1), revisions.slice(index + 1));
  if (changes === 'replaced') return { state: 'invalid', reason: 'changedAfter' };
  return changes === 'added' ? { state: 'unchecked', reason: 'addedAfter' } : {};
}

/** What was done to the exported document before this signature stood on it. */
function beforeSigning(file: File, index: number): Doubt {
  const { revisions, own } = file;
  const changes = changesBetween(stateAt(file, own), stateAt(file, index), revisions.slice(own + 1, index + 1));
  if (changes === 'replaced') return { state: 'invalid', reason: 'contentReplaced' };
  return changes === 'added' ? { state: 'unchecked', reason: 'contentAdded' } : {};
}

async function checked(
  { trustList, now }: File,
  dictionary: Dictionary,
  contents: Buffer,
  data: Buffer,
): Promise<SignatureWorth> {
  const filter = dictionary.get('SubFilter');
  const name = filter instanceof Name ? filter.name : '';
  if (CMS.has(name)) return checkCms(contents, data, { claimed: timeOf(dictionary.get('M')), trustList, now });
  if (WEAK.has(name)) throw unchecked('weak');
  if (name !== TIME) throw unchecked('unsupported');
  const at = await stampedAt(contents, data, trustList);
  if (at === null) throw unchecked('unsupported');
  return { signer: '', issuer: null, signedAt: at.toISOString(), isStamped: true, state: 'trusted', reason: null };
}

/** "D:20261127090000+07'00'" */
function timeOf(value: Value | undefined): Date | null {
  if (!(value instanceof Text)) return null;
  const parts = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(
    value.bytes.toString('latin1'),
  );
  if (!parts) return null;
  const [, year, month, day, hours, minutes, seconds = '00', sign, zone = '00', more = '00'] = parts;
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${sign ? `${sign}${zone}:${more}` : 'Z'}`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Whether an update names a signature at all: a file that cannot be read is kept for its signature's sake only. */
export const namesSignature = (bytes: Buffer, from: number) => /\/ByteRange\s*\[/.test(bytes.toString('latin1', from));
