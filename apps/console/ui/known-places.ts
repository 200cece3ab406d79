/** Places by what people call them. */
import { foldMarks, foldTone } from '#i18n/fold';

export interface Place {
  id: string;
  name: string;
}

const kinds = /^(xa|phuong|thi tran|tt|p|x)\.?\s+/;
const without = (folded: string): string => folded.replace(kinds, '');

/** Places by what people call them: with or without "xã", with or without marks. */
export class KnownPlaces<P extends Place = Place> {
  constructor(private readonly places: readonly P[]) {}

  /** As it is written; else with its marks; else without. All that it could be. */
  of(name: string): P[] {
    const tests: ((place: P) => boolean)[] = [
      (place) => foldTone(place.name) === foldTone(name),
      (place) => foldMarks(place.name) === foldMarks(name),
      (place) => bare(place.name) === bare(name),
      (place) => without(foldMarks(place.name)) === without(foldMarks(name)),
    ];
    for (const test of tests) {
      const found = this.places.filter(test);
      if (found.length > 0) return found;
    }
    return [];
  }
}

/** With its tones, without its kind: "Xã Minh Sơn" is "minh sơn". */
const bare = (name: string): string => foldTone(name).replace(/^(xã|phường|thị trấn|tt|p|x)\.?\s+/, '');
