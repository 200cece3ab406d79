/** One row of the table as a person: name, role and post, phones, each repair or doubt a finding of its cell. */
import { titleCaseName } from '#i18n/fold';
import type { CellAccount } from './cell-account.ts';
import type { FindingCode } from '../findings.ts';
import { textOrAbove } from './ditto.ts';
import { isGarbled } from './garbled-text.ts';
import { readPhones } from '../../../people/people/phones.ts';
import { placeIn, readMemberPhones } from './read-member-phones.ts';
import { phoneDigits } from '../layout/header-words.ts';
import { isPosition, printPosition, readPosition, splitHonorific, type PositionReading } from './positions.ts';
import type { Place, RosterContext } from '../roster-context.ts';
import type { RosterMember, RosterOptions } from '../roster.types.ts';
import { isFullName, type Line, linesOf } from '../layout/row-lines.ts';

/** @returns null for a person whom the officer left out */
export function readMember(
  context: RosterContext,
  line: Line,
  options: RosterOptions,
  account: CellAccount,
): RosterMember | null {
  const { row, person } = line;
  const { columns } = person;
  const at = memberPlaces(line);
  if (context.isLeftOut(row, line.part, line.own)) {
    raiseMissing(context, at);
    if (line.own) for (const column of line.own) account.cell(row, column, 'left_out');
    else account.row(row, 'left_out');
    return null;
  }
  const roleAt = columns.role !== undefined && columns.position !== undefined ? placeIn(line, columns.role) : null;
  const roleText = roleAt === null ? '' : textOrAbove(context, roleAt);
  const postAt = columns.position === undefined && columns.role === undefined ? null : at.position;
  const isPostClear = postAt !== null && !line.unsure.has(postAt.column);
  const name = readName(context, at.name, line, isPostClear && context.glance(postAt) !== '');
  const post = readPost(context, isPostClear ? postAt : null, [roleText, name.post].filter(Boolean).join(' - '));
  const doubt =
    options.landlineDoubt !== false && (post.role === 'leader' || post.role === 'deputy' || post.position !== null);
  account.record(
    row,
    columns.name,
    columns.middle,
    columns.given,
    columns.phone,
    columns.phone2,
    columns.position,
    columns.role,
  );
  for (const column of line.unsure) account.finding(row, column);
  for (const column of new Set(Object.values(columns)))
    if (context.isStruck({ row, column })) account.cell(row, column, 'struck');
  return {
    sheet: context.sheet.name,
    row: row + 1,
    fullName: name.fullName,
    honorific: name.honorific,
    role: post.role ?? person.role ?? 'member',
    roleGiven: post.role !== null || person.role !== null,
    position: post.position,
    affiliations: post.affiliations,
    phones: line.unsure.has(at.phone.column) ? [] : readMemberPhones(context, line, at.phone, name, doubt),
    at,
  };
}

function memberPlaces(line: Line): { name: Place; position: Place; phone: Place } {
  const { columns } = line.person;
  return {
    name: placeIn(line, columns.name ?? 0),
    position: placeIn(line, columns.position ?? columns.role ?? columns.name ?? 0),
    phone: placeIn(line, columns.phone ?? columns.name ?? 0),
  };
}

/** Left-out rows keep the finding through which they were left out, so that it can be taken back. */
function raiseMissing(context: RosterContext, at: { name: Place; phone: Place }): void {
  const phone = readPhones(context.glance(at.phone));
  if (context.glance(at.name) === '') context.raise({ at: at.name, code: 'name.missing' });
  if (phone.problem)
    context.raise({
      at: at.phone,
      code: phone.problem.code,
      params: { ...phone.problem.params, name: context.glance(at.name) },
    });
}

interface ReadName {
  fullName: string;
  /** A number that stood in the name's cell. */
  phone: string;
  honorific: string | null;
  post: string;
}

function readName(context: RosterContext, at: Place, line: Line, hasPost: boolean): ReadName {
  const text = nameText(context, at, line);
  if (text === '') {
    context.raise({ at, code: 'name.missing' });
    return { fullName: '', honorific: null, post: '', phone: '' };
  }
  const original = context.cell(at)?.text ?? text;
  const { rest, phone } = splitPhone(context, at, text, original);
  const polite = splitHonorific(rest);
  const taken =
    polite.honorific !== null &&
    context.raise({
      at,
      code: 'name.honorific',
      params: { honorific: polite.honorific },
      original,
      proposed: polite.rest,
    });
  const name = taken ? polite.rest : rest;
  const split = splitPost(context, at, name, hasPost, original);
  const fullName = settleCase(context, at, split.fullName, original);
  doubtName(context, at, fullName, original, line.person.columns.given !== undefined);
  if (isGarbled(fullName))
    context.raise({ at, code: 'name.garbled', params: { name: fullName }, original, proposed: fullName });
  return { ...split, fullName, phone, honorific: taken ? polite.honorific : null };
}

