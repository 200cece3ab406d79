import { placeInside } from '#i18n/places';
import { Button } from '@mantine/core';
import { session } from '../../api/session.ts';
import { type Me, type Post, usePlaceOfPost } from '../../api/me.tsx';
import { signOut } from '../../frame/header.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import './sign-in.css';

export function ChoosePost({ me, posts }: { me: Me; posts: Post[] }) {
  const { t } = useI18n();
  const placeOf = usePlaceOfPost();
  return (
    <main className="choose-post">
      <h1>{t('signIn.asRole')}</h1>
      <p className="muted">{me.person.fullName}</p>
      <ul>
        {posts.map((post) => (
          <li key={post.id}>
            <button type="button" onClick={() => session.choosePost(post.id)}>
              <Icon name="building-community" size={22} />
              <span>
                <strong>{post.title}</strong>
                <span className="caption">
                  {post.places
                    ? placeOf(post)
                    : [post.unit, ...[...post.ancestors].reverse().filter((unit) => unit.kind !== 'country')]
                        .map((unit) => placeInside(unit.fullName))
                        .join(', ')}
                  {post.past && ` (${t('signIn.past')})`}
                </span>
              </span>
              <Icon name="chevron-right" />
            </button>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => void signOut()}>
        {t('frame.signOut')}
      </Button>
    </main>
  );
}

/** A team member who signed in here: the place for their work is the app on the phone. */
export function PhoneOnly({ me }: { me: Me }) {
  const { t } = useI18n();
  return (
    <main className="choose-post">
      <h1>{t('signIn.phoneOnly')}</h1>
      <p>{t('signIn.phoneOnlyText', { name: me.person.fullName })}</p>
      <div className="sign-acts">
        <Button component="a" href="/app/">
          {t('signIn.openMiniApp')}
        </Button>
        <Button variant="default" onClick={() => void signOut()}>
          {t('frame.signOut')}
        </Button>
      </div>
    </main>
  );
}
