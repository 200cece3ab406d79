import { evidenceOf, lastFour, missingEvidence } from './evidence.ts';

const nothing = { photos: 0, links: 0, applicationCodes: 0, notes: 0 };

describe('the evidence that an order asks for', () => {
  it('names each kind that nobody has sent', () => {
    expect(missingEvidence(['count', 'photo', 'link', 'application_codes', 'minutes'], nothing)).toEqual([
      'photo',
      'link',
      'application_codes',
      'minutes',
    ]);
    expect(missingEvidence(['count'], nothing)).toEqual([]);
  });

  it('takes minutes as a photo of them or a link to them', () => {
    expect(missingEvidence(['minutes'], { ...nothing, photos: 1 })).toEqual([]);
    expect(missingEvidence(['minutes'], { ...nothing, links: 1 })).toEqual([]);
    expect(missingEvidence(['minutes'], { ...nothing, applicationCodes: 3 })).toEqual(['minutes']);
  });

  it('counts a photo from its announcement on, over all entries', () => {
    const given = evidenceOf([
      { photos: [], photosPending: 1, links: [], applicationCodes: ['4821'] },
      { photos: [{}], photosPending: 0, links: ['https://vi.du'], applicationCodes: [], note: 'Ở nhà văn hóa' },
    ]);
    expect(given).toEqual({ photos: 2, links: 1, applicationCodes: 1, notes: 1 });
    expect(missingEvidence(['photo', 'link', 'application_codes'], given)).toEqual([]);
  });

  it('may ask for several codes, and for a note', () => {
    const given = { ...nothing, applicationCodes: 2 };
    expect(missingEvidence(['application_codes'], given, 3)).toEqual(['application_codes']);
    expect(missingEvidence(['application_codes', 'note'], { ...given, notes: 1 }, 2)).toEqual([]);
    expect(missingEvidence(['note'], given)).toEqual(['note']);
  });

  it('keeps four characters of a code and no more', () => {
    expect(['000.00.12.h56-220620-48a1', '7733', '4 8 2 1'].map(lastFour)).toEqual(['48A1', '7733', '4821']);
  });
});