/** "Lê Văn A - ĐT 0512 345 678": the number is one, wherever it stands. */
function splitPhone(
  context: RosterContext,
  at: Place,
  text: string,
  original: string,
): { rest: string; phone: string } {
  const phone = phoneDigits.exec(text)?.[0] ?? '';
  if (phone === '' || context.phones(phone).phones.length === 0) return { rest: text, phone: '' };
  const [before = '', after = ''] = text.split(phone, 2);
  const bare = before.replace(/[\s\-–—:;,.(]*(?:điện thoại|di động|s?đt|sdt|dt|tel)?[\s\-–—:;,.(]*$/iu, '');
  const rest = `${bare} ${after.replace(/^[\s)\-–—;,.]+/u, '')}`.trim();
  if (!/\p{L}{2}/u.test(rest)) return { rest: text, phone: '' };
  const taken = context.raise({ at, code: 'name.withPhone', params: { name: rest, phone }, original, proposed: rest });
  return taken ? { rest, phone } : { rest: text, phone: '' };
}

/** Nobody in a list is called by one word, or "Tổ phó": a column may have been taken for another. */
function doubtName(context: RosterContext, at: Place, name: string, original: string, isJoined: boolean): void {
  const params = { name };
  if (isPosition(name)) context.raise({ at, code: 'name.isPost', params, original });
  else if (!name.includes(' ') && !isJoined && name !== '')
    context.raise({ at, code: 'name.oneWord', params, original, proposed: name, group: 'name.oneWord' });
}

/** The name of one cell or of two; a post on the second line of the cell stands apart. */
function nameText(context: RosterContext, at: Place, { row, person: { columns } }: Line): string {
  const text = context.text(at);
  if (columns.given !== undefined) return joinedName(context, at, text, { row, columns });
  const lines = at.part === undefined ? linesOf(context.cell(at)?.text ?? '') : [];
  const post = lines.length === 2 ? (lines[1] ?? '') : '';
  return post !== '' && isPosition(post) && text.endsWith(post)
    ? `${text.slice(0, -post.length).trim()} - ${post}`
    : text;
}

/** "Họ và tên" over two columns, or "Họ, Đệm, Tên". A name retyped in the first cell may be the whole of it. */
function joinedName(
  context: RosterContext,
  at: Place,
  family: string,
  { row, columns }: { row: number; columns: Line['person']['columns'] },
): string {
  const middle = columns.middle === undefined ? '' : context.text({ row, column: columns.middle });
  const givenAt = { row, column: columns.given ?? 0 };
  const given = context.text(givenAt);
  const rest = [middle, given].filter(Boolean).join(' ');
  if (family === '' && rest !== '') {
    context.raise({ at, code: 'name.missing' });
    return rest;
  }
  const isWhole = rest === '' || (context.isTyped(at) && given !== '' && family.endsWith(` ${given}`));
  const name = isWhole ? family : `${family} ${rest}`;
  if (given === '' && name !== '' && (!name.includes(' ') || (middle !== '' && !context.isTyped(at))))
    context.raise({ at: givenAt, code: 'name.missing' });
  return name;
}

/** "Nguyễn Văn A - Trưởng thôn", "Nguyễn Văn A (Trưởng thôn)": sure only when the post is known and has no cell of its own. */
function splitPost(
  context: RosterContext,
  at: Place,
  name: string,
  hasPost: boolean,
  original: string,
): { fullName: string; post: string } {
  const parts = partsOfName(name);
  if (parts === null) return { fullName: name, post: '' };
  const [person, post] = parts;
  if (isFullName(person) && isFullName(post)) {
    context.raise({ at, code: 'name.several', params: { name: person, other: post }, original, proposed: null });
    return { fullName: name, post: '' };
  }
  const code: FindingCode = isPosition(post) && !hasPost ? 'name.withPost' : 'name.maybePost';
  const taken = context.raise({ at, code, params: { name: person, post }, original, proposed: person });
  return taken ? { fullName: person, post: hasPost ? '' : post } : { fullName: name, post: '' };
}

/** What stands before and after the first dash, bracket or comma. */
function partsOfName(name: string): [string, string] | null {
  const at = name.slice(1).search(/ [-–—]|[-–—] |\(|, ?/u) + 1;
  if (at < 1) return null;
  const person = name.slice(0, at).trim();
  const post = name.slice(at).replace(/^ ?[-–—(,] ?/u, '');
  const bare = post.endsWith(')') ? post.slice(0, -1).trim() : post.trim();
  return person === '' || bare === '' ? null : [person, bare];
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
  const text = at === null ? '' : textOrAbove(context, at);
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
