import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { download } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { problemText } from '../../../api/problem-text.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, FilterChips, Notice } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { isOpen, type Reform } from '../reform-looks.ts';
import { AskDialog } from './ask-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import type { Hamlet } from './name-patterns.ts';
import { AskedSums } from './opinion.tsx';
import { PatternCard, SeenCard } from './names-side.tsx';
import { NamesTable } from './names-table.tsx';
import { type NamedPlace, type Names, useNamedPlaces, useNames } from './use-names.ts';
import './names.css';

const shows = {
  alike: ({ alike, proposal }: Hamlet) => alike > 1 || proposal !== null,
  wrong: ({ state }: Hamlet) => state === 'wrong',
  other: ({ alike, proposal }: Hamlet) => alike === 1 && proposal === null,
};
type Shows = keyof typeof shows;

interface PlaceProps {
  reform: Reform;
  names: Names;
  may: boolean;
}

/** The next act is the filled one: the communes first, then the council. */
function Acts({ reform, names, may }: PlaceProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [dialog, setDialog] = useState<'ask' | 'decide' | null>(null);
  const close = () => setDialog(null);
  const canDecide = may && names.hamlets.some(({ state }) => state === 'proposed');
  const canAsk = may && reform.state === 'draft' && reform.onDate > me.today && names.toAsk.length > 0;
  return (
    <>
      {canDecide && (
        <Button
          variant={canAsk && !names.asked ? 'default' : 'filled'}
          leftSection={<Icon name="file-certificate" size={16} />}
          onClick={() => setDialog('decide')}
        >
          {t('rn.decide')}
        </Button>
      )}
      {canAsk && (
        <Button
          variant={names.asked ? 'default' : 'filled'}
          leftSection={<Icon name="send" size={16} />}
          onClick={() => setDialog('ask')}
        >
          {t(names.asked ? 'rn.askAgain' : 'rn.ask')}
        </Button>
      )}
      {dialog === 'decide' && <DecideDialog reform={reform} hamlets={names.hamlets} onClose={close} />}
      {dialog === 'ask' && <AskDialog reform={reform} names={names} onClose={close} />}
    </>
  );
}

function Head({ reform, names, may }: PlaceProps) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const { position, name: place, names: n, alike, hamlets } = names.place;
  const save = () => {
    const path = `/reforms/${reform.id}/names/file?position=${position}`;
    void download(path, `ten-thon-${reform.onDate}-ban-${reform.version}.xlsx`).catch((error: unknown) =>
      showNotice(problemText(i18n, error), 'failed'),
    );
  };
  return (
    <div className="rn-head">
      <div>
        <h2>{n > 0 ? t('rn.title', { place, n, hamlets: alike }) : t('rn.titleNone', { place })}</h2>
        <p className="muted">{t('rn.sub', { n: hamlets, day: formatDate(reform.onDate, lang, { withYear: true }) })}</p>
        {names.asked && <AskedSums asked={names.asked} />}
      </div>
      <span className="ur-acts">
        <Button variant="default" leftSection={<Icon name="file-export" size={16} />} onClick={save}>
          {t('rn.export')}
        </Button>
        <Acts reform={reform} names={names} may={may} />
      </span>
    </div>
  );
}

function PlaceNames({ reform, names }: { reform: Reform; names: Names }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [shown, setShown] = useState<Shows>('alike');
  const may = isOpen(reform, me.today) && reform.state !== 'scheduled';
  const keys = Object.keys(shows) as Shows[];
  const rows = names.hamlets.filter(shows[shown]);
  return (
    <>
      <Head reform={reform} names={names} may={may} />
      <div className="ur-columns">
        <Card>
          <div className="rn-bar">
            <FilterChips
              label={t('rn.show')}
              options={keys.map((key) => ({
                key,
                label: t(`rn.show.${key}`),
                count: names.hamlets.filter(shows[key]).length,
              }))}
              value={shown}
              onChange={setShown}
            />
          </div>
          {rows.length === 0 ? (
            <p className="card-body muted">{t('rn.noRows')}</p>
          ) : (
            <NamesTable reform={reform} hamlets={rows} may={may} />
          )}
          {may && <p className="rn-foot">{t('rn.keys')}</p>}
        </Card>
        <div>
          {may && <PatternCard reform={reform} hamlets={names.hamlets} />}
          <SeenCard names={names} />
        </div>
      </div>
    </>
  );
}

function Place({ reform, places }: { reform: Reform; places: readonly NamedPlace[] }) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen ?? places.find(({ alike }) => alike > 0)?.position ?? places[0]?.position ?? 0;
  const query = useNames(reform, at);
  return (
    <>
      {places.length > 1 && (
        <Choice
          label={t('rn.place')}
          searchable
          options={places.map(({ position, name, alike }) => ({
            value: String(position),
            label: alike > 0 ? `${name} · ${alike}` : name,
          }))}
          value={String(at)}
          onChange={(value) => setChosen(Number(value))}
        />
      )}
      <Loaded query={query} rows={8}>
        {(names) => <PlaceNames key={at} reform={reform} names={names} />}
      </Loaded>
    </>
  );
}

/** Equal names are told apart today, and the new ones are prepared without haste. */
export function NamesTab({ reform }: { reform: Reform }) {
  const { t, lang } = useI18n();
  const query = useNamedPlaces(reform);
  return (
    <Loaded query={query} rows={8}>
      {({ alike }) =>
        query.rows.length === 0 ||
        (query.isWhole && alike === 0 && query.rows.every(({ proposed }) => proposed === 0)) ? (
          <Card className="ur-first">
            <p className="card-body muted">{t('rn.none', { n: query.total })}</p>
          </Card>
        ) : (
          <div className="ur-stack rn-tab">
            <Notice tone="new" icon="info-circle">
              <b>{t('rn.noHaste', { day: formatDate(reform.onDate, lang, { withYear: true }) })}</b> {t('rn.toldApart')}
            </Notice>
            <Place reform={reform} places={query.rows} />
          </div>
        )
      }
    </Loaded>
  );
}
