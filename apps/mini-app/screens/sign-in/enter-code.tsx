/** The two ways on for whoever stands before a closed door: another code, and a call. */
import { useState } from 'preact/hooks';
import { type Helper, helper, reachText } from '../../model/device/phone.ts';
import { errorText } from '../../model/refusals.ts';
import { inviteOf, typedCode } from '../../model/sign-in/typed-code.ts';
import { t, tidy } from '../../model/words/words.ts';
import { go } from '../../router.ts';
import { Field } from '../../ui/fields.tsx';
import { Button } from '../../ui/parts.tsx';

/** The six letters of a slip, a whole link, or its code alone. */
export function EnterCode() {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const typed = typedCode(text);
  const change = (next: string) => {
    setText(next);
    setWrong(undefined);
  };
  const open = async () => {
    if (!typed) return;
    setBusy(true);
    try {
      go('moi', await inviteOf(typed));
    } catch (error) {
      setWrong(errorText(error) ?? t('invite.failed'));
    }
    setBusy(false);
  };
  return (
    <>
      <Field label={t('out.code')} kind="text" value={text} onInput={change} hint={t('out.code.hint')} error={wrong} />
      <Button wide busy={busy} disabled={!typed} onClick={() => void open()}>
        {t('out.open')}
      </Button>
    </>
  );
}

/** The number is dialled, not shown. @param known whom the server has named; else whom this phone knows */
export function CallHelper({ known, kind = 'primary' }: { known?: Helper | undefined; kind?: 'primary' | 'outline' }) {
  const one = known ?? helper();
  if (!one) return null;
  const reach = reachText(one);
  return (
    <>
      <Button wide kind={kind} icon="phone" onClick={() => void (location.href = `tel:${one.phone}`)}>
        {t(one.leader ? 'out.call.leader' : 'out.call', { name: one.name })}
      </Button>
      {reach && <p class="muted centre">{tidy(reach)}</p>}
    </>
  );
}
