import { Icon } from '../../../ui/icon.tsx';
import { type Report, standingComments } from '../report-facts.ts';

/** What the receiver said of a cell of the version that it gave back. */
export function Comments({ report, cell }: { report: Report; cell: string }) {
  const own = standingComments(report).filter((comment) => comment.cell === cell);
  return own.map(({ comment, by, at }) => (
    <p key={at + comment} className="cell-comment">
      <Icon name="message" size={15} /> {by.fullName}: {comment}
    </p>
  ));
}
