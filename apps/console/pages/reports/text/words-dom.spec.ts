import {
  fillWith,
  insertMark,
  markBeside,
  markFor,
  readFrom,
  refreshMarks,
  selectedMark,
  selectMark,
} from './words-dom.ts';
import { piecesOf, tokenOf } from './words-text.ts';

const describeAs = (shown: string) => () => ({ shown, label: shown });
const root = () => document.body.appendChild(document.createElement('div'));

describe('words with figures', () => {
  it('are cut at figures and at nothing that only looks like one', () => {
    expect(piecesOf('nộp {{CQ02.now}} hồ sơ')).toEqual(['nộp ', { code: 'CQ02', which: 'now' }, ' hồ sơ']);
    expect(piecesOf('{{CQ02.then}} {{cq02.now}}')).toEqual(['{{CQ02.then}} {{cq02.now}}']);
    expect(tokenOf('{{CQ02.now}} ')).toBeUndefined();
  });

  it('are read back as they were put in', () => {
    for (const text of [
      '',
      'Một dòng',
      'Nộp {{CQ02.now}}.\n- Hai {{CQ02.year}}',
      '{{TC01.now}}{{TC02.now}}',
      'a\n',
      'a\n\nb',
    ]) {
      const field = root();
      fillWith(field, text, describeAs('186'));
      expect(readFrom(field)).toBe(text);
    }
  });

  it('keep the figure whatever its mark shows', () => {
    const field = root();
    fillWith(field, 'Có {{CQ02.now}} hồ sơ', describeAs('186'));
    const mark = field.querySelector('span')!;
    expect([field.textContent, mark.contentEditable]).toEqual(['Có 186 hồ sơ', 'false']);
    mark.textContent = '999';
    refreshMarks(field, describeAs('189'));
    expect(field.textContent).toBe('Có 189 hồ sơ');
    expect(readFrom(field)).toBe('Có {{CQ02.now}} hồ sơ');
  });

  it('stop the caret at a figure, which is then selected as one', () => {
    const field = root();
    fillWith(field, 'Có {{CQ02.now}} hồ sơ', describeAs('186'));
    const [before, mark, after] = [...field.childNodes];
    getSelection()!.collapse(after!, 0);
    expect(markBeside(getSelection(), 'before')).toBe(mark);
    getSelection()!.collapse(after!, 1);
    expect(markBeside(getSelection(), 'before')).toBeUndefined();
    getSelection()!.collapse(before!, 3);
    expect(markBeside(getSelection(), 'after')).toBe(mark);
    selectMark(mark as HTMLElement);
    expect(selectedMark(getSelection())).toBe(mark);
  });

  it('take a figure where the caret is', () => {
    const field = root();
    fillWith(field, 'Có  hồ sơ', describeAs(''));
    const range = document.createRange();
    range.setStart(field.firstChild!, 3);
    insertMark(range, markFor({ code: 'CQ02', which: 'now' }, describeAs('186')));
    expect(readFrom(field)).toBe('Có {{CQ02.now}} hồ sơ');
  });
});
