/** The numbers of one person, each repair or doubt a finding of its cell. */
import { printPhone, type PhoneReading, type RosterPhone } from '../../../people/people/phones.ts';
import type { Place, RosterContext } from '../roster-context.ts';
import type { Line } from '../layout/row-lines.ts';

/** The cell of a column, or the person's line of it. */
export function placeIn({ row, part, split }: Line, column: number): Place {
  return { row, column, ...(part !== undefined && split.has(column) && { part }) };
}

export function readMemberPhones(
  context: RosterContext,
  line: Line,
  at: Place,
  { fullName: name, phone: besideName }: { fullName: string; phone: string },
  doubtLandline: boolean,
): RosterPhone[] {
  const { phone, phone2 } = line.person.columns;
  if (besideName !== '' && (phone === undefined || context.cell(at) === null))
    return settlePhones(context, at, context.phones(besideName), name, doubtLandline);
  if (phone === undefined) {
    context.raise({ at, code: 'phone.missing', params: { name } });
    return [];
  }
  const cell = context.cell(at);
  const text = context.text(at);
  const second = phone2 === undefined || line.unsure.has(phone2) ? '' : context.text(placeIn(line, phone2));
  if (cell?.hasCachedResult === false && text === '') return [];
  const own = cell?.struckParts ? text : cellValue(cell?.value, cell?.text ?? text);
  const more = [second, besideName].filter(Boolean);
  const reading = context.phones(more.length === 0 ? own : [text, ...more].filter(Boolean).join(' / '));
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
