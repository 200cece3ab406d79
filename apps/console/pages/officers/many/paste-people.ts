/** People pasted from a sheet beside the units in which they are to have a post, in any order of columns. Free of pictures. */
import { foldMarks } from '#i18n/fold';
import { KnownPlaces, type Place } from '../../../ui/known-places.ts';
import { fromTsv } from '../../../ui/table/copy-tsv.ts';
import type { PasteFinding } from '../../assign/steps/paste-targets.ts';

export interface PostPlace extends Place {
  title: string;
}
export interface Person {
  fullName: string;
  phone: string;
  email: string;
}
export interface PastedPeople {
  people: Record<string, Person>;
  findings: PasteFinding[];
}

const isPhone = (cell: string): boolean => /^[+(]?\d[\d\s.()-]{7,}$/.test(cell);
const isCount = (cell: string): boolean => /^\d{1,3}[.)]?$/.test(cell);
const isHeading = (cells: readonly string[]): boolean => cells.some((cell) => /^ho (va )?ten\b/.test(foldMarks(cell)));

interface Line extends Person {
  row: number;
  text: string;
  places: PostPlace[];
}

/** @param start the row of the list in which people without a unit beside them begin */
export function pastePeople(places: readonly PostPlace[], start: number, text: string): PastedPeople {
  const known = new KnownPlaces(places);
  const titles = new Set(places.map(({ title }) => foldMarks(title)));
  const lines = fromTsv(text)
    .map((cells) => cells.map((cell) => cell.trim()).filter(Boolean))
    .flatMap((cells, index) =>
      cells.length === 0 || isHeading(cells) ? [] : [lineOf(cells, index + 1, known, titles)],
    );
  const isBare = lines.every((line) => line.places.length === 0);
  const people: Record<string, Person> = {};
  const findings: PasteFinding[] = [];
  for (const [index, { row, text: read, places: found, ...person }] of lines.entries()) {
    const [place, other] = isBare ? places.slice(start + index, start + index + 1) : found;
    const find = (kind: PasteFinding['kind'], names: string[] = []) => findings.push({ row, text: read, kind, names });
    if (!place) find('unknown');
    else if (other)
      find(
        'ambiguous',
        found.map(({ title, name }) => `${title}, ${name}`),
      );
    else if (person.fullName === '') find('noName');
    else if (people[place.id]) find('twice', [place.name]);
    else people[place.id] = person;
  }
  return { people, findings };
}

/** Which of a row's cells is the unit, which the post, and what is left is the name. */
function lineOf(
  cells: readonly string[],
  row: number,
  known: KnownPlaces<PostPlace>,
  titles: ReadonlySet<string>,
): Line {
  const email = cells.find((cell) => cell.includes('@')) ?? '';
  const phone = cells.find(isPhone) ?? '';
  const words = cells.filter((cell, index) => cell !== email && cell !== phone && !(index === 0 && isCount(cell)));
  const unit = words.find((cell) => known.of(cell).length > 0);
  const title = words.find((cell) => titles.has(foldMarks(cell)));
  const here = unit === undefined ? [] : known.of(unit);
  const named = here.filter((place) => title !== undefined && foldMarks(place.title) === foldMarks(title));
  const fullName = words.find((cell) => cell !== unit && cell !== title) ?? '';
  return {
    row,
    text: cells.join(' '),
    fullName,
    phone,
    email,
    places: here.length > 1 && named.length > 0 ? named : here,
  };
}
