import { jest } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { queryClient } from '../../../api/client.ts';
import { poolTeams, template } from '../../../testing/assign.ts';
import { officer, show } from '../../../testing/render.tsx';
import { ConcretiseStep } from './concretise-step.tsx';
import { type Draft, divide, emptyDraft, type PoolTeam } from '../draft.ts';

const [own, next] = poolTeams([182, 0]) as [PoolTeam, PoolTeam];
const teams = [own, next];
const ready: Partial<Draft> = {
  work: 'Ngồi tại nhà văn hóa hai buổi tối',
  target: 100,
  dueDay: '2026-12-10',
  directiveId: 'd1',
};
const onNext = jest.fn();

function Step({ start, pool = teams }: { start: Partial<Draft>; pool?: PoolTeam[] }) {
  const [draft, setDraft] = useState<Draft>({
    ...emptyDraft(['t1', 't2']),
    templateCode: 'NV03',
    indicatorCode: 'CQ02',
    ...start,
  });
  const chosen = pool.filter((team) => draft.teamIds.includes(team.id));
  return (
    <ConcretiseStep
      draft={draft}
      change={(part) => setDraft((old) => ({ ...old, ...part }))}
      teams={chosen}
      division={divide(draft, chosen)}
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
    [
      'get',
      '/units/{unitId}/directives',
      { params: { path: { unitId: officer.unit.id }, query: { limit: 200 } } },
      'pages',
    ],
    { pages: [{ items: [], total: 0, nextCursor: null }], pageParams: [null] },
  );
  const level = { key: 'level', name: 'Mức dịch vụ', values: [{ key: 'toan_trinh', name: 'Toàn trình' }] };
  queryClient.setQueryData(
    ['get', '/indicators', {}],
    [{ code: 'CQ02', dimensions: [level, { key: 'field', values: [] }] }],
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

  it('names communes whose OCOP register has nothing to do and leaves out their teams by one press', async () => {
    const stock = (id: string, name: string, registered: number) => ({
      commune: { id, kind: 'commune', name, fullName: `xã ${name}` },
      registered,
      missing: registered,
      ordered: 0,
    });
    queryClient.setQueryData(
      ['get', '/units/{unitId}/products-to-list', { params: { path: { unitId: officer.unit.id } } }],
      [stock('c', 'Minh Sơn', 4), stock('d', 'Dân Lý', 0), stock('e', 'An Nông', 0)],
    );
    const others = ['d', 'e'].map((communeId) => ({
      ...next,
      id: communeId,
      communeId,
      communeName: communeId,
      households: 182,
    }));
    show(
      <Step
        start={{ ...ready, indicatorCode: 'KT04', target: 4, mode: 'even', teamIds: ['t1', 'd', 'e'] }}
        pool={[own, ...others]}
      />,
    );
    expect(await screen.findByText('Sổ OCOP chưa có sản phẩm nào: An Nông, Dân Lý.')).toBeTruthy();
    fireEvent.click(screen.getByText('Tiếp: xem trước khi gửi'));
    expect(onNext).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('Bỏ tổ của 2 nơi không còn gì để giao'));
    fireEvent.click(screen.getByText('Tiếp: xem trước khi gửi'));
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('lets the officer say what each entry tells beside its number: what the indicator knows, and minutes', async () => {
    show(<Step start={{ ...ready, evidence: ['count', 'application_codes'] }} />);
    const asks = await screen.findByRole('group', { name: 'Mỗi lần ghi kết quả cần thêm' });
    const chips = within(asks).getAllByRole('button');
    expect(chips.map((chip) => chip.textContent)).toEqual(['Mức dịch vụ', 'Số phút']);
    fireEvent.click(chips[0] as HTMLElement);
    expect(within(asks).getByRole('button', { name: 'Mức dịch vụ', pressed: true })).toBeTruthy();
    expect(screen.getByLabelText('Ít nhất mấy mã hồ sơ')).toBeTruthy();
  });
});
