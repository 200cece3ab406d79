/** The last chapter: what the district sees. */
import { routes } from '#contracts';
import type { ApiClient } from '../api-client.ts';
import { dim, heading, line, table } from '../terminal.ts';

const SHOWN = 8;

export async function rollUp(officer: ApiClient, assignmentId: string): Promise<void> {
  heading(4, 'Huyện xem tổng hợp', 'the roll-up by commune');
  const rows = await officer.call(routes.assignmentRollUp, { params: { assignmentId } });
  const sorted = [...rows].sort((a, b) => b.figures.reported - a.figures.reported || b.teams - a.teams);
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
  table(
    ['Đơn vị', 'Số Tổ', 'Đang làm', 'Chưa trả lời', 'Tổ xong', 'Đã báo', 'Đã xác nhận', 'Chỉ tiêu'],
    [
      ...sorted
        .slice(0, SHOWN)
        .map((row) => [
          row.commune.fullName,
          row.teams,
          row.accepted,
          row.unanswered,
          row.confirmed,
          row.figures.reported,
          row.figures.confirmed,
          row.figures.target,
        ]),
      [
        `Cộng ${rows.length} đơn vị`,
        sum((row) => row.teams),
        sum((row) => row.accepted),
        sum((row) => row.unanswered),
        sum((row) => row.confirmed),
        sum((row) => row.figures.reported),
        sum((row) => row.figures.confirmed),
        sum((row) => row.figures.target),
      ],
    ],
  );
  if (rows.length > SHOWN) line(`   ${dim(`và ${rows.length - SHOWN} đơn vị nữa`)}`);
}
