/** What the phone sees in a picture, and what is done about it. */
import { useEffect, useState } from 'preact/hooks';
import type { SmallPhoto } from '#client';
import { type Covers, canvasOf, milky, widened } from '../../model/photo-check/cover.ts';
import type { Patience } from '../../model/photo-check/find-faces.ts';
import type { Box, Point } from '../../model/photo-check/faces.ts';

/** Longer than this nobody waits for the detector: then it is done by hand. */
export const WAIT_MS = 3_000;

interface Picture {
  picture: HTMLCanvasElement;
  milk: HTMLCanvasElement;
}
interface Seen extends Picture {
  paper: readonly Point[] | undefined;
  /** 'looking'; undefined where the detector could not be had. */
  faces: 'looking' | Box[] | undefined;
}

async function read({ blob }: SmallPhoto): Promise<Picture> {
  const bitmap = await createImageBitmap(blob);
  const picture = canvasOf(bitmap.width, bitmap.height);
  picture.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { picture, milk: milky(picture) };
}

type Finder = typeof import('../../model/photo-check/find.ts');

async function facesWithin(finder: Finder | undefined, picture: HTMLCanvasElement): Promise<Box[] | undefined> {
  const patience: Patience = { until: performance.now() + WAIT_MS, over: false };
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, WAIT_MS)).then(() => {
    patience.over = true;
    return undefined;
  });
  const found = await Promise.race([finder?.findFaces(picture, patience).catch(() => undefined), late]);
  return found?.map(widened).sort((a, b) => a.x - b.x);
}

function useSeen(photo: SmallPhoto): Seen | undefined {
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    let here = true;
    const finding = import('../../model/photo-check/find.ts').catch(() => undefined);
    const see = async () => {
      const [both, finder] = await Promise.all([read(photo), finding]);
      const first: Seen = { ...both, paper: finder?.findPaper(both.picture), faces: 'looking' };
      if (here) setSeen(first);
      const faces = await facesWithin(finder, both.picture);
      if (here) setSeen({ ...first, faces });
    };
    void see();
    return () => {
      here = false;
    };
  }, [photo]);
  return seen;
}

export type Step = 'paper' | 'looking' | 'faces' | 'byHand';

/** Everything that the screen shows and does about one photo. */
export function useLook(photo: SmallPhoto) {
  const seen = useSeen(photo);
  const [open, setOpen] = useState<readonly Box[]>([]);
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([]);
  const [paper, setPaper] = useState<'covered' | 'none'>();
  const faces = Array.isArray(seen?.faces) ? seen.faces : [];
  const covers: Covers = {
    faces: faces.filter((face) => !open.includes(face)),
    papers: paper === 'covered' && seen?.paper ? [seen.paper] : [],
    strokes,
  };
  return {
    seen,
    step: stepOf(seen, paper),
    faces,
    covers,
    isCovered: covers.faces.length + covers.papers.length + strokes.length > 0,
    /** The detector worked and saw nobody. */
    empty: Array.isArray(seen?.faces) && faces.length === 0,
    toggle: (face: Box) => setOpen(open.includes(face) ? open.filter((one) => one !== face) : [...open, face]),
    paint: (stroke: readonly Point[]) => setStrokes([...strokes, stroke]),
    undo: () => setStrokes(strokes.slice(0, -1)),
    answerPaper: setPaper,
  };
}
export type Look = ReturnType<typeof useLook>;

function stepOf(seen: Seen | undefined, paper: 'covered' | 'none' | undefined): Step {
  if (seen?.paper && !paper) return 'paper';
  if (!seen || seen.faces === 'looking') return 'looking';
  return seen.faces?.length ? 'faces' : 'byHand';
}
