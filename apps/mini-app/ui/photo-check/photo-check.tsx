/**
 * "Xem ảnh trước khi dùng": no photo goes into a form before its taker has looked at it. Faces and papers that the phone
 * finds are covered, a finger covers the rest, and what comes out has the covers in its pixels; the photo that came in is
 * not kept.
 */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type SmallPhoto, shrinkPhoto } from '#client';
import { canvasOf, type Covers, drawCovered } from '../../model/photo-check/cover.ts';
import '../../model/photo-check/words.ts';
import { t } from '../../model/words/words.ts';
import { Icon } from '../icon.tsx';
import { Button } from '../parts.tsx';
import { AskSheet } from '../sheet.tsx';
import { Picture } from './picture.tsx';
import { drawn } from './style.ts';
import { type Look, useLook } from './use-look.ts';

/** The photo to use; 'again' for another one in its place; nothing when it is dropped. */
export type Answer = SmallPhoto | 'again' | undefined;

export function checkPhoto(photo: SmallPhoto): Promise<Answer> {
  const place = document.createElement('div');
  document.body.append(place);
  return new Promise<Answer>((resolve) => {
    const answer = (given: Answer) => {
      removeEventListener('hashchange', leave);
      render(null, place);
      place.remove();
      resolve(given);
    };
    // The phone's own way back leaves the form too: the photo is dropped.
    const leave = () => answer(undefined);
    addEventListener('hashchange', leave);
    render(<PhotoCheck photo={photo} onAnswer={answer} />, place);
  });
}

function PhotoCheck({ photo, onAnswer }: { photo: SmallPhoto; onAnswer: (answer: Answer) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const look = useLook(photo);
  useEffect(() => {
    dialog.current?.showModal();
    return () => dialog.current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="photo-check"
      aria-labelledby="photo-check"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(undefined);
      }}
    >
      <div class="check-bar">
        <button type="button" class="icon-button" aria-label={t('check.close')} onClick={() => onAnswer(undefined)}>
          <Icon name="cross" />
        </button>
        <h1 id="photo-check" tabIndex={-1} autofocus>
          {t('check.title')}
        </h1>
      </div>
      <div class="check-main">
        <Picture look={look} />
        <Words look={look} />
      </div>
      {look.step === 'paper' ? (
        <PaperFoot look={look} onAgain={() => onAnswer('again')} />
      ) : (
        <FacesFoot look={look} photo={photo} onAnswer={onAnswer} />
      )}
    </dialog>
  );
}

function Words({ look: { step, faces } }: { look: Look }) {
  const paper = step === 'paper';
  const words = step === 'looking' ? undefined : (`check.${step}` as const);
  return (
    <div class="check-words" role="status">
      <h2 class={paper ? 'bad' : ''}>
        {paper && <Icon name="warn" />}
        <span>{t(words ?? 'check.looking', { n: faces.length })}</span>
      </h2>
      {words && <p>{t(`${words}.text`)}</p>}
      <p class="muted">
        <Icon name={drawn.lock} size={20} />
        <span>{t(paper ? 'check.paper.here' : 'check.here')}</span>
      </p>
    </div>
  );
}

function PaperFoot({ look, onAgain }: { look: Look; onAgain: () => void }) {
  return (
    <div class="check-foot">
      <Button wide icon="camera" onClick={onAgain}>
        {t('check.again')}
      </Button>
      <div class="two">
        <Button kind="outline" icon="pencil" onClick={() => look.answerPaper('covered')}>
          {t('check.paper.cover')}
        </Button>
        <Button kind="outline" onClick={() => look.answerPaper('none')}>
          {t('check.paper.no')}
        </Button>
      </div>
    </div>
  );
}

interface FacesFootProps {
  look: Look;
  photo: SmallPhoto;
  onAnswer: (answer: Answer) => void;
}
function FacesFoot({ look, photo, onAnswer }: FacesFootProps) {
  const [asked, setAsked] = useState<Covers>();
  const { covers, isCovered, empty, faces, step, seen } = look;
  const use = async (chosen: Covers) => {
    const { picture, milk } = seen ?? {};
    if (!picture || !milk || !holds(chosen)) return onAnswer(photo);
    const covered = canvasOf(picture.width, picture.height);
    drawCovered(covered, picture, milk, chosen);
    onAnswer({ ...(await shrinkPhoto(covered)), covered: true });
  };
  // A face that the person has laid open is shown with leave only.
  const useThese = () => (covers.faces.length < faces.length ? setAsked(covers) : void use(covers));
  // A paper stays covered: it was said to be one.
  const keep = () => setAsked({ ...covers, faces: [], strokes: [] });
  const canKeep = !empty || covers.strokes.length > 0;
  return (
    <div class="check-foot">
      <Button wide icon="check" disabled={step === 'looking' || (!isCovered && !empty)} onClick={useThese}>
        {useWord(look)}
      </Button>
      <div class={canKeep ? 'two' : ''}>
        {canKeep && (
          <Button kind="outline" icon={drawn.face} disabled={step === 'looking'} onClick={keep}>
            {t('check.keep')}
          </Button>
        )}
        <Button kind="outline" icon="camera" wide onClick={() => onAnswer('again')}>
          {t('check.again')}
        </Button>
      </div>
      {asked && (
        <AskSheet
          title={t('check.consent')}
          lead={t('check.consent.text')}
          onClose={() => setAsked(undefined)}
          act={<Button onClick={() => void use(asked)}>{t('check.consent.yes')}</Button>}
        />
      )}
    </div>
  );
}

const holds = ({ faces, papers, strokes }: Covers) => faces.length + papers.length + strokes.length > 0;

function useWord({ covers, isCovered, empty }: Look): string {
  if (covers.faces.length > 0) return t('check.use.faces', { n: covers.faces.length });
  return t(isCovered || !empty ? 'check.use.painted' : 'check.use.plain');
}
