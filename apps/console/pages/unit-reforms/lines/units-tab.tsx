import { useRef, useState } from 'react';
import { useIdentity } from '../../../api/me.tsx';
import { Loaded, Loading } from '../../../ui/states.tsx';
import { DifferencesCard } from './differences-card.tsx';
import { FindingsSide } from './findings-side.tsx';
import { Flow } from '../flow/flow.tsx';
import { ListFile } from './list-file.tsx';
import { isOpen, type Line, type Reform } from '../reform-looks.ts';
import { useFindings, useLines } from './use-lines.ts';

interface Version {
  lines: readonly Line[];
  version: number;
}

/** Where each unit goes; every doubt has its own line, nothing is guessed. */
export function UnitsTab({ reform }: { reform: Reform }) {
  const { me } = useIdentity();
  const may = isOpen(reform, me.today) && reform.state !== 'scheduled';
  const lines = useLines(reform);
  const findings = useFindings(reform, reform.state !== 'applied');
  // Before the list was read again: a corrected file shows what is different in it.
  const [before, setBefore] = useState<Version | null>(null);
  // As it was sent: when the answer comes, the screen may show what it says already.
  const sentUpon = useRef<Version>(null);
  const isNext = before !== null && before.lines.length > 0 && reform.version > before.version;
  const shown = isNext ? (
    <DifferencesCard before={before.lines} now={lines.rows} onAll={() => setBefore(null)} />
  ) : (
    <Flow reform={reform} lines={lines.rows} isReady={lines.isReady} may={may} />
  );
  return (
    <div className="ur-columns">
      <div>
        {may && (
          <ListFile
            reform={reform}
            // Lines of the version before would be compared with, or none; where they cannot be read a list still can be sent.
            ready={lines.isReady || lines.pages.error !== null}
            onSend={() => (sentUpon.current = { lines: lines.rows, version: reform.version })}
            onRead={() => setBefore(sentUpon.current)}
          />
        )}
        {lines.isRead && !(isNext && !lines.isReady) ? (
          shown
        ) : (
          <Loaded query={lines.pages} rows={8}>
            {() => <Loading rows={8} />}
          </Loaded>
        )}
      </div>
      {findings.data && (
        <FindingsSide reform={reform} findings={findings.rows} total={findings.total} may={may} lines={lines.rows} />
      )}
    </div>
  );
}
