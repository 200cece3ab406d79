import { t } from '../../model/words/words.ts';
import { Button } from '../../ui/parts.tsx';
import { BottomSheet } from '../../ui/sheet.tsx';

/** Purpose, basis, keeping time and correction of what is kept of a person. */
export function RightsSheet({ onClose }: { onClose: () => void }) {
  return (
    <BottomSheet
      title={t('invite.rights')}
      onClose={onClose}
      actions={
        <Button kind="outline" wide onClick={onClose}>
          {t('act.close')}
        </Button>
      }
    >
      {(['purpose', 'basis', 'time', 'correct'] as const).map((one) => (
        <p key={one}>
          <b>{t(`rights.${one}`)}</b>
          <br />
          {t(`rights.${one}.text`)}
        </p>
      ))}
    </BottomSheet>
  );
}
