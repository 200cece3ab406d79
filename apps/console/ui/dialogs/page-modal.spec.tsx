import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { show } from '../../testing/render.tsx';
import { Dialog } from '../form.tsx';
import { PageDrawer } from './page-modal.tsx';

/** A page with a drawer, and a dialogue that is opened from it. */
function Page() {
  const [drawer, setDrawer] = useState(false);
  const [dialog, setDialog] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setDrawer(true)}>
        Mở ngăn
      </button>
      <PageDrawer opened={drawer} onClose={() => setDrawer(false)} title="Ngăn">
        <button type="button" onClick={() => setDialog(true)}>
          Mở hộp
        </button>
        <button type="button" onClick={() => setDrawer(false)}>
          Đóng ngăn
        </button>
      </PageDrawer>
      {dialog && (
        <Dialog title="Hộp" onClose={() => setDialog(false)}>
          <button type="button" onClick={() => setDialog(false)}>
            Đóng hộp
          </button>
        </Dialog>
      )}
    </>
  );
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name, hidden: true }));
const isInert = (element: Element | null) => element?.hasAttribute('inert');

it('makes what stands behind it inert, and gives it back', async () => {
  const app = Object.assign(document.createElement('div'), { id: 'app' });
  document.body.append(app);
  show(<Page />);
  await press('Mở ngăn');
  await screen.findByText('Mở hộp');
  const drawer = document.querySelector('.mantine-Drawer-root');
  expect([isInert(app), isInert(drawer)]).toEqual([true, false]);
  await press('Mở hộp');
  await screen.findByText('Đóng hộp');
  expect([isInert(app), isInert(drawer), isInert(document.querySelector('.mantine-Modal-root'))]).toEqual([
    true,
    true,
    false,
  ]);
  await press('Đóng hộp');
  expect([isInert(app), isInert(drawer)]).toEqual([true, false]);
  await press('Đóng ngăn');
  expect(isInert(app)).toBe(false);
  app.remove();
});
