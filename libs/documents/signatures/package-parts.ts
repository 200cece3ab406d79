/**
 * The parts of an Office file (ECMA-376, part 2) and what leads from one to another. Nothing but the lists of relations says
 * which part a reader shows, so these are compared as closely as the parts.
 */
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { invalid, unchecked } from './cms.ts';

const [MOST_BYTES, MOST_ELEMENTS] = [4 * 1024 * 1024, 20_000];
export const TYPES = {
  relations: 'http://schemas.openxmlformats.org/package/2006/relationships',
  origin: 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin',
  signature: 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature',
  content: 'http://schemas.openxmlformats.org/package/2006/content-types',
};
/** Descriptions of the file, which no page shows: a signing tool may write them anew. */
const PROPERTIES = /\/(core-properties|extended-properties|custom-properties)$/;

/** Bytes by name. */
export type Parts = ReadonlyMap<string, Buffer>;

/** @throws Verdict where two parts have one name: readers would not agree which counts */
export function partsOf(file: Buffer): Parts {
  const names: string[] = [];
  const parts = unzipSync(file, { filter: ({ name }) => names.push(name) > 0 });
  const folded = names.map((name) => name.toLowerCase().replace(/^\/+/, ''));
  if (
    new Set(folded).size !== names.length ||
    folded.some((name, i) => /[\\%]|(^|\/)\.{1,2}\//.test(name) || names[i]?.startsWith('/'))
  )
    throw invalid('malformed');
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

const fail = (_level: string, message: string) => {
  throw new Error(message);
};

/** A document without a type of its own: entities could make it any size. @throws Verdict */
export function parseXml(bytes: Buffer): { text: string; root: Element } {
  if (bytes.length > MOST_BYTES) throw unchecked('tooComplex');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unchecked('unsupported');
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw invalid('malformed');
  if ((text.match(/</g)?.length ?? 0) > MOST_ELEMENTS * 2) throw unchecked('tooComplex');
  try {
    const document = new DOMParser({ errorHandler: fail }).parseFromString(text, 'text/xml');
    if (!document?.documentElement) throw new Error('empty');
    return { text, root: document.documentElement };
  } catch {
    throw invalid('malformed');
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
export const elementsOf = (node: Element): Element[] => Array.from(node.childNodes).filter(isElement);

/** All elements at and below a node, without climbing down by calls: a hostile file may be as deep as it is long. */
export function allElements(root: Element): Element[] {
  const found: Element[] = [];
  const open = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    found.push(one);
    if (found.length > MOST_ELEMENTS) throw unchecked('tooComplex');
    open.push(...elementsOf(one));
  }
  return found;
}

export interface Relation {
  id: string;
  type: string;
  target: string;
  mode: string;
}

/** What an element says under a name; '' where it says nothing. */
export const attributeOf = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? '';

export function relationsIn(part: Buffer | undefined): Relation[] {
  if (!part) return [];
  const { root } = parseXml(part);
  const list = elementsOf(root).map((one) => ({
    id: attributeOf(one, 'Id'),
    type: attributeOf(one, 'Type'),
    target: attributeOf(one, 'Target'),
    mode: attributeOf(one, 'TargetMode') || 'Internal',
  }));
  const isOne = root.namespaceURI === TYPES.relations && new Set(list.map(({ id }) => id)).size === list.length;
  if (!isOne) throw invalid('malformed');
  return list;
}

/** The part behind a relation of a part in `folder`. */
export function targetOf(folder: string, { target, mode }: Pick<Relation, 'target' | 'mode'>): string {
  if (mode !== 'Internal') throw invalid('malformed');
  return new URL(target, `part:///${folder}`).pathname.replace(/^\/+/, '');
}

/** Type of each part by [Content_Types].xml: by its name, else by its ending. */
export class ContentTypes {
  private readonly names = new Map<string, string>();
  private readonly endings = new Map<string, string>();

  constructor(part: Buffer | undefined) {
    const { root } = parseXml(part ?? Buffer.alloc(0));
    for (const one of elementsOf(root)) {
      const [map, key]: [Map<string, string>, string] =
        one.localName === 'Override'
          ? [this.names, attributeOf(one, 'PartName').toLowerCase()]
          : [this.endings, attributeOf(one, 'Extension').toLowerCase()];
      if (map.has(key)) throw invalid('malformed');
      map.set(key, attributeOf(one, 'ContentType'));
    }
  }

  of(name: string): string {
    const own = this.names.get(`/${name}`.toLowerCase());
    return own ?? this.endings.get(name.toLowerCase().split('.').at(-1) ?? '') ?? '';
  }
}

/**
 * Whether the package is the other one with a signature added: the same parts byte by byte, of the same types, reached in
 * the same way, and no stranger among them.
 */
export function isSamePackage(own: Parts, back: Parts): boolean {
  const isListed = (name: string) =>
    name === '[Content_Types].xml' || name === '_rels/.rels' || name.startsWith('docProps/');
  for (const [name, bytes] of own) if (!isListed(name) && !back.get(name)?.equals(bytes)) return false;
  for (const name of back.keys()) if (!own.has(name) && !/^(_xmlsignatures|docProps)\//.test(name)) return false;
  const [types, others] = [
    new ContentTypes(own.get('[Content_Types].xml')),
    new ContentTypes(back.get('[Content_Types].xml')),
  ];
  for (const name of own.keys()) if (!isListed(name) && types.of(name) !== others.of(name)) return false;
  return hasSameRelations(relationsIn(own.get('_rels/.rels')), relationsIn(back.get('_rels/.rels')));
}

/** Roots of the package: those that were there go where they went; new ones lead to signatures and descriptions. */
function hasSameRelations(own: readonly Relation[], back: readonly Relation[]): boolean {
  const isFree = ({ type, mode }: Relation) => mode === 'Internal' && (PROPERTIES.test(type) || type === TYPES.origin);
  const shownAs = ({ id, type, target, mode }: Relation) =>
    [id, type, targetOf('', { target, mode: 'Internal' }), mode].join('\n');
  const kept = back.filter((one) => !isFree(one)).map(shownAs);
  const expected = own.filter((one) => !isFree(one)).map(shownAs);
  return kept.toSorted().join('\n\n') === expected.toSorted().join('\n\n');
}
