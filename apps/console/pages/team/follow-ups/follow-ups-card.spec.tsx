import { screen } from '@testing-library/react';
import { queryClient } from '../../../api/client.ts';
import { me, show, testId } from '../../../testing/render.tsx';
import { FollowUpsCard } from './follow-ups-card.tsx';

const teamId = testId(1);
const one = (n: number, more: object) => ({
  id: testId(n),
  entryId: testId(n + 50),
  task: null,
  kind: 'payment',
  team: { id: teamId },
  by: { id: testId(9), fullName: 'Trần Văn Bình', position: null },
  mine: false,
  happenedOn: me.today,
  askOn: me.today,
  note: null,
  ...more,
});
const known = (rows: object[]) =>
  queryClient.setQueryData(['get', '/teams/{teamId}/follow-ups', { params: { path: { teamId } } }], rows);
afterEach(() => queryClient.clear());

it('says what is asked again, who does and when; what is overdue stands out', async () => {
  known([
    one(20, { askOn: '2020-01-02', task: { id: testId(3), title: 'Chọn công nghệ' }, note: 'Ba hộ làm nấm' }),
    one(21, {}),
  ]);
  show(<FollowUpsCard teamId={teamId} />);
  const late = (await screen.findByText('Chọn công nghệ')).closest('li');
  expect(late?.className).toBe('warn');
  expect(late?.textContent).toMatch(
    /Ba hộ làm nấm.*Trần Văn Bình, hẹn 2\/1\/2020|Ba hộ làm nấm.*Trần Văn Bình, hẹn 2\/1/,
  );
  expect(screen.getByText('Báo cáo nhanh').closest('li')?.className).toBe('');
});

it('is absent where nobody asks again', () => {
  known([]);
  show(<FollowUpsCard teamId={teamId} />);
  expect(screen.queryByText('Hẹn hỏi lại')).toBeNull();
});
