import { useIdentity } from '../../../api/me.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Chip, FilterChips } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { AboutTab } from './about-tab.tsx';
import { useNow } from '../calendar/calendar-card.tsx';
import { CallsTab } from './calls-tab.tsx';
import { CheckInTab } from '../check-in/check-in-tab.tsx';
import { lookOf, type SessionDetail } from '../looks.ts';
import { PeopleTab } from './people-tab.tsx';
import { ResultTab } from './result-tab.tsx';
import { type Tab, tabsOf } from './tabs.ts';
import { useSession } from '../use-sessions.ts';
import { whenText } from '../words.ts';
import { dialogHead } from '../../../ui/dialog-head.ts';
import { PageDrawer } from '../../../ui/dialogs/page-modal.tsx';

const bodies: Record<Tab, (props: { session: SessionDetail }) => React.ReactNode> = {
  about: AboutTab,
  people: PeopleTab,
  calls: CallsTab,
  door: CheckInTab,
  result: ResultTab,
};

interface DrawerProps {
  sessionId: string;
  tab: string | undefined;
  onTab: (tab: Tab) => void;
  onClose: () => void;
}

function Content({ session, tab, onTab }: { session: SessionDetail } & Pick<DrawerProps, 'tab' | 'onTab'>) {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const now = useNow();
  const look = lookOf(session, now);
  const tabs = tabsOf(session, may, now);
  const current = tabs.find((each) => each === tab) ?? 'about';
  const Body = bodies[current];
  return (
    <div className="session-drawer">
      <div className="session-head">
        <Chip tone={look.tone} icon={look.icon}>
          {t(look.word)}
        </Chip>
        <span className="num-text">{whenText(t, lang, session)}</span>
      </div>
      {tabs.length > 1 && (
        <FilterChips
          label={t('train.session.tabs')}
          value={current}
          onChange={onTab}
          options={tabs.map((key) => ({ key, label: t(`train.tab.${key}` as MessageId) }))}
        />
      )}
      <Body session={session} />
    </div>
  );
}

/** Escape belongs to the dialogue that lies above, and only then to the drawer. */
function isCovered(): boolean {
  return document.querySelectorAll('[role="dialog"][aria-modal="true"]').length > 1;
}

/** One session: what it is, who comes, whom to call, check-in, what came of it. */
export function SessionDrawer({ sessionId, tab, onTab, onClose }: DrawerProps) {
  const { t } = useI18n();
  const query = useSession(sessionId);
  return (
    <PageDrawer
      attributes={dialogHead}
      opened
      onClose={() => !isCovered() && onClose()}
      position="right"
      size={600}
      title={query.data?.title ?? t('train.tab.about')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Loaded query={query} rows={8}>
        {(session) => <Content session={session} tab={tab} onTab={onTab} />}
      </Loaded>
    </PageDrawer>
  );
}
