import { grouped } from './clash-list.tsx';

const busy = (team: string, sessionId: string) => ({
  kind: 'team_busy' as const,
  weight: 'warned' as const,
  with: team,
  sessionId,
  from: '2022-06-24T07:00:00Z',
  to: '2022-06-24T09:30:00Z',
});

it('says once which teams another session has invited', () => {
  const refused = { ...busy('Tiện ích số', 's'), kind: 'trainer_busy' as const, weight: 'refused' as const };
  const lines = grouped([refused, busy('Thôn 1', 's'), busy('Thôn 2', 's'), busy('Thôn 3', 'other')]);
  expect(lines.map(({ clash, names }) => [clash.kind, names])).toEqual([
    ['trainer_busy', ['Tiện ích số']],
    ['team_busy', ['Thôn 1', 'Thôn 2']],
    ['team_busy', ['Thôn 3']],
  ]);
});
