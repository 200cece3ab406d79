/** One row of the table as a person: name, role and post, phones, each repair or doubt a finding of its cell. */
import { titleCaseName } from '#i18n/fold';
import type { FindingCode } from './findings.ts';
import { printPhone, readPhones, type PhoneReading, type RosterPhone } from './phones.ts';
import { isPosition, printPosition, readPosition, splitHonorific, type PositionReading } from './positions.ts';
import type { Place, RosterContext } from './roster-context.ts';
import type { ColumnMap, RosterMember, RosterOptions } from './roster.types.ts';

/** @returns null for a row that the officer left out */
export function readMember(
  context: RosterContext,
  row: number,
  columns: ColumnMap,
  options: RosterOptions,
): RosterMember | null {
  if (context.isLeftOut(row)) {
    raiseMissing(context, row, columns);
    return null;
  }
  const at = (column: number | undefined): Place | null => (column === undefined ? null : { row, column });
  const postAt = at(columns.position) ?? at(columns.role);
  const roleText =
    columns.role !== undefined && columns.position !== undefined ? context.text({ row, column: columns.role }) : '';
  const name = readName(context, { row, column: columns.name ?? 0 }, postAt !== null && context.glance(postAt) !== '');
  const post = readPost(context, postAt, [roleText, name.post].filter(Boolean).join(' - '));
  const doubt =
    options.landlineDoubt !== false && (post.role === 'leader' || post.role === 'deputy' || post.position !== null);
  return {
    sheet: context.sheet.name,
    row: row + 1,
    fullName: name.fullName,
    honorific: name.honorific,
    role: post.role ?? 'member',
    roleGiven: post.role !== null,
    position: post.position,
    affiliations: post.affiliations,
    phones: readMemberPhones(context, row, columns, name.fullName, doubt),
  };
}

/** Left-out rows keep the finding through which they were left out, so that it can be taken back. */
function raiseMissing(context: RosterContext, row: number, columns: ColumnMap): void {
  const phone = readPhones(context.glance({ row, column: columns.phone ?? 0 }));
  if (context.glance({ row, column: columns.name ?? 0 }) === '')
    context.raise({ at: { row, column: columns.name ?? 0 }, code: 'name.missing' });
  if (phone.problem)
    context.raise({
      at: { row, column: columns.phone ?? 0 },
      code: phone.problem.code,
      params: { ...phone.problem.params, name: context.glance({ row, column: columns.name ?? 0 }) },
    });
}

function readName(
  context: RosterContext,
  at: Place,
  hasPost: boolean,
): { fullName: string; honorific: string | null; post: string } {
  const text = context.text(at);
  if (text === '') {
    context.raise({ at, code: 'name.missing' });
    return { fullName: '', honorific: null, post: '' };
  }
  const original = context.cell(at)?.text ?? text;
  const polite = splitHonorific(text);
  let name = text;
  let honorific: string | null = null;
  if (
    polite.honorific !== null &&
    context.raise({
      at,
      code: 'name.honorific',
      params: { honorific: polite.honorific },
      original,
      proposed: polite.rest,
    })
  ) {
    name = polite.rest;
    honorific = polite.honorific;
  }
  const split = splitPost(context, at, name, hasPost, original);
  return { ...split, fullName: settleCase(context, at, split.fullName, original), honorific };
}

/** "Nguyễn Văn A - Trưởng thôn", "Nguyễn Văn A (Trưởng thôn)": sure only when the post is known and has no cell of its own. */
function splitPost(
  context: RosterContext,
  at: Place,
  name: string,
  hasPost: boolean,
  original: string,
): { fullName: string; post: string } {
  const match = /^(.+?)\s*(?:\s[-–—]\s*|[-–—]\s|\(|,\s*)(.+?)\)?$/u.exec(name);
  if (!match?.[1] || !match[2]) return { fullName: name, post: '' };
  const [, person, post] = match;
  const code: FindingCode = isPosition(post) && !hasPost ? 'name.withPost' : 'name.maybePost';
  const taken = context.raise({ at, code, params: { name: person, post }, original, proposed: person });
  return taken ? { fullName: person, post: hasPost ? '' : post } : { fullName: name, post: '' };
}

function settleCase(context: RosterContext, at: Place, name: string, original: string): string {
  const shouted = name.includes(' ') && name === name.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(name);
  if (!shouted) return name;
  const proposed = titleCaseName(name);
  return context.raise({ at, code: 'name.allCaps', params: { name: proposed }, original, proposed }) ? proposed : name;
}

