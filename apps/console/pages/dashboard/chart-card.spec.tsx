import { fireEvent, screen, within } from '@testing-library/react';
import { show } from '../../testing/render.tsx';
import { ChartCard, spoken } from './chart-card.tsx';
import type { Drawing } from './dashboard-facts.ts';

const drawing: Drawing = {
  kind: 'across',
  unit: '%',
  labels: ['Tuyên truyền', 'Kinh tế số'],
  series: [
    { name: 'tháng 6', color: 'bar-1', values: [94, null] },
    { name: 'tháng 5', color: 'bar-2', values: [88, 1250] },
  ],
};

describe('a chart', () => {
  it('has the same as a table', async () => {
    show(<ChartCard title="Mức đạt kế hoạch" drawing={drawing} head="Trụ cột" />);
    fireEvent.click(await screen.findByLabelText('Bảng'));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Trụ cột', 'tháng 6', 'tháng 5'],
      ['Tuyên truyền', '94%', '88%'],
      ['Kinh tế số', '–', '1.250%'],
    ]);
  });

  it('says why it is not there', async () => {
    const none = { ...drawing, series: drawing.series.map((one) => ({ ...one, values: [null, null] })) };
    show(
      <ChartCard title="Mức đạt kế hoạch" drawing={none} head="Trụ cột" empty="Chưa đơn vị nào ghi kế hoạch năm." />,
    );
    await screen.findByText('Chưa đơn vị nào ghi kế hoạch năm.');
    expect(screen.queryByLabelText('Bảng')).toBeNull();
  });

  it('is read out', () => {
    expect(spoken('Mức đạt', drawing, String)).toBe(
      'Mức đạt. Tuyên truyền: tháng 6 94%, tháng 5 88%; Kinh tế số: tháng 6 –, tháng 5 1250%',
    );
  });
});
