/** "Tin Tổ đã gửi": whom the leader's messages reached, and who has not seen them (tap: call). */
import { useEffect, useState } from 'preact/hooks';
import { type TeamMessages, take } from '#client';
import { api } from '../model/api.ts';
import { read, write } from '../model/local.ts';
import { momentText, ratio, t } from '../model/words/words.ts';
import { CallButton } from '../ui/fields.tsx';
import { Icon } from '../ui/icon.tsx';
import { Disc, GroupHeading } from '../ui/parts.tsx';

export function TeamSent({ teamId }: { teamId: string }) {
  const [list, setList] = useState<TeamMessages | undefined>(() => read(`snapshot.sent.${teamId}`));
  useEffect(() => {
    take(api.GET('/teams/{teamId}/messages', { params: { path: { teamId } } })).then(
      (answer) => {
        setList(answer);
        write(`snapshot.sent.${teamId}`, answer);
      },
      () => {},
    );
  }, [teamId]);
  if (!list?.length) return null;
  return (
    <section>
      <GroupHeading>{t('inbox.teamSent')}</GroupHeading>
      <div class="card rows">
        {list.map((message) => (
          <div class="row still top" key={message.id}>
            <Disc icon="send" tone="inset" />
            <div class="grow">
              <span>{message.title}</span>
              <span class="muted">{momentText(message.at)}</span>
              <span class="delivery reach">
                <Icon name="double" size={20} />
                <b>{t('inbox.reach', { ratio: ratio(message.reached, message.people), n: message.seen })}</b>
              </span>
              {message.notSeen.length > 0 && (
                <>
                  <b class="small">{t('inbox.notSeen')}</b>
                  {message.notSeen.map((person) => (
                    <span class="not-seen" key={person.id}>
                      <span class="grow">{person.fullName}</span>
                      <CallButton person={person} />
                    </span>
                  ))}
                </>
              )}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
