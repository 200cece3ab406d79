/**
 * A dialogue of the console says its command as data: ui/command knows its bounds, what is needed and where a refusal stands
 * (docs/decisions/0296). What does not fit is listed with the reason.
 */
import { writtenByHand } from '../../support/schema/by-hand.ts';
import { dialogsByHand } from '../../support/schema/dialogs-by-hand.ts';

const hasDialog = (text: string): boolean => /<FormDialog\b/.test(text);

it('finds a dialogue that is written by hand', () => {
  expect(hasDialog('<FormDialog title={title}>')).toBe(true);
  expect(hasDialog('<FormDialog\n  title={title}\n>')).toBe(true);
  expect(hasDialog("import { FormDialog } from '../../ui/form.tsx';")).toBe(false);
  expect(hasDialog('<CommandForm route={endHold} />')).toBe(false);
});

it('has no dialogue by hand but those that are known', () => {
  expect(writtenByHand(/^ui\//, hasDialog)).toEqual(Object.keys(dialogsByHand));
});

it('says of each why', () => {
  expect(Object.entries(dialogsByHand).filter(([, why]) => why.length < 10)).toEqual([]);
});
