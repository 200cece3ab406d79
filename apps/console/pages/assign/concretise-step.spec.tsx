import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { queryClient } from '../../api/client.ts';
import { poolTeams, template } from '../../testing/assign.ts';
import { officer, show } from '../../testing/render.tsx';
import { ConcretiseStep } from './concretise-step.tsx';
import { type Draft, emptyDraft } from './draft.ts';

const teams = poolTeams([182, 0]);
const ready: Partial<Draft> = {
  work: 'Ngồi tại nhà văn hóa hai buổi tối',
  target: 100,
  dueDay: '2026-12-10',
  directiveId: 'd1',
};
const onNext = jest.fn();

function Step({ start }: { start: Partial<Draft> }) {
  const [draft, setDraft] = useState<Draft>({
    ...emptyDraft(['t1', 't2']),
    templateCode: 'NV03',
    indicatorCode: 'CQ02',
    ...start,
  });
  const chosen = teams.filter((team) => draft.teamIds.includes(team.id));
  return (
    <ConcretiseStep
      draft={draft}
      change={(part) => setDraft((old) => ({ ...old, ...part }))}
      teams={chosen}
      template={template}
      draftId="x"
      onTemplate={jest.fn()}
      onBack={jest.fn()}
      onSave={jest.fn()}
      onNext={onNext}
    />
  );
}

beforeEach(() => {
  onNext.mockClear();
  queryClient.setQueryData(
    ['get', '/units/{unitId}/directives', { params: { path: { unitId: officer.unit.id } } }],
    [],
  );
});

describe('making an order concrete', () => {
  it('does not go on without work, target, date and basis, and says why under each field', async () => {
    show(<Step start={{}} />);
    fireEvent.click(await screen.findByText('Tiếp: xem trước khi gửi'));
    expect(onNext).not.toHaveBeenCalled();
    for (const words of [
      'Chưa ghi việc làm cụ thể.',
      'Chưa có mục tiêu. Ghi một con số để cuối kỳ biết đạt hay chưa.',
      'Chưa có ngày hoàn thành.',
      'Chưa có căn cứ. Chọn văn bản giao việc.',
    ])
      expect(screen.getByText(words)).toBeTruthy();
  });

  it('asks before it leaves out a team whose share is 0', async () => {
    show(<Step start={ready} />);
    fireEvent.click(await screen.findByText('Tiếp: xem trước khi gửi'));
    expect(onNext).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('Bỏ 1 tổ ra'));
    fireEvent.click(screen.getByText('Tiếp: xem trước khi gửi'));
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('names the hamlets whose households are not on record', async () => {
    show(<Step start={ready} />);
    expect(await screen.findByText('Thôn 2 chưa có số hộ.', { exact: false })).toBeTruthy();
  });
});
