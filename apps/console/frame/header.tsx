import { Avatar, Burger, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatTime, initials } from '#i18n';
import { officeOf, placeInside } from '#i18n/places';
import { client, queryClient } from '../api/client.ts';
import { useIdentity, usePlaceOfPost } from '../api/me.tsx';
import { session } from '../api/session.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { Bell } from './bell.tsx';
import { useSyncedAt } from '../api/clock.ts';
import { Emblem } from './emblem.tsx';

export async function signOut(): Promise<void> {
  const answer = await client.POST('/me/leave').catch(() => undefined);
  session.end();
  queryClient.clear();
  // Signed out at the agency too, where that has let the officer in.
  if (answer?.data?.next) location.assign(answer.data.next);
}

/** A provider's own mark: the state emblem is not a company's. */
function ProviderName({ name }: { name: string }) {
  const { t } = useI18n();
  return (
    <div className="header-unit">
      <span className="provider-mark">
        <Icon name="school" size={20} />
      </span>
      <div>
        <strong>{name}</strong>
        <span>{t('frame.provider')}</span>
      </div>
    </div>
  );
}

function UnitName() {
  const { post } = useIdentity();
  const above = post.ancestors
    .filter((unit) => unit.kind === 'district' || unit.kind === 'province')
    .map((unit) => placeInside(unit.fullName))
    .reverse();
  const { lang } = useI18n();
  const name = lang === 'vi' || post.unit.kind === 'country' ? officeOf(post.unit) : post.unit.fullName;
  return (
    <div className="header-unit">
      <Emblem />
      <div>
        <strong>
          <span className="header-office">{name}</span>
          <span className="header-place">{post.unit.kind === 'country' ? name : post.unit.fullName}</span>
        </strong>
        <span>{above.length > 0 ? above.join(', ') : post.title}</span>
      </div>
    </div>
  );
}

function SchemeItems() {
  const { t } = useI18n();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (['light', 'dark', 'auto'] as const).map((scheme) => (
    <Menu.Item
      key={scheme}
      onClick={() => setColorScheme(scheme)}
      rightSection={colorScheme === scheme ? <Icon name="check" size={16} /> : null}
    >
      {t(`theme.${scheme}`)}
    </Menu.Item>
  ));
}

function PersonMenu() {
  const { me, post, posts } = useIdentity();
  const { t, lang, setLang } = useI18n();
  const navigate = useNavigate();
  const placeOf = usePlaceOfPost();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className="header-person">
          <Avatar size={32} radius="xl" className="header-avatar" aria-hidden="true">
            {initials(me.person.fullName)}
          </Avatar>
          <span className="header-person-name">
            <strong>{me.person.fullName}</strong>
            <span>{post.title}</span>
          </span>
          <Icon name="chevron-down" size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {posts.length > 1 && <Menu.Label>{t('signIn.asRole')}</Menu.Label>}
        {posts.length > 1 &&
          posts.map((other) => (
            <Menu.Item
              key={other.id}
              onClick={() => session.choosePost(other.id)}
              rightSection={other.id === post.id ? <Icon name="check" size={16} /> : null}
            >
              {other.title} · {placeOf(other)}
              {other.past && ` (${t('signIn.past')})`}
            </Menu.Item>
          ))}
        {posts.length > 1 && <Menu.Divider />}
        <Menu.Item leftSection={<Icon name="settings" />} onClick={() => void navigate({ to: '/account' })}>
          {t('account.title')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="language" />} onClick={() => setLang(lang === 'vi' ? 'en' : 'vi')}>
          {lang === 'vi' ? 'English' : 'Tiếng Việt'}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="logout" />} onClick={() => void signOut()}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function Header({
  narrow,
  drawer,
  day,
  onMenu,
  onSearch,
}: {
  narrow: boolean;
  drawer: boolean;
  /** Sets the day that is shown. */
  day: ReactNode;
  onMenu: () => void;
  onSearch: () => void;
}) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const syncedAt = useSyncedAt();
  return (
    <header className="header">
      {drawer && <Burger size="sm" onClick={onMenu} aria-label={t('frame.openMenu')} color="var(--on-header)" />}
      {post.role === 'trainer' ? <ProviderName name={post.provider?.name ?? post.unit.fullName} /> : <UnitName />}
      <button type="button" className="header-search" onClick={onSearch}>
        <Icon name="search" />
        <span>{narrow ? t('search.short') : t('search.long')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {day}
      {!narrow && syncedAt > 0 && (
        <span className="header-synced">
          <Icon name="cloud-check" size={16} /> {t('frame.synced')}{' '}
          <span className="num">{formatTime(syncedAt, true)}</span>
        </span>
      )}
      <Bell />
      <PersonMenu />
    </header>
  );
}
