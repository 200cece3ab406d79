import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { firstNames, nameList } from '../../../ui/names.ts';
import { OpenWorkGroups } from './open-work-list.tsx';
import type { Form, Preview } from './use-handover.ts';
import { totalOf } from './work-parts.ts';

interface Props {
  form: Form;
  seen: Preview;
  /** As far as somebody is named. */
  receiver: string;
}

/** Whose it is when nobody is named. */
function Otherwise({ seen, n }: { seen: Preview; n: number }) {
  const { t } = useI18n();
  const { by, people } = seen.otherwise;
  const names = firstNames(
    t,
    people.map(({ fullName }) => fullName),
    'handover.andMore',
  );
  return (
    <Notice tone="doing" icon="alert-triangle">
      {t(`handover.otherwise.${by}`, { n, names })}
    </Notice>
  );
}

function useHeading({ form, receiver }: Omit<Props, 'seen'>): string {
  const { t } = useI18n();
  if (form.mode === 'vacate') return t('handover.left');
  if (receiver === '') return t('handover.goesOpen');
  return t(form.mode === 'stand_in' ? 'handover.shared' : 'handover.goes', { name: receiver });
}

export function WhatGoes({ form, seen, receiver }: Props) {
  const { t } = useI18n();
  const heading = useHeading({ form, receiver });
  const { parts, supports } = seen;
  const n = totalOf(parts);
  return (
    <>
      {form.mode === 'vacate' && !seen.standIn && <Otherwise seen={seen} n={n} />}
      <section className="handover-goes" aria-label={heading}>
        <header>
          <b>{heading}</b>
          <span className="caption">{n > 0 ? t('handover.total', { n }) : t('handover.none')}</span>
        </header>
        <OpenWorkGroups parts={parts} />
        {supports.length > 0 && (
          <ul className="open-work">
            <li>
              <Icon name="heart-handshake" size={18} />
              <div>
                <b>
                  {t(form.mode === 'vacate' ? 'handover.supportsLeft' : 'handover.supports', { n: supports.length })}
                </b>
                <span className="caption">
                  {nameList(
                    t,
                    supports.map(({ name }) => name),
                  )}
                </span>
              </div>
            </li>
          </ul>
        )}
      </section>
    </>
  );
}

function useTold({ form, seen, receiver }: Props): string {
  const { t } = useI18n();
  const { by, people } = seen.otherwise;
  const left =
    by === 'administrators' ? [t('handover.toldAdmins')] : by === 'caretaker' ? people.map((p) => p.fullName) : [];
  const isCommune = seen.post.unit.kind === 'commune';
  const others = form.mode === 'vacate' ? left : [receiver, isCommune ? t('handover.toldHead') : ''];
  return [seen.holder.fullName, ...others].filter((name) => name !== '').join(', ');
}

export function WhatStays(props: Props) {
  const { t } = useI18n();
  const { seen } = props;
  const told = useTold(props);
  const { confirmed, reports, sessions } = seen.stays;
  return (
    <div className="handover-stays">
      <div>
        <b>{t('handover.stays', { name: seen.holder.fullName })}</b>
        <p className="caption">
          {t('handover.staysText', { confirmed, reports })}
          {sessions > 0 && props.form.mode !== 'stand_in' && ` ${t('handover.sessions', { n: sessions })}`}
        </p>
      </div>
      <div>
        <b>{t('handover.told')}</b>
        <p className="caption">{t('handover.toldText', { names: told })}</p>
      </div>
    </div>
  );
}
