import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Schemas } from '../../api/client.ts';
import { officer, show, testId } from '../../testing/render.tsx';
import './link-requests-page.tsx';
import { RequestCard } from './request-card.tsx';

const person = (n: number, fullName: string) => ({ id: testId(n), fullName, position: null });
const request = (part: Partial<Schemas['LinkRequest']> = {}): Schemas['LinkRequest'] => ({
  id: testId(40),
  space: 'telegram',
  displayName: 'Hoa Nguyễn',
  phoneMasked: '051• ••• 678',
  askedAt: '2022-06-21T01:00:00Z',
  reason: 'several',
  candidates: [
    { person: person(41, 'Lê Văn Thịnh'), team: { id: testId(1), name: 'Thôn 1' }, unit: officer.unit },
    { person: person(42, 'Lê Thị Hợi'), team: null, unit: officer.unit },
  ],
  ...part,
});

describe('an account that waits for an officer', () => {
  it('shows a name that proves nothing as such, and hides the number', async () => {
    show(<RequestCard request={request()} />);
    expect(await screen.findByText('tên tự đặt, chưa kiểm chứng')).toBeTruthy();
    expect(screen.getByText('Số này ghi cho 2 người. Hỏi xem đúng là ai.')).toBeTruthy();
    expect(screen.getByText('số điện thoại đã che, ba số cuối 678')).toBeTruthy();
  });

  it('chooses nobody beforehand, and names whom the button ties', async () => {
    show(<RequestCard request={request()} />);
    const confirm = await screen.findByRole('button', { name: 'Xác nhận' });
    expect(confirm.hasAttribute('disabled')).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: /Lê Thị Hợi/ }));
    expect(screen.getByRole('button', { name: 'Ghép với Lê Thị Hợi' })).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'Không phải người của xã' }));
    expect(screen.getByRole('button', { name: 'Ghi: không phải người của xã' })).toBeTruthy();
  });

  it('warns of a number that another account had', async () => {
    show(<RequestCard request={request({ reason: 'number_reused' })} />);
    expect(await screen.findByText(/gọi hỏi trước khi ghép/)).toBeTruthy();
  });
});
