/** The two ways on for whoever stands before a closed door: another code, and a call. */
import { useState } from 'preact/hooks';
import { inviteCodeIn } from '#host';
import { type Helper, helper } from '../../model/device/phone.ts';
import { t } from '../../model/words/words.ts';
import { go } from '../../router.ts';
import { Field } from '../../ui/fields.tsx';
import { Button } from '../../ui/parts.tsx';

/** A whole link, or its code alone. */
export function EnterCode() {
  const [text, setText] = useState('');
  const code = inviteCodeIn(text) ?? (/^[\w-]{16,128}$/.test(text.trim()) ? text.trim() : undefined);
  return (
    <>
      <Field label={t('out.code')} kind="text" value={text} onInput={setText} hint={t('out.code.hint')} />
      <Button wide disabled={!code} onClick={() => code && go('moi', code)}>
        {t('out.open')}
      </Button>
    </>
  );
}

/** The number is dialled, not shown. @param known whom the server has named; else whom this phone knows */
export function CallHelper({ known, kind = 'primary' }: { known?: Helper | undefined; kind?: 'primary' | 'outline' }) {
  const one = known ?? helper();
  return one ? (
    <Button wide kind={kind} icon="phone" onClick={() => void (location.href = `tel:${one.phone}`)}>
      {t(one.leader ? 'out.call.leader' : 'out.call', { name: one.name })}
    </Button>
  ) : null;
}
