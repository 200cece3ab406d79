import { useState } from 'react';
import { placeInside } from '#i18n/places';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { firstNames } from '../../ui/names.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { DocumentSettings } from '../documents/document-settings.tsx';
import { AddressDialog, CodeDialog, EndDialog } from './mailbox-dialogs.tsx';
import { type Act, OfficeRow, type Start } from './office-row.tsx';
import { OwnMailbox } from './own-mailbox.tsx';
import './recipients.css';
import { mailedOf, type Recipients, standingOf, useRecipients } from './use-recipients.ts';

const wantsHand = new Set(['none', 'waits', 'failed', 'unknown', 'over']);

function Notices({ view }: { view: Recipients }) {
  const { t } = useI18n();
  const { without } = mailedOf(view);
  if (!view.canMail)
    return (
      <Notice tone="late" icon="plug-connected-x">
        {t('rcp.noMail')}
      </Notice>
    );
  if (without.length === 0) return null;
  const names = firstNames(
    t,
    without.map(({ name }) => name),
    'rcp.more',
  );
  return (
    <Notice tone="doing" icon="alert-triangle">
      {t('rcp.missing', { names })}
    </Notice>
  );
}

function Offices({ view, start }: { view: Recipients; start: Start }) {
  const { t } = useI18n();
  const first = view.canMail ? view.offices.find((office) => wantsHand.has(standingOf(office))) : undefined;
  return (
    <Card title={t('rcp.list')} note={t('rcp.listNote')}>
      {view.offices.length === 0 ? (
        <EmptyState icon="building-community" title={t('rcp.none')}>
          {t('rcp.noneText')}
        </EmptyState>
      ) : (
        <ul>
          {view.offices.map((office) => (
            <OfficeRow key={office.name} {...{ office, view, start }} filled={office === first} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function RecipientsView({ view }: { view: Recipients }) {
  const { t, lang } = useI18n();
  const { mailed, without } = mailedOf(view);
  const count = mailed.length + without.length;
  const { id: unitId, fullName } = view.unit;
  const [act, setAct] = useState<Act | null>(null);
  const props = act && { ...act, unitId, onClose: () => setAct(null) };
  const name = lang === 'vi' ? placeInside(fullName) : fullName;
  return (
    <>
      <PageHeader
        title={count === 0 ? t('nav.recipients') : t('rcp.title', { n: count, m: mailed.length })}
        hint={t('rcp.sub')}
      />
      <Notices view={view} />
      <div className="rcp">
        <Offices view={view} start={setAct} />
        <div className="rcp-side">
          <OwnMailbox view={view} name={name} start={setAct} />
          <Card title={t('rcp.papers')} className="rcp-papers">
            <DocumentSettings unitId={unitId} />
          </Card>
        </div>
      </div>
      {props?.kind === 'address' && <AddressDialog {...props} onNext={setAct} />}
      {props?.kind === 'code' && <CodeDialog {...props} />}
      {props?.kind === 'end' && <EndDialog {...props} />}
    </>
  );
}

/** The offices that the unit's reports name, each with a mailbox that was tried before anything is mailed there. */
export function RecipientsPage() {
  const { post } = useIdentity();
  const query = useRecipients(post.unit.id);
  return (
    <div className="page">
      <Loaded query={query} rows={8}>
        {(view) => <RecipientsView view={view} />}
      </Loaded>
    </div>
  );
}
