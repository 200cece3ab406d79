import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { client } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import { RulesCard } from './side-cards.tsx';
import { SkillsLine, SkillsModal } from './skills-modal.tsx';
import type { Team } from './team.ts';

const person = { id: testId(21), fullName: 'Vi Văn Pao', position: null };
const member = {
  id: testId(20),
  person,
  skills: { list: ['outreach'], own: false },
} as unknown as Team['members'][number];

describe('what a member can help with', () => {
  it('is marked beside the member, six at most, without what only the person says', async () => {
    const put = jest.spyOn(client, 'PUT').mockResolvedValue({ response: { ok: true, status: 204 } } as never);
    show(<SkillsModal teamId={testId(9)} member={member} onClose={() => {}} />);
    const boxes = (await screen.findAllByRole('checkbox')) as HTMLInputElement[];
    expect(boxes.map(({ value }) => value)).not.toContain('ethnic_language');
    for (const box of boxes.filter(({ checked }) => !checked).slice(0, 5)) fireEvent.click(box);
    expect(boxes.filter(({ checked }) => checked)).toHaveLength(6);
    expect(boxes.filter(({ disabled }) => disabled)).toHaveLength(1);
    fireEvent.click(screen.getByLabelText('Nói chuyện, vận động bà con'));
    fireEvent.click(screen.getByRole('button', { name: 'Lưu' }));
    await waitFor(() => expect(put).toHaveBeenCalledTimes(1));
    expect(put.mock.calls[0]).toMatchObject([
      '/teams/{teamId}/skills/{personId}',
      {
        params: { path: { teamId: testId(9), personId: person.id } },
        body: { skills: ['smartphone', 'public_services', 'payment', 'e_commerce', 'safety'] },
      },
    ]);
  });

  it('says who said it, and stands in brackets beside who fits, in the same order, with a sentence that it is a hint', async () => {
    const fits = [{ id: testId(22), fullName: 'Lò Thị Sao', position: null }, person];
    const rule = { kind: 'role_count', role: 'leader', affiliation: null, have: 0, min: 1, met: false };
    const team = {
      members: [member],
      gaps: [{ rule: 'team.leader', fits }],
      rules: [{ code: 'team.leader', citation: 'Công văn 577', ...rule }],
    } as unknown as Team;
    show(
      <>
        <SkillsLine skills={{ list: ['teaching'], own: true }} />
        <SkillsLine skills={{ list: [], own: true }} />
        <RulesCard team={team} />
      </>,
    );
    await screen.findByText('Tự nói giúp được: Chỉ cho người lớn tuổi');
    screen.getByText('Có thể chọn: Lò Thị Sao, Vi Văn Pao (Nói chuyện, vận động bà con)');
    screen.getByText(/chỉ để gợi ý: chọn ai cũng được/);
  });
});