function readPost(
  context: RosterContext,
  at: Place | null,
  extra: string,
): Pick<PositionReading, 'role' | 'position' | 'affiliations'> {
  const text = at === null ? '' : context.text(at);
  const reading = readPosition([text, extra].filter(Boolean).join(' - '));
  if (at === null) return reading;
  if (reading.ambiguous) {
    const taken = context.raise({
      at,
      code: 'position.ambiguous',
      params: { text },
      proposed: 'Trưởng thôn',
      choices: ['Tổ trưởng', 'Trưởng thôn'],
    });
    return taken
      ? { role: null, position: 'Trưởng thôn', affiliations: ['hamlet_head'] }
      : { role: null, position: text, affiliations: [] };
  }
  if (reading.unknown.length > 0)
    context.raise({ at, code: 'position.unknown', params: { text: reading.unknown.join(', ') } });
  if (reading.aliases.length === 0) return reading;
  const params = {
    from: reading.aliases.map((one) => one.from).join(', '),
    to: reading.aliases.map((one) => one.to).join(', '),
  };
  const proposed = reading.role === null ? (reading.position ?? text) : printPosition(reading.role, reading.position);
  return context.raise({ at, code: 'position.alias', params, proposed, group: `position.alias:${params.from}` })
    ? reading
    : { ...reading, position: text };
}

function readMemberPhones(
  context: RosterContext,
  row: number,
  columns: ColumnMap,
  name: string,
  doubtLandline: boolean,
): RosterPhone[] {
  const at: Place = { row, column: columns.phone ?? 0 };
  const cell = context.cell(at);
  const text = context.text(at);
  const second = columns.phone2 === undefined ? '' : context.text({ row, column: columns.phone2 });
  if (cell?.hasCachedResult === false && text === '') return [];
  const reading = readPhones(
    second === '' ? cellValue(cell?.value, cell?.text ?? text) : [text, second].filter(Boolean).join(' / '),
  );
  return settlePhones(context, at, reading, name, doubtLandline);
}

function cellValue(value: unknown, text: string): string | number {
  return typeof value === 'number' ? value : text;
}

function settlePhones(
  context: RosterContext,
  at: Place,
  reading: PhoneReading,
  name: string,
  doubtLandline: boolean,
): RosterPhone[] {
  if (reading.problem && reading.phones.length === 0) {
    context.raise({ at, code: reading.problem.code, params: { ...reading.problem.params, name } });
    return [];
  }
  if (reading.problem) context.raise({ at, code: 'phone.secondInvalid', params: { ...reading.problem.params, name } });
  const proposed = reading.phones.map((phone) => printPhone(phone.e164)).join(' / ');
  let usable = true;
  for (const note of reading.notes) {
    if (note.code === 'phone.maybeOfficeLandline' || note.code === 'phone.landline') continue;
    const taken = context.raise({
      at,
      code: note.code,
      params: { ...note.params, phone: proposed, name },
      proposed,
      group: note.code,
    });
    if (!taken && note.code !== 'phone.two' && note.code !== 'phone.international') usable = false;
  }
  if (!usable) {
    context.raise({ at, code: 'phone.invalid', params: { text: context.cell(at)?.text ?? '', name } });
    return [];
  }
  return settleLandlines(context, at, reading, name, doubtLandline);
}

function settleLandlines(
  context: RosterContext,
  at: Place,
  reading: PhoneReading,
  name: string,
  doubtLandline: boolean,
): RosterPhone[] {
  let phones = reading.phones;
  if (doubtLandline && reading.notes.some((note) => note.code === 'phone.maybeOfficeLandline'))
    phones = settleOldLandline(context, at, phones, name);
  if (!phones.some((phone) => phone.kind === 'landline')) return phones;
  const only = phones.every((phone) => phone.kind === 'landline');
  context.raise({ at, code: only ? 'phone.landlineOnly' : 'phone.landline', params: { name } });
  return phones;
}

/** Thanh Hóa's landlines were 037 + 7 digits until 2017 and are 0237 now; the same digits are a mobile number today. */
function settleOldLandline(context: RosterContext, at: Place, phones: RosterPhone[], name: string): RosterPhone[] {
  const index = phones.findIndex((phone) => /^\+8437[2-8]/.test(phone.e164));
  const phone = phones[index];
  if (!phone) return phones;
  const landline: RosterPhone = { raw: phone.raw, e164: phone.e164.replace(/^\+8437/, '+84237'), kind: 'landline' };
  const taken = context.raise({
    at,
    code: 'phone.maybeOfficeLandline',
    params: { phone: printPhone(phone.e164), name },
    proposed: printPhone(landline.e164),
  });
  return taken ? [...phones.filter((one) => one !== phone), landline] : phones;
}
