import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { addOcopProduct, allowLateReport, endMember, withdrawReport } from '#client/commands';
import { client } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import { CommandForm } from './command-form.tsx';

type Ask = (path: string, init: { params: object; body?: unknown }) => Promise<unknown>;
const post = jest.spyOn(client, 'POST') as unknown as jest.Mock<Ask>;
const response = { ok: true, status: 204, headers: { get: () => null } };
const refused = (path: string) => ({
  error: { code: 'x', title: '', status: 422, details: [{ path, code: 'date.beyondSpan', params: {} }] },
  response: { ok: false, status: 422, headers: { get: () => null } },
});
const onClose = jest.fn();
const path = { reportId: testId(20) };
const form = () =>
  show(
    <CommandForm
      route={allowLateReport}
      path={path}
      touches={[]}
      title="Cho nộp muộn"
      start={{ until: '2026-11-28' }}
      fields={{ until: { as: 'day', label: 'Đến hết ngày' }, reason: { as: 'note', label: 'Lý do' } }}
      label="Cho nộp"
      said={(_, { until }) => `Được đến ${until}.`}
      onClose={onClose}
    />,
  );
const reason = () => screen.findByRole('textbox', { name: /^Lý do/ });
const type = async (text: string) => fireEvent.change(await reason(), { target: { value: text } });
const act = (name: string) => screen.getByRole('button', { name });

beforeEach(() => {
  onClose.mockReset();
  post.mockReset();
});

it('asks what the contract asks: needed, and no longer than it may be', async () => {
  form();
  expect(await reason()).toMatchObject({ required: true, maxLength: 1000 });
  expect(act('Cho nộp')).toHaveProperty('disabled', true);
  await type('   ');
  expect(act('Cho nộp')).toHaveProperty('disabled', true);
});

it('sends what stands in its fields to its route, under one key, and says what was done', async () => {
  post.mockResolvedValue({ response });
  form();
  await type(' Mất điện ');
  fireEvent.click(act('Cho nộp'));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  const [to, init] = post.mock.calls.at(-1) ?? [];
  expect(to).toBe('/reports/{reportId}/exception');
  expect(init).toMatchObject({
    params: { path, header: { 'Idempotency-Key': expect.any(String) } },
    body: { until: '2026-11-28', reason: 'Mất điện' },
  });
});

it('says a refusal at the field that it names', async () => {
  post.mockResolvedValue(refused('reason'));
  form();
  await type('Mất điện');
  fireEvent.click(act('Cho nộp'));
  await waitFor(async () => expect((await reason()).getAttribute('aria-invalid')).toBe('true'));
  expect(onClose).not.toHaveBeenCalled();
  await type('Mất điện hai ngày');
  expect((await reason()).getAttribute('aria-invalid')).not.toBe('true');
});

it('has what was typed there again when it was closed half-way, and not once it is sent', async () => {
  const first = form();
  await type('Đường sạt lở');
  first.unmount();
  post.mockResolvedValue({ response });
  const second = form();
  expect(await reason()).toHaveProperty('value', 'Đường sạt lở');
  fireEvent.click(act('Cho nộp'));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  second.unmount();
  form();
  expect(await reason()).toHaveProperty('value', '');
});

it('leaves out what is left empty, and sends no body where the route takes none', async () => {
  post.mockResolvedValue({ response });
  const ends = show(
    <CommandForm
      route={endMember}
      path={{ teamId: testId(1), memberId: testId(2) }}
      touches={[]}
      title="Thôi"
      start={{ lastDay: '2026-11-25' }}
      fields={{ lastDay: { as: 'day', label: 'Ngày cuối' }, reason: { as: 'text', label: 'Lý do' } }}
      label={({ lastDay }) => `Thôi từ ${lastDay}`}
      onClose={onClose}
    />,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Thôi từ 2026-11-25' }));
  await waitFor(() => expect(post.mock.calls.at(-1)?.[1].body).toEqual({ lastDay: '2026-11-25' }));
  ends.unmount();
  show(<CommandForm route={withdrawReport} path={path} touches={[]} title="Bỏ tháng" label="Bỏ" onClose={onClose} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Bỏ' }));
  await waitFor(() => expect(post.mock.calls.at(-1)?.[0]).toBe('/reports/{reportId}/withdraw'));
  expect(post.mock.calls.at(-1)?.[1]).not.toHaveProperty('body');
});

it('acts upon the record that is chosen in it, asks by what stands in it, and forgets who was found by name', async () => {
  post.mockResolvedValue({ response });
  const add = () =>
    show(
      <CommandForm
        route={addOcopProduct}
        path="chosen"
        touches={[]}
        title="Thêm sản phẩm"
        start={{ stars: 3 }}
        fields={({ stars }) => ({
          unitId: {
            as: 'own',
            forgets: true,
            show: ({ value, onChange }) => (
              <button type="button" onClick={() => onChange(testId(7))}>
                {value ? 'Thôn 7' : 'Chọn thôn'}
              </button>
            ),
          },
          name: { as: 'text', label: 'Tên' },
          owner: { as: 'text', label: 'Chủ thể' },
          stars: { as: 'choice', label: 'Sao', options: [3, 4].map((n) => ({ value: n, label: `${n} sao` })) },
          certificate: stars === 4 && { as: 'text', label: 'Giấy chứng nhận' },
        })}
        label="Lưu"
        onClose={onClose}
      />,
    );
  const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const first = add();
  fireEvent.click(await screen.findByRole('button', { name: 'Chọn thôn' }));
  fill(/^Tên/, 'Gạo nếp');
  fill(/^Chủ thể/, 'HTX Minh Sơn');
  expect(act('Lưu')).toHaveProperty('disabled', false);
  first.unmount();
  add();
  expect(await screen.findByLabelText(/^Tên/)).toHaveProperty('value', 'Gạo nếp');
  expect(act('Lưu')).toHaveProperty('disabled', true);
  expect(screen.queryByLabelText(/^Giấy/)).toBeNull();
  fireEvent.click(act('Chọn thôn'));
  fireEvent.click(screen.getByRole('combobox', { name: /^Sao/ }));
  fireEvent.click(await screen.findByRole('option', { name: '4 sao' }));
  expect(screen.getByLabelText(/^Giấy/)).toBeTruthy();
  fireEvent.click(act('Lưu'));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(post.mock.calls.at(-1)).toMatchObject([
    '/units/{unitId}/ocop-products',
    { params: { path: { unitId: testId(7) } }, body: { name: 'Gạo nếp', owner: 'HTX Minh Sơn', stars: 4 } },
  ]);
  expect(post.mock.calls.at(-1)?.[1].body).not.toHaveProperty('unitId');
});
