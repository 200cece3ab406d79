import { evidenceOf, missingEvidence } from './evidence.ts';

const nothing = { photos: 0, links: 0, applicationCodes: 0 };

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
      { photos: [{}], photosPending: 0, links: ['https://vi.du'], applicationCodes: [] },
    ]);
    expect(given).toEqual({ photos: 2, links: 1, applicationCodes: 1 });
    expect(missingEvidence(['photo', 'link', 'application_codes'], given)).toEqual([]);
  });
});
