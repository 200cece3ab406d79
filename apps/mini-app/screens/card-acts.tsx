/** What I can do with my card: say that it is lost, ask for one on paper, have my own picture on it or not. */
import { useState } from 'preact/hooks';
import { addCardPhoto, askForPaperCard, cardPhoto, loseCard, paperAskedAt, removeCardPhoto } from '../model/card.ts';
import { showToast } from '../model/device/speak.ts';
import { momentText, t } from '../model/words/words.ts';
import { ActionBar } from '../ui/more-parts.tsx';
import { Button } from '../ui/parts.tsx';
import { BottomSheet } from '../ui/sheet.tsx';

type Asked = 'lost' | 'paper' | undefined;

export function CardActs({ teamId }: { teamId: string }) {
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  const waitsSince = paperAskedAt.value;
  return (
    <ActionBar {...(waitsSince && { hint: t('card.paper.asked', { time: momentText(waitsSince) }) })}>
      <Button kind="outline" onClick={() => ask('lost')}>
        {t('card.lost')}
      </Button>
      <Button kind="outline" icon="paper" onClick={() => ask('paper')}>
        {t('card.paper')}
      </Button>
      {asked === 'lost' && <Ask of="card.lost" act={() => loseCard(teamId)} onClose={close} />}
      {asked === 'paper' && <Ask of="card.paper" act={() => askForPaperCard(teamId)} onClose={close} />}
    </ActionBar>
  );
}

interface AskProps {
  of: 'card.lost' | 'card.paper';
  act: () => Promise<void>;
  onClose: () => void;
}
function Ask({ of, act, onClose }: AskProps) {
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const said = await act().then(
      () => `${of}.done` as const,
      () => `${of}.failed` as const,
    );
    showToast(t(said));
    onClose();
  };
  return (
    <BottomSheet title={t(of)} lead={t(`${of}.what`)} onClose={onClose}>
      <Button wide busy={busy} onClick={() => void go()}>
        {t(`${of}.do`)}
      </Button>
    </BottomSheet>
  );
}

/** By will only: without it the card has initials. */
export function PhotoOnCard({ teamId }: { teamId: string }) {
  const [busy, setBusy] = useState(false);
  const change = async (act: (teamId: string) => Promise<unknown>) => {
    setBusy(true);
    await act(teamId).catch(() => showToast(t('card.photo.failed')));
    setBusy(false);
  };
  const has = cardPhoto.value !== undefined;
  return (
    <div class="space-above">
      <p class="muted">{t('card.photo.where')}</p>
      <p class="chips">
        <Button kind="text" icon="camera" busy={busy} onClick={() => void change(addCardPhoto)}>
          {t(has ? 'card.photo.other' : 'card.photo.add')}
        </Button>
        {has && (
          <Button kind="text" icon="trash" busy={busy} onClick={() => void change(removeCardPhoto)}>
            {t('card.photo.remove')}
          </Button>
        )}
      </p>
    </div>
  );
}
