import { foldTone } from '#i18n/fold';

/** Some lists and trees write the type before the name, some do not. */
export const bareName = ({ type, name }: { type: string; name: string }): string =>
  foldTone(name.toLowerCase().startsWith(`${type.toLowerCase()} `) ? name.slice(type.length + 1) : name);
export const isSameName = (unit: { type: string; name: string }, name: string): boolean =>
  bareName(unit) === bareName({ type: unit.type, name });
