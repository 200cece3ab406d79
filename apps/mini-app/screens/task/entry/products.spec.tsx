import {
  aDetail,
  aTask,
  asked,
  findings,
  hoa,
  networkIs,
  refusal,
  serverSays,
  signInHere,
} from '../../../testing/phone.ts';

const task = aTask(1, {
  title: 'Đưa sản phẩm OCOP lên sàn',
  indicator: { code: 'KT04', name: 'Sản phẩm', nameEn: 'Products', unit: 'sản phẩm', unitEn: 'products' },
  figures: { target: 5, reported: 2, confirmed: 1, waiting: 1 },
});
signInHere([task]);
await import('../../../model/words/more-words.ts');
const { cleanup, fireEvent, render, screen, waitFor } = await import('@testing-library/preact');
const { loadTask } = await import('../../../model/task-details.ts');
const { loadTasks } = await import('../../../model/tasks.ts');
const { ProgressScreen } = await import('../progress.tsx');
const { ReceiptScreen } = await import('../receipt.tsx');
const { commands } = await import('../../../model/queue/kept-commands.ts');
const { mend } = await import('../../../model/queue/mend.ts');
await loadTasks();
afterEach(cleanup);

const khai = { id: 'khai', fullName: 'Lê Đình Khải', position: null };
const product = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  id,
  name,
  owner: 'hộ ở xóm Đồi',
  stars: 3,
  hamlet: null,
  marketplace: null,
  listedOn: null,
  taken: null,
  ...more,
});
const taken = (by = khai, at = '2022-11-10T00:00:00.000Z') => ({ entryId: 'e1', by, at, place: 'Postmart' });
const products = [
  product('a', 'Mật ong hoa rừng'),
  product('b', 'Gạo nếp hạt cau'),
  product('c', 'Nước mắm gạo lứt', { taken: taken() }),
  product('d', 'Tinh bột nghệ', { listedOn: '2022-11-02', marketplace: 'Voso' }),
  product('f', 'Bánh gai', { hamlet: 'Thôn 2' }),
];
const words = [
  {
    from: null,
    until: null,
    dimensions: [
      {
        key: 'marketplace',
        name: 'Sàn nào?',
        values: [
          { key: 'postmart', name: 'Postmart', hosts: ['postmart.vn'] },
          { key: 'voso', name: 'Voso', hosts: ['voso.vn'] },
        ],
      },
    ],
  },
];
const detail = (more = {}) => aDetail(task, { asks: ['product_each'], words, missingProducts: products, ...more });
const path = `/tasks/${task.id}/progress`;
serverSays({ [`GET /tasks/${task.id}`]: detail(), [`POST ${path}`]: refusal(422, 'progress.productUnknown') });
const tick = async (name: RegExp) => fireEvent.click(await screen.findByRole('checkbox', { name }));
const paste = (name: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: `đường dẫn ${name}` }), { target: { value } });
const sentBody = () => asked.filter((one) => one.path === path).at(-1)?.body;

it('counts the ticks, and wants a link of each before it sends', async () => {
  render(<ProgressScreen id={task.id} />);
  await tick(/^Mật ong/);
  expect(screen.getByText('Còn 3')).toBeTruthy();
  expect(screen.queryByRole('checkbox', { name: /Nước mắm/ })).toBeNull();
  expect(screen.getByText('Postmart, chờ xã xác nhận')).toBeTruthy();
  paste('Mật ong hoa rừng', 'voso.vn/mat-ong');
  expect(screen.getByRole('button', { name: 'Voso' }).getAttribute('aria-pressed')).toBe('true');
  await tick(/^Gạo nếp/);
  expect(screen.getByText('Chưa có đường dẫn thì vẫn lưu, chưa gửi được')).toBeTruthy();
  expect(screen.getByText('Còn thiếu: đường dẫn Gạo nếp hạt cau')).toBeTruthy();
  expect(await findings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Gửi 2 sản phẩm' }));
  await screen.findByText('Còn thiếu 1 ô: đường dẫn Gạo nếp hạt cau');
  paste('Gạo nếp hạt cau', 'evil.vn/voso.vn');
  expect(screen.getByRole('alert').textContent).toBe('Đường dẫn này không phải của Voso');
  paste('Gạo nếp hạt cau', 'https://postmart.vn/gao-nep');
  networkIs(false);
  fireEvent.click(screen.getByRole('button', { name: 'Gửi 2 sản phẩm' }));
  await waitFor(() => expect(commands.value).toHaveLength(1));
});

it('shows what waits on this phone as ticked, and opens what was refused with its ticks', async () => {
  const form = render(<ProgressScreen id={task.id} />);
  expect(await screen.findAllByText('Chờ gửi, còn trên máy này')).toHaveLength(2);
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  form.unmount();
  networkIs(true);
  await waitFor(() => expect(commands.value[0]?.state).toBe('refused'));
  expect(sentBody()).toMatchObject({
    value: 2,
    products: [
      { productId: 'a', marketplace: 'voso', link: 'https://voso.vn/mat-ong' },
      { productId: 'b', marketplace: 'postmart', link: 'https://postmart.vn/gao-nep' },
    ],
  });
  await mend(commands.value[0]!);
  render(<ProgressScreen id={task.id} />);
  expect(await screen.findByRole('button', { name: 'Gửi 2 sản phẩm' })).toBeTruthy();
});

it('moves what a colleague ticks meanwhile out of the way, and says who was first', async () => {
  render(<ProgressScreen id={task.id} />);
  await screen.findByRole('button', { name: 'Gửi 2 sản phẩm' });
  const [mine, ...others] = products;
  const now = { ...mine!, taken: taken(khai, '2099-01-01T00:00:00.000Z') };
  const entry = {
    id: 'e2',
    receipt: 'MS-2',
    value: 1,
    by: hoa,
    mine: true,
    happenedOn: '2022-11-18',
    recordedAt: '2022-11-18T00:42:00.000Z',
    photos: [],
    links: [],
    applicationCodes: [],
    photosPending: 0,
    confirmedValue: null,
    products: [
      {
        productId: 'a',
        name: mine!.name,
        marketplace: 'voso',
        place: 'Voso',
        link: '',
        counted: false,
        firstBy: khai,
        alsoBy: [],
      },
    ],
  };
  serverSays({ [`GET /tasks/${task.id}`]: detail({ missingProducts: [now, ...others], entries: [entry] }) });
  await loadTask(task.id);
  await screen.findByText('Lê Đình Khải vừa ghi');
  const answer = {
    task: detail({ missingProducts: [now, ...others], entries: [entry] }),
    receipt: 'MS-2',
    alreadyBy: null,
  };
  serverSays({ [`POST ${path}`]: answer });
  fireEvent.click(screen.getByRole('button', { name: 'Gửi 1 sản phẩm' }));
  await waitFor(() => expect(commands.value.at(-1)?.state).toBe('sent'));
  cleanup();
  render(<ReceiptScreen id={task.id} commandId={commands.value.at(-1)?.id} />);
  expect(
    (await screen.findAllByText('Mật ong hoa rừng: Lê Đình Khải ghi trước, chỉ tính một lần')).length,
  ).toBeGreaterThan(0);
});
