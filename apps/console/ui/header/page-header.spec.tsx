import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { show } from '../../testing/render.tsx';
import { HeaderAct } from './header-menu.tsx';
import { MainWords, PageHeader } from './page-header.tsx';

const menu = () => screen.findByRole('button', { name: 'Việc khác' });
const items = () => screen.getAllByRole('menuitem').map((item) => item.textContent);

function resize(width: number): void {
  act(() => {
    Object.assign(globalThis, { innerWidth: width });
    dispatchEvent(new Event('resize'));
  });
}
afterEach(() => resize(1280));

function WithDialog() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <HeaderAct icon="printer" onClick={() => setOpen(true)}>
        In
      </HeaderAct>
      {isOpen && <div role="dialog">Bản in</div>}
    </>
  );
}

it('walks through the other acts by keys, and Esc gives the focus back', async () => {
  show(
    <PageHeader
      title="Trang"
      acts={['Một', 'Hai'].map((name) => (
        <HeaderAct key={name} icon="printer" onClick={() => undefined}>
          {name}
        </HeaderAct>
      ))}
    />,
  );
  fireEvent.click(await menu());
  expect(items()).toEqual(['Một', 'Hai']);
  for (const [key, focused] of [
    ['ArrowDown', 'Hai'],
    ['ArrowDown', 'Một'],
    ['End', 'Hai'],
    ['Home', 'Một'],
  ] as const) {
    fireEvent.keyDown(document.activeElement!, { key });
    expect(document.activeElement?.textContent).toBe(focused);
  }
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  expect(document.activeElement).toBe(await menu());
  expect(screen.queryByRole('menuitem')).toBeNull();
});

it('keeps the dialog of an act open when its menu has closed', async () => {
  show(<PageHeader title="Trang" acts={<WithDialog />} />);
  fireEvent.click(await menu());
  fireEvent.click(screen.getByRole('menuitem', { name: 'In' }));
  expect(screen.queryByRole('menuitem')).toBeNull();
  expect(screen.getByText('Bản in')).toBeTruthy();
});

it('has no menu where no act is offered to the reader', async () => {
  show(<PageHeader title="Trang" acts={[false, null]} />);
  await screen.findByRole('heading', { name: 'Trang' });
  expect(screen.queryByRole('button', { name: 'Việc khác' })).toBeNull();
});

it('says on a phone too whether what is typed is kept, below the one row', async () => {
  show(<PageHeader title="Trang" state="Đang soạn" saved={<span role="alert">Chưa lưu được</span>} />);
  const said = await screen.findByRole('alert');
  expect(said.closest('.page-header')).not.toBeNull();
  resize(360);
  expect(screen.getByRole('alert').closest('.page-header')).toBeNull();
  for (const text of ['Chưa lưu được', 'Đang soạn']) expect(screen.getByText(text).closest('.page-row')).not.toBeNull();
});

it('shortens the filled button on a phone to verb and count', async () => {
  show(
    <PageHeader
      title="Trang"
      main={
        <button type="button">
          <MainWords long="Nhắc 9 xã chưa nộp" short="Nhắc 9 xã" />
        </button>
      }
    />,
  );
  await screen.findByRole('button', { name: 'Nhắc 9 xã chưa nộp' });
  resize(360);
  expect(screen.getByRole('button', { name: 'Nhắc 9 xã' })).toBeTruthy();
});
