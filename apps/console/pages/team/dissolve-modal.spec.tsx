import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { client, queryClient, type Schemas } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import { answerOf, DissolveModal } from './dissolve-modal.tsx';
import type { Team } from './team.ts';

const team = { id: testId(1), name: 'Thôn 1' } as Team;
const preview = (part: Partial<Schemas['DissolutionPreview']> = {}): Schemas['DissolutionPreview'] => ({
  tasks: 0,
  toConfirm: 0,
  sessions: 0,
  difficulties: 0,
  supporters: 0,
  group: null,
  heirs: [{ id: testId(2), name: 'Thôn 2' }],
  ...part,
});
const open = (part: Partial<Schemas['DissolutionPreview']>) => {
  queryClient.setQueryData(
    ['get', '/teams/{teamId}/dissolution', { params: { path: { teamId: team.id } } }],
    preview(part),
  );
  jest.spyOn(client, 'GET').mockResolvedValue({ data: preview(part), response: { ok: true, status: 200 } } as never);
  show(<DissolveModal team={team} onClose={() => {}} />);
};
const act = () => screen.getByRole('button', { name: 'Giải thể tổ' }) as HTMLButtonElement;
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('dissolving a team', () => {
  it('shows what is open and waits for what becomes of it', async () => {
    open({ tasks: 3, toConfirm: 1, difficulties: 2 });
    await screen.findByText('3 việc chưa xong');
    expect(screen.getByText('2 vướng mắc chưa được trả lời')).toBeTruthy();
    type(/Số, ký hiệu/u, '70/QĐ-UBND');
    type(/Người ký/u, 'Chủ tịch UBND xã');
    expect(act().disabled).toBe(true);
  });

  it('asks nothing more when nothing is open', async () => {
    open({ supporters: 2 });
    await screen.findByText('2 người hỗ trợ: thôi hỗ trợ cùng ngày');
    type(/Số, ký hiệu/u, '70/QĐ-UBND');
    type(/Người ký/u, 'Chủ tịch UBND xã');
    expect(act().disabled).toBe(false);
  });

  it('sends an answer only when it is whole', () => {
    const empty = { kind: null, reason: ' ', teamId: null };
    expect(answerOf(empty)).toBeUndefined();
    expect(answerOf({ ...empty, kind: 'cancel' })).toBeUndefined();
    expect(answerOf({ ...empty, kind: 'cancel', reason: ' Sáp nhập ' })).toEqual({
      kind: 'cancel',
      reason: 'Sáp nhập',
    });
    expect(answerOf({ ...empty, kind: 'hand_over', teamId: testId(2) })).toEqual({
      kind: 'hand_over',
      teamId: testId(2),
    });
  });
});
