import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { client } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import { OfficeForm } from './office-form.tsx';
import type { OneOfficeCard } from './use-offices.ts';

const card: OneOfficeCard = {
  unit: { id: testId(4), kind: 'commune', name: 'Minh Sơn', fullName: 'Xã Minh Sơn' },
  code: '15712',
  name: null,
  phone: '0512 000 678',
  email: null,
  hours: null,
  address: null,
  answeredBy: null,
  answerer: null,
  isOffice: false,
  checkedOn: '2026-11-20',
  changedOn: null,
  unansweredOn: null,
  sharedWith: null,
  doubts: [],
  members: 3,
};
const put = jest.spyOn(client, 'PUT') as unknown as jest.Mock<(...args: unknown[]) => Promise<unknown>>;
const box = () => screen.queryByRole('checkbox', { name: 'Đây là số của cơ quan' }) as HTMLInputElement | null;
const type = async (phone: string) =>
  fireEvent.change(await screen.findByLabelText(/^Điện thoại/), { target: { value: phone } });

it('asks whether a number is the office’s when the server says that it is a person’s, not by how it begins', async () => {
  put.mockResolvedValue({
    error: {
      code: 'organization.officePersonal',
      title: '',
      status: 422,
      details: [{ path: 'phone', code: 'x', params: { text: '0912 345 678' } }],
    },
    response: { ok: false, status: 422, headers: { get: () => null } },
  });
  show(<OfficeForm card={card} onNext={null} onTyped={() => undefined} />);
  await type('+84 912 345 678');
  expect(box()).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  await screen.findByText(/thường là số riêng/);
  fireEvent.click(box()!);
  expect(box()!.checked).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(await screen.findByText(/thường là số riêng/)).toBeTruthy();
  expect(put.mock.calls.at(-1)?.[1]).toMatchObject({ body: { phone: '+84 912 345 678', isOffice: true } });
  await type('0512 000 679');
  expect(box()).toBeNull();
});

it('keeps asking of a kept number whose word is taken back', async () => {
  show(<OfficeForm card={{ ...card, isOffice: true }} onNext={null} onTyped={() => undefined} />);
  fireEvent.click(await screen.findByRole('checkbox'));
  expect(box()?.checked).toBe(false);
});

it('names the post that answers in words', async () => {
  show(<OfficeForm card={{ ...card, answeredBy: 'focal_officer' }} onNext={null} onTyped={() => undefined} />);
  expect(await screen.findByDisplayValue(/^Cán bộ đầu mối/)).toBeTruthy();
});
