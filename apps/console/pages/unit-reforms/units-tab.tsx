import { useIdentity } from '../../api/me.tsx';
import { FindingsSide } from './findings-side.tsx';
import { Flow } from './flow.tsx';
import { ListFile } from './list-file.tsx';
import { isOpen, type Reform } from './reform-looks.ts';
import { useFindings, useLines } from './use-lines.ts';

/** Where each unit goes; every doubt has its own line, nothing is guessed. */
export function UnitsTab({ reform }: { reform: Reform }) {
  const { me } = useIdentity();
  const may = isOpen(reform, me.today) && reform.state !== 'scheduled';
  const lines = useLines(reform);
  const findings = useFindings(reform, reform.state !== 'applied');
  return (
    <div className="ur-columns">
      <div>
        {may && <ListFile reform={reform} />}
        <Flow reform={reform} lines={lines.rows} />
      </div>
      {findings.data && <FindingsSide reform={reform} findings={findings.rows} total={findings.total} may={may} />}
    </div>
  );
}
