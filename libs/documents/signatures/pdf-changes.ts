/**
 * What a later state of a PDF does to an earlier one. Signing adds fields, the pictures of signatures and proofs; whoever
 * gives a page other contents changes what people read, and no signature over the new bytes makes that right.
 */
import { type Dictionary, Name, Ref, shown, Unreadable, type Value } from './pdf-lexer.ts';
import type { Revision, State } from './pdf-revisions.ts';

const OF_CATALOG = ['AcroForm', 'DSS', 'Perms', 'Extensions', 'Version', 'Metadata'];
const OF_PAGE = ['Annots', 'Tabs'];
const OF_FORM = ['Fields', 'SigFlags', 'DR', 'DA'];

const isName = (value: Value | undefined, name: string) => value instanceof Name && value.name === name;
const without = (dictionary: Dictionary, keys: readonly string[]) =>
  new Map([...dictionary].filter(([key]) => !keys.includes(key)));
const isSame = (one: Value, other: Value, keys: readonly string[]) =>
  one instanceof Map && other instanceof Map && shown(without(one, keys)) === shown(without(other, keys));
const numberOf = (value: Value | undefined) => (value instanceof Ref ? value.number : undefined);
/** An entry as it stands there, also as a reference. */
const rawOf = (value: Value | undefined, key: string) => (value instanceof Map ? value.get(key) : undefined);

/** 'none' for signatures and their proofs, 'added' where something else may be seen, 'replaced' where words may differ. */
export type Changes = 'none' | 'added' | 'replaced';

export function changesBetween(before: State, after: State, revisions: readonly Revision[]): Changes {
  if (before.root !== after.root) return 'replaced';
  const form = numberOf(before.catalog.get('AcroForm'));
  const free = new Map([
    [before.root, OF_CATALOG],
    ...before.pages().map((page): [number, string[]] => [page, OF_PAGE]),
    ...(form ? [[form, OF_FORM] satisfies [number, string[]]] : []),
  ]);
  const loose = looseObjects(before);
  for (const number of new Set(revisions.flatMap(({ entries }) => [...entries.keys()]))) {
    if (number === 0 || !before.has(number) || loose.has(number)) continue;
    const [old, now] = [before.object(number), after.object(number)];
    const keys = free.get(number);
    const isKept = shown(old.value) === shown(now.value) || (keys !== undefined && isSame(old.value, now.value, keys));
    if (old.isStream || now.isStream || !isKept) return 'replaced';
  }
  return seenAnew(before, after);
}

/** Objects that no page shows: descriptions of the file, lists of notes (looked at by page), proofs of certificates. */
function looseObjects(before: State): Set<number> {
  const lists = before.pages().map((page) => rawOf(before.object(page).value, 'Annots'));
  const fields = rawOf(before.entry(before.catalog, 'AcroForm'), 'Fields');
  const found = new Set(
    [before.info, before.catalog.get('Metadata'), ...lists, fields].flatMap((value) => numberOf(value) ?? []),
  );
  const walk = (value: Value | undefined, depth: number): void => {
    if (depth > 6 || found.size > 10_000) return;
    if (value instanceof Ref && !found.has(value.number)) {
      found.add(value.number);
      walk(before.object(value.number).value, depth + 1);
    } else if (Array.isArray(value)) for (const one of value) walk(one, depth + 1);
    else if (value instanceof Map) for (const one of value.values()) walk(one, depth + 1);
  };
  walk(before.catalog.get('DSS'), 0);
  return found;
}

function notesOf(state: State, page: number): Value[] {
  const notes = state.entry(state.object(page).value, 'Annots') ?? [];
  if (!Array.isArray(notes)) throw new Unreadable('the notes are no list');
  return notes;
}

function seenAnew(before: State, after: State): Changes {
  let result: Changes = 'none';
  for (const page of before.pages()) {
    const [old, now] = [notesOf(before, page).map(shown), notesOf(after, page)];
    const texts = now.map(shown);
    if (old.some((note) => !texts.includes(note))) return 'replaced';
    const added = now.filter((note) => !old.includes(shown(note)));
    if (!added.every((note) => isSignatureNote(after, note))) result = 'added';
  }
  const form = after.entry(after.catalog, 'AcroForm');
  if ((form instanceof Map && form.has('XFA')) || !fieldsOf(after).every(({ isSignature }) => isSignature))
    result = 'added';
  return result;
}

function isSignatureNote(state: State, note: Value): boolean {
  const value = state.real(note);
  if (!(value instanceof Map) || !isName(value.get('Subtype'), 'Widget')) return false;
  return isName(value.get('FT') ?? state.entry(state.real(value.get('Parent')), 'FT'), 'Sig');
}

export interface Field {
  isSignature: boolean;
  /** As it stands in the field. */
  value: Value | undefined;
}

/** The form's fields with values. */
export function fieldsOf(state: State): Field[] {
  const found: Field[] = [];
  const seen = new Set<number>();
  const walk = (field: Value, kind: Value | undefined, depth: number): void => {
    const key = numberOf(field);
    if (depth > 10 || found.length > 500 || (key !== undefined && seen.has(key))) return;
    if (key !== undefined) seen.add(key);
    const value = state.real(field);
    if (!(value instanceof Map)) return;
    const type = value.get('FT') ?? kind;
    const kids = state.entry(value, 'Kids');
    if (value.has('V') || !Array.isArray(kids)) found.push({ isSignature: isName(type, 'Sig'), value: value.get('V') });
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, type, depth + 1);
  };
  const fields = state.entry(state.entry(state.catalog, 'AcroForm'), 'Fields');
  if (Array.isArray(fields)) for (const field of fields) walk(field, undefined, 0);
  return found;
}
