import { sendTitle, sizeText } from './send-facts.ts';

const t = ((id: string, values: Record<string, unknown> = {}) => [id, ...Object.values(values)].join(' ')) as never;

it('is called by what it is, an order by its own title', () => {
  expect([
    sendTitle(t, { kind: 'order', title: 'Cài VNeID' }),
    sendTitle(t, { kind: 'campaign', title: 'Phụ lục 1' }),
    sendTitle(t, { kind: 'reportReminder', title: '2022-06' }),
    sendTitle(t, { kind: 'groupNames', title: '' }),
  ]).toEqual([
    'Cài VNeID',
    'second.kind.campaign: Phụ lục 1',
    'second.kind.reportReminder 6/2022',
    'second.kind.groupNames',
  ]);
});

it('goes to teams, or to units that are asked', () => {
  expect((['order', 'teamReminder', 'campaignReminder'] as const).map((kind) => sizeText(t, kind, 3))).toEqual([
    'second.size.teams 3',
    'second.size.teams 3',
    'second.size.units 3',
  ]);
});
